package no.klarert.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.Dialect;
import no.klarert.policy.Issue;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Good policies damaged at random: whatever comes of it is compiled or refused with places, and nothing is thrown. */
class MutatedSourceTest {
    private static final int SEEDS = 6_000;

    private static final List<String> PIECES = List.of(
            "<!DOCTYPE p [<!ENTITY e 'x'>]>",
            "<!ENTITY",
            "&e;",
            "&#0;",
            "&#x110000;",
            "&lt;",
            "&",
            "<",
            ">",
            "]]>",
            "<![CDATA[",
            "<!--",
            "--",
            "-->",
            "<?xml version='1.1'?>",
            "<?xml version='1.0' encoding='UTF-16'?>",
            "<?x",
            "?>",
            "\"",
            "'",
            "=",
            "\u0000",
            "\uFFFF",
            "\uD800",
            "\r",
            "\n",
            " ",
            "xmlns=''",
            "xmlns:x='u' ",
            "x:",
            ":",
            "</Policy>",
            "<Rule/>",
            "<Apply/>",
            "MustBePresent",
            "urn:",
            "Deny",
            "{9999}",
            "[a-",
            "(",
            "99999999999",
            "VariableId=\"v\"");

    private static final String SEED_POLICY = PolicyXml.policy(
            "deny-overrides",
            PolicyXml.variable("v", PolicyXml.apply("not", PolicyXml.reference("w"))),
            PolicyXml.variable(
                    "w",
                    PolicyXml.apply(
                            "string-is-in",
                            PolicyXml.value("string", "x"),
                            PolicyXml.designator("subject", "a", "string"))),
            PolicyXml.permit(
                    "r1",
                    PolicyXml.target(PolicyXml.anyOf(
                            PolicyXml.allOf(PolicyXml.equal("resource", "b", "y")),
                            PolicyXml.allOf(PolicyXml.match(
                                    "string-regexp-match",
                                    PolicyXml.value("string", "^(a|b){2,9}$"),
                                    PolicyXml.required("action", "c", "string"))))),
                    PolicyXml.condition(PolicyXml.reference("v"))),
            PolicyXml.deny(
                    "r2",
                    PolicyXml.condition(PolicyXml.apply(
                            "any-of",
                            PolicyXml.functionReference("integer-less-than"),
                            PolicyXml.value("integer", "3"),
                            PolicyXml.designator("environment", "d", "integer")))),
            PolicyXml.obligations(PolicyXml.obligation(
                    "o", "Permit", PolicyXml.assignment("x", PolicyXml.value("dateTime", "2024-02-29T12:00:00Z")))));

    @Test
    @Timeout(60)
    void a_damaged_policy_is_compiled_or_refused_with_places() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = RandomGeneratorFactory.of("SplittableRandom").create(seed);
            var source = bytes(damaged(SEED_POLICY, random), random);
            for (var dialect : Dialect.values()) {
                assertCompiledOrRefused(source, dialect, seed);
            }
        }
    }

    private static void assertCompiledOrRefused(byte[] source, Dialect dialect, long seed) {
        try {
            switch (PolicyCompiler.compile(source, dialect)) {
                case CompilationResult.Compiled compiled ->
                    compiled.warnings().forEach(MutatedSourceTest::assertPlaced);
                case CompilationResult.Rejected rejected -> {
                    assertThat(rejected.issues()).anyMatch(issue -> issue.severity() == Issue.Severity.ERROR);
                    rejected.issues().forEach(MutatedSourceTest::assertPlaced);
                }
            }
        } catch (RuntimeException | Error thrown) {
            throw new AssertionError("seed " + seed + " in " + dialect, thrown);
        }
    }

    private static void assertPlaced(Issue issue) {
        assertThat(issue.line()).isPositive();
        assertThat(issue.column()).isPositive();
        assertThat(issue.message()).hasSizeBetween(5, 600).doesNotContain("\n", "\r", "\u0000");
    }

    private static String damaged(String policy, RandomGenerator random) {
        var text = new StringBuilder(policy);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(60));
            switch (random.nextInt(6)) {
                case 0, 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1));
                case 3 -> text.delete(at, to);
                case 4 -> text.insert(at, text.substring(at, to));
                default -> text.setLength(random.nextInt(4) == 0 ? at : text.length());
            }
        }
        return text.toString();
    }

    private static byte[] bytes(String text, RandomGenerator random) {
        var bytes = text.getBytes(random.nextInt(10) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(5) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
