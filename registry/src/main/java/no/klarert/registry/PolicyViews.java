package no.klarert.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Policy;

/** A policy taken apart for reading (resource registry §6.1, §6.3, §6.4). Nothing is decided here, and Deny rules look like others. */
public final class PolicyViews {
    private PolicyViews() {}

    /** One combination that a rule covers (resource registry §6.3). */
    public record FlatRule(List<PolicyAttribute> subject, PolicyAttribute action, List<PolicyAttribute> resource) {
        public FlatRule {
            subject = List.copyOf(subject);
            resource = List.copyOf(resource);
        }
    }

    /**
     * One action on one resource with everyone a rule names for it (resource registry §6.4).
     *
     * @param key action value, resource values and an MD5, joined by semicolons: an identifier, not a protection
     */
    public record RightWithSubjects(
            String key,
            PolicyAttribute action,
            List<PolicyAttribute> resource,
            List<List<PolicyAttribute>> subjects,
            SortedSet<String> subjectTypes) {
        public RightWithSubjects {
            resource = List.copyOf(resource);
            subjects = List.copyOf(subjects);
        }
    }

    /** Every combination of a subject, an action and a resource, rule by rule. */
    public static List<FlatRule> rules(Policy policy) {
        return RuleParts.of(policy).flatMap(PolicyViews::flat).toList();
    }

    /** The combinations of {@link #rules} grouped by action and resource, in the order first met. */
    public static List<RightWithSubjects> rights(Policy policy) {
        Map<String, List<FlatRule>> byKey = new LinkedHashMap<>();
        rules(policy)
                .forEach(rule -> byKey.computeIfAbsent(rightKey(rule), key -> new ArrayList<>())
                        .add(rule));
        List<RightWithSubjects> rights = new ArrayList<>();
        byKey.forEach((key, rules) -> rights.add(right(key, rules)));
        return rights;
    }

    /** Every subject attribute of the policy, values in lower case, each once (resource registry §6.1). */
    public static Set<PolicyAttribute> subjects(Policy policy) {
        return policy.rules().stream()
                .flatMap(rule -> rule.target().stream())
                .flatMap(target -> target.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .flatMap(allOf -> allOf.matches().stream())
                .filter(match -> match.attribute().category().equals(Xacml.CATEGORY_ACCESS_SUBJECT))
                .map(match -> new PolicyAttribute(
                        match.attribute().attributeId(), match.value().text().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<FlatRule> flat(RuleParts rule) {
        return rule.subjects().stream()
                .flatMap(subject -> rule.actions().stream()
                        .flatMap(action ->
                                rule.resources().stream().map(resource -> new FlatRule(subject, action, resource))));
    }

    private static RightWithSubjects right(String key, List<FlatRule> rules) {
        var first = rules.getFirst();
        var subjects = rules.stream().map(FlatRule::subject).distinct().toList();
        return new RightWithSubjects(
                key, first.action(), sorted(first.resource()), subjects, PolicyRights.subjectTypes(subjects));
    }

    private static List<PolicyAttribute> sorted(List<PolicyAttribute> resource) {
        return resource.stream()
                .sorted(Comparator.comparing(PolicyAttribute::urn))
                .toList();
    }

    static String rightKey(FlatRule rule) {
        var resource = sorted(rule.resource());
        var urns = resource.stream().map(PolicyAttribute::urn).collect(Collectors.joining(";"));
        var digested = (rule.action().value() + ";" + urns).getBytes(StandardCharsets.UTF_16LE);
        var values = resource.stream().map(PolicyAttribute::value).collect(Collectors.joining(";"));
        return rule.action().value() + ";" + values + ";" + PolicyRights.hex("MD5", digested);
    }
}
