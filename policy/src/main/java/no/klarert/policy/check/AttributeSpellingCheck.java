package no.klarert.policy.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.klarert.policy.Xacml;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.value.Shown;

/** Finds categories and attribute ids that are all but one of those of XACML 3.0 (appendix B). Each is reported once. */
final class AttributeSpellingCheck {
    private static final String V1 = "urn:oasis:names:tc:xacml:1.0:";
    private static final String V2 = "urn:oasis:names:tc:xacml:2.0:";
    private static final Set<String> CATEGORIES = Set.of(
            Xacml.CATEGORY_ACCESS_SUBJECT,
            Xacml.CATEGORY_RECIPIENT_SUBJECT,
            Xacml.CATEGORY_INTERMEDIARY_SUBJECT,
            Xacml.CATEGORY_CODEBASE,
            Xacml.CATEGORY_REQUESTING_MACHINE,
            Xacml.CATEGORY_RESOURCE,
            Xacml.CATEGORY_ACTION,
            Xacml.CATEGORY_ENVIRONMENT);
    private static final Set<String> IDS = Set.of(
            Xacml.SUBJECT_ID,
            V1 + "subject:subject-id-qualifier",
            V1 + "subject:key-info",
            V1 + "subject:authentication-time",
            V1 + "subject:authentication-method",
            V1 + "subject:request-time",
            V1 + "subject:session-start-time",
            V1 + "subject:authn-locality:ip-address",
            V1 + "subject:authn-locality:dns-name",
            V2 + "subject:role",
            Xacml.RESOURCE_ID,
            V1 + "resource:resource-location",
            V1 + "resource:simple-file-name",
            V2 + "resource:target-namespace",
            V2 + "resource:resource-parent",
            V2 + "resource:resource-ancestor",
            V2 + "resource:resource-ancestor-or-self",
            Xacml.ACTION_ID,
            V1 + "action:implied-action",
            V1 + "action:action-namespace",
            Xacml.CURRENT_TIME,
            Xacml.CURRENT_DATE,
            Xacml.CURRENT_DATE_TIME);

    private final Spelling categories = new Spelling(new TreeSet<>(CATEGORIES));
    private final Spelling ids;
    private final Issues issues;
    private final Set<String> seen = new HashSet<>();

    private AttributeSpellingCheck(Set<String> ids, Issues issues) {
        this.ids = new Spelling(new TreeSet<>(ids));
        this.issues = issues;
    }

    static AttributeSpellingCheck standard(Issues issues) {
        return new AttributeSpellingCheck(IDS, issues);
    }

    /** One that leaves attribute ids alone. */
    static AttributeSpellingCheck ofCategories(Issues issues) {
        return new AttributeSpellingCheck(Set.of(), issues);
    }

    void check(List<AttributeDesignator> designators) {
        for (var designator : designators) {
            check("category", designator.category(), categories, designator.position());
            check("attribute", designator.attributeId(), ids, designator.position());
        }
    }

    private void check(String kind, String word, Spelling spelling, Position at) {
        if (seen.add(word)) {
            spelling.suggestion(word)
                    .ifPresent(meant -> issues.warning(
                            at,
                            "the " + kind + " " + Shown.quoted(word) + " is not a known one; did you mean `" + meant
                                    + "`?"));
        }
    }
}
