package no.klarert.policy.syntax;

import java.util.Optional;

/**
 * A {@code PolicyIdReference} or {@code PolicySetIdReference} (XACML 3.0 §5.10, §5.11). The patterns narrow which versions fit
 * (§5.12); without any, every version fits.
 */
public record PolicyReference(
        Position position,
        Kind kind,
        String id,
        Optional<String> version,
        Optional<String> earliestVersion,
        Optional<String> latestVersion)
        implements PolicySetMember {
    /** What is referred to. */
    public enum Kind {
        POLICY("policy", "PolicyIdReference"),
        POLICY_SET("policy set", "PolicySetIdReference");

        private final String word;
        private final String element;

        Kind(String word, String element) {
            this.word = word;
            this.element = element;
        }

        /** The kind of a policy or policy set. */
        public static Kind of(PolicyTree tree) {
            return switch (tree) {
                case Policy policy -> POLICY;
                case PolicySet set -> POLICY_SET;
            };
        }

        public String word() {
            return word;
        }

        /** The name of the element that refers to this kind. */
        public String element() {
            return element;
        }
    }
}
