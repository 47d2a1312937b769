package no.klarert.policy.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Xacml;
import no.klarert.policy.plan.AltinnComparisons;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Shown;

/**
 * Finds matches that a decision service of Altinn's kind gives nothing to match with: attributes it does not know, or knows
 * elsewhere, and literals that no value of theirs equals (Altinn decision service §3, §6.3).
 */
final class AltinnAttributeCheck {
    private static final String EQUAL = "urn:oasis:names:tc:xacml:1.0:function:string-equal";
    private static final Map<String, String> WORDS = Map.of(
            Xacml.CATEGORY_ACCESS_SUBJECT, "subject",
            Xacml.CATEGORY_RESOURCE, "resource",
            Xacml.CATEGORY_ACTION, "action");

    private final Spelling spelling = new Spelling(new TreeSet<>(AltinnAttributes.ALL));
    private final Issues issues;
    private final Set<AttributeName> reported = new HashSet<>();

    AltinnAttributeCheck(Issues issues) {
        this.issues = issues;
    }

    void check(Match match) {
        var word = WORDS.get(match.attribute().category());
        if (word != null) {
            checkAttribute(match, word);
            checkLiteral(match);
        }
    }

    private void checkAttribute(Match match, String word) {
        var attribute = match.attribute();
        var id = attribute.attributeId();
        if (id.isEmpty()
                || AltinnAttributes.of(attribute.category()).contains(id)
                || !reported.add(new AttributeName(attribute.category(), id))) {
            return;
        }
        issues.warning(
                attribute.position(),
                AltinnAttributes.ALL.contains(id)
                        ? Shown.quoted(id) + " is not an attribute of the " + word
                        : "no " + word + " attribute " + Shown.quoted(id) + " is known: " + explained(id));
    }

    private String explained(String id) {
        return spelling.suggestion(id)
                .map(meant -> "did you mean `" + meant + "`?")
                .orElse("it has a value only if the caller sends one");
    }

    private void checkLiteral(Match match) {
        var literal = match.value();
        var id = match.attribute().attributeId();
        if (AltinnComparisons.neverHolds(match.functionId(), literal)) {
            issues.warning(
                    literal.position(), Shown.quoted(literal.text()) + " is no integer of 32 bits: nothing equals it");
        } else if (DataType.of(literal.dataType()).isEmpty()
                && !literal.dataType().isEmpty()) {
            issues.warning(
                    literal.position(),
                    "the data type " + Shown.quoted(literal.dataType())
                            + " is not known: no value sent as JSON has it");
        } else if (AltinnAttributes.LOOKED_UP.contains(id)
                && !literal.dataType().equals(Xacml.TYPE_STRING)) {
            issues.warning(
                    literal.position(),
                    "the values of " + Shown.quoted(id) + " are strings, which no " + Shown.quoted(literal.dataType())
                            + " equals");
        } else if (id.equals(AltinnAttributes.ROLE_CODE) && match.functionId().equals(EQUAL)) {
            checkCase(match);
        }
    }

    private void checkCase(Match match) {
        var code = match.value().text();
        if (!code.equals(code.toLowerCase(Locale.ROOT))) {
            issues.warning(
                    match.position(),
                    "role codes come in lower case, which " + Shown.quoted(code)
                            + " does not equal; compare with `string-equal-ignore-case`");
        }
    }
}
