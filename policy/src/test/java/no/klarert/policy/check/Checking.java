package no.klarert.policy.check;

import static no.klarert.policy.Compiling.errors;
import static no.klarert.policy.Dialect.STANDARD;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.value;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.Compiling;
import no.klarert.policy.PolicyXml;

/** Expects policies to be taken, or refused for exactly these reasons. */
final class Checking {
    static final String ROLES = designator("subject", "role", "string");
    static final String AGES = designator("subject", "age", "integer");
    static final String TRUTH = value("boolean", "true");

    private Checking() {}

    static void assertTaken(String... parts) {
        Compiling.compiled(policy("deny-overrides", parts), STANDARD);
    }

    static void assertRefused(String part, String... errors) {
        assertThat(errors(policy("deny-overrides", part), STANDARD)).containsExactly(errors);
    }

    static String when(String expression) {
        return permit("r", condition(expression));
    }

    static String function(String name) {
        return "`" + PolicyXml.function(name) + "`";
    }
}
