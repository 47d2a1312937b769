package no.klarert.policy.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The combining algorithms of XACML 3.0 appendix C by identifier, those planned for deprecation included. */
public final class CombiningAlgorithms {
    private static final String ALGORITHM = "-combining-algorithm:";
    private static final Map<String, Combiner> CURRENT = Map.of(
            "3.0:deny-overrides", Overrides.DENY,
            "3.0:ordered-deny-overrides", Overrides.DENY,
            "3.0:permit-overrides", Overrides.PERMIT,
            "3.0:ordered-permit-overrides", Overrides.PERMIT,
            "3.0:deny-unless-permit", Unless.DENY_UNLESS_PERMIT,
            "3.0:permit-unless-deny", Unless.PERMIT_UNLESS_DENY,
            "1.0:first-applicable", new FirstApplicable());
    private static final Map<String, Combiner> LEGACY_FOR_RULES = Map.of(
            "1.0:deny-overrides", LegacyOverrides.DENY,
            "1.0:permit-overrides", LegacyOverrides.PERMIT,
            "1.1:ordered-deny-overrides", LegacyOverrides.DENY,
            "1.1:ordered-permit-overrides", LegacyOverrides.PERMIT);
    private static final Map<String, Combiner> LEGACY_FOR_POLICIES = Map.of(
            "1.0:deny-overrides", new LegacyPolicyDenyOverrides(),
            "1.0:permit-overrides", new LegacyPolicyPermitOverrides(),
            "1.1:ordered-deny-overrides", new LegacyPolicyDenyOverrides(),
            "1.1:ordered-permit-overrides", new LegacyPolicyPermitOverrides(),
            "1.0:only-one-applicable", new OnlyOneApplicable());
    private static final Map<String, Combiner> BY_ID = byId();

    private CombiningAlgorithms() {}

    /** What an algorithm combines. */
    public enum Use {
        RULES("rule", "rules"),
        POLICIES("policy", "policies");

        private final String word;
        private final String plural;

        Use(String word, String plural) {
            this.word = word;
            this.plural = plural;
        }

        public Use other() {
            return this == RULES ? POLICIES : RULES;
        }

        public String plural() {
            return plural;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static Map<String, Combiner> byId() {
        var byId = new HashMap<String, Combiner>();
        for (var use : Use.values()) {
            CURRENT.forEach((key, combiner) -> byId.put(id(key, use), combiner));
        }
        LEGACY_FOR_RULES.forEach((key, combiner) -> byId.put(id(key, Use.RULES), combiner));
        LEGACY_FOR_POLICIES.forEach((key, combiner) -> byId.put(id(key, Use.POLICIES), combiner));
        return Map.copyOf(byId);
    }

    /** The identifier of an algorithm given as {@code version:name}. */
    private static String id(String key, Use use) {
        int colon = key.indexOf(':');
        return "urn:oasis:names:tc:xacml:" + key.substring(0, colon + 1) + use + ALGORITHM + key.substring(colon + 1);
    }

    /** The identifiers of those that combine rules, or policies. */
    public static SortedSet<String> ids(Use use) {
        return BY_ID.keySet().stream().filter(id -> isKnown(id, use)).collect(Collectors.toCollection(TreeSet::new));
    }

    public static boolean isKnown(String id, Use use) {
        return id.contains(":" + use + ALGORITHM) && BY_ID.containsKey(id);
    }

    /** Whether the identifier combines the other kind of thing, and one for this kind exists as well. */
    public static boolean isKnownElsewhere(String id, Use use) {
        return isKnown(id, use.other()) && isKnown(counterpart(id, use), use);
    }

    public static boolean isAltinn(String id) {
        return altinn(id).isPresent();
    }

    // INVARIANT: the check admits only algorithms that are known for the use, or have a counterpart that is.
    static Combiner standard(String id, Use use) {
        return Optional.ofNullable(BY_ID.get(counterpart(id, use))).orElseThrow();
    }

    private static String counterpart(String id, Use use) {
        return id.replace(":" + use.other() + ALGORITHM, ":" + use + ALGORITHM);
    }

    /** Current algorithms only, by the identifier for rules or for policies. */
    static Optional<Combiner> altinn(String id) {
        return CURRENT.entrySet().stream()
                .filter(entry -> id(entry.getKey(), Use.RULES).equals(counterpart(id, Use.RULES)))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
