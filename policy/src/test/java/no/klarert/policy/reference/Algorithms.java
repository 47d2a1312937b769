package no.klarert.policy.reference;

import java.util.List;
import java.util.stream.Stream;

/** The identifiers of every combining algorithm (XACML 3.0 appendix C). */
final class Algorithms {
    static final List<String> OF_RULES = all("rule");
    static final List<String> OF_POLICIES = Stream.concat(
                    all("policy").stream(), Stream.of(id("1.0", "policy", "only-one-applicable")))
            .toList();

    private Algorithms() {}

    private static List<String> all(String use) {
        return List.of(
                id("3.0", use, "deny-overrides"),
                id("3.0", use, "permit-overrides"),
                id("3.0", use, "ordered-deny-overrides"),
                id("3.0", use, "ordered-permit-overrides"),
                id("3.0", use, "deny-unless-permit"),
                id("3.0", use, "permit-unless-deny"),
                id("1.0", use, "first-applicable"),
                id("1.0", use, "deny-overrides"),
                id("1.0", use, "permit-overrides"),
                id("1.1", use, "ordered-deny-overrides"),
                id("1.1", use, "ordered-permit-overrides"));
    }

    private static String id(String version, String use, String name) {
        return "urn:oasis:names:tc:xacml:" + version + ":" + use + "-combining-algorithm:" + name;
    }
}
