package no.klarert.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.klarert.policy.Compiling;
import no.klarert.policy.Dialect;
import no.klarert.policy.Issue;
import no.klarert.policy.PolicyXml;

/** Expects sources to be refused, in both dialects. */
final class Refusals {
    static final String GOOD = PolicyXml.policy("deny-overrides", PolicyXml.permit("r"));

    private Refusals() {}

    static List<Issue> refused(String xml) {
        return refused(PolicyXml.bytes(xml));
    }

    static List<Issue> refused(byte[] xml) {
        assertThat(Compiling.rejected(xml, Dialect.ALTINN)).isNotEmpty();
        return Compiling.rejected(xml, Dialect.STANDARD);
    }

    static void assertRefusedAt(int line, int column, String message, byte[] xml) {
        assertThat(refused(xml)).containsExactly(new Issue(Issue.Severity.ERROR, line, column, message));
    }

    static void assertRefusedAt(int line, int column, String message, String xml) {
        assertRefusedAt(line, column, message, PolicyXml.bytes(xml));
    }

    static void assertMalformed(String xml) {
        assertThat(refused(xml)).singleElement().satisfies(issue -> {
            assertThat(issue.message()).startsWith("not well-formed XML: ").hasSizeLessThan(350);
            assertThat(issue.line()).isBetween(1, (int) xml.lines().count() + 1);
            assertThat(issue.column()).isPositive();
        });
    }
}
