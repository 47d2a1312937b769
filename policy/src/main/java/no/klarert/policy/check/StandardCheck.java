package no.klarert.policy.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.klarert.policy.CompilerOptions.Strictness;
import no.klarert.policy.plan.CombiningAlgorithms;
import no.klarert.policy.plan.CombiningAlgorithms.Use;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.value.Shown;

/** Checks a policy or policy set by the rules of XACML 3.0. Without errors it can be planned and cannot fail for its own sake. */
public final class StandardCheck {
    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");
    private static final Pattern VERSION_PATTERN = Pattern.compile("(?:(?:[0-9]+|\\*)\\.)*(?:[0-9]+|\\*|\\+)");

    private final Strictness strictness;
    private final Issues issues;
    private final Set<String> policyIds = new HashSet<>();

    private StandardCheck(Strictness strictness, Issues issues) {
        this.strictness = strictness;
        this.issues = issues;
    }

    public static void check(PolicyTree tree, Strictness strictness, Issues issues) {
        new StandardCheck(strictness, issues).check(tree);
        StandardFindings.check(tree, issues);
    }

    private void check(PolicySetMember member) {
        switch (member) {
            case PolicyReference reference -> checkPatterns(reference);
            case PolicySet set -> {
                checkHead(set, Use.POLICIES);
                new ElementCheck(List.of(), issues).check(set);
                set.members().forEach(this::check);
            }
            case Policy policy -> {
                checkHead(policy, Use.RULES);
                checkRuleIds(policy.rules());
                new ElementCheck(policy.variables(), issues).check(policy);
            }
        }
    }

    private void checkPatterns(PolicyReference reference) {
        for (var pattern : List.of(reference.version(), reference.earliestVersion(), reference.latestVersion())) {
            pattern.filter(text -> !VERSION_PATTERN.matcher(text).matches())
                    .ifPresent(text -> issues.error(
                            reference.position(),
                            Shown.quoted(text) + " is not a pattern of versions, such as `1.2`, `1.*` or `1.+`"));
        }
        if (reference.id().isEmpty()) {
            issues.error(reference.position(), "`" + reference.kind().element() + "` names no id");
        }
    }

    private void checkHead(PolicyTree tree, Use use) {
        if (!tree.version().isEmpty() && !VERSION.matcher(tree.version()).matches()) {
            issues.error(tree.position(), "the version " + Shown.quoted(tree.version()) + " is not a dotted number");
        }
        if (!tree.id().isEmpty() && !policyIds.add(tree.id())) {
            issues.error(tree.position(), "the policy id " + Shown.quoted(tree.id()) + " is used twice");
        }
        checkAlgorithm(tree, use);
    }

    private void checkAlgorithm(PolicyTree tree, Use use) {
        var id = tree.combiningAlgorithm();
        if (id.isEmpty() || CombiningAlgorithms.isKnown(id, use)) {
            return;
        }
        if (!CombiningAlgorithms.isKnownElsewhere(id, use)) {
            issues.error(
                    tree.position(),
                    "the " + use + "-combining algorithm " + Shown.quoted(id) + " is not known"
                            + new Spelling(CombiningAlgorithms.ids(use)).question(id));
        } else if (strictness == Strictness.LENIENT) {
            issues.warning(
                    tree.position(),
                    Shown.quoted(id) + " does not combine " + use.plural() + "; taken as the one that does");
        } else {
            issues.error(
                    tree.position(),
                    "the " + use + "-combining algorithm " + Shown.quoted(id) + " combines "
                            + use.other().plural() + ", not " + use.plural());
        }
    }

    private void checkRuleIds(List<Rule> rules) {
        var ids = new HashSet<String>();
        for (var rule : rules) {
            if (rule.id().isEmpty() || ids.add(rule.id())) {
                continue;
            }
            var repeated = "the rule id " + Shown.quoted(rule.id()) + " is used twice";
            switch (strictness) {
                case STRICT -> issues.error(rule.position(), repeated);
                case LENIENT -> issues.warning(rule.position(), repeated);
            }
        }
    }
}
