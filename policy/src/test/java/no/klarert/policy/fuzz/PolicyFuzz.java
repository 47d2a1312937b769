package no.klarert.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.klarert.policy.AttributeName;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Dialect;
import no.klarert.policy.Issue;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.Request;
import no.klarert.policy.Xacml;

/**
 * Any bytes as the source of a policy: it is compiled or refused at places that exist, and what is compiled answers every
 * request, the same way each time.
 */
public final class PolicyFuzz {
    private static final List<CompilerOptions> OPTIONS = List.of(
            CompilerOptions.of(Dialect.STANDARD),
            CompilerOptions.of(Dialect.STANDARD).lenient(),
            CompilerOptions.of(Dialect.ALTINN));

    private PolicyFuzz() {}

    public static void fuzzerTestOneInput(byte[] source) {
        var text = new String(source, charset(source));
        for (var options : OPTIONS) {
            switch (PolicyCompiler.compile(source, options)) {
                case CompilationResult.Compiled compiled -> {
                    compiled.warnings().forEach(issue -> assertPlaced(issue, text));
                    assertAnswers(compiled.policy());
                }
                case CompilationResult.Rejected rejected -> {
                    assertThat(rejected.issues()).anyMatch(issue -> issue.severity() == Issue.Severity.ERROR);
                    rejected.issues().forEach(issue -> assertPlaced(issue, text));
                }
            }
        }
    }

    private static Charset charset(byte[] source) {
        int mark = source.length < 2 ? 0 : ((source[0] & 0xFF) << 8) | (source[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static void assertPlaced(Issue issue, String text) {
        var lines = text.split("\r\n|\r|\n", -1);
        assertThat(issue.line()).as("%s", issue).isBetween(1, lines.length);
        assertThat(issue.column()).as("%s", issue).isBetween(1, lines[issue.line() - 1].length() + 2);
        assertThat(issue.message()).hasSizeBetween(5, 600).doesNotContain("\n", "\r", "\u0000");
    }

    private static void assertAnswers(CompiledPolicy policy) {
        var request = Request.builder();
        for (var name : policy.attributes()) {
            add(request, name, Xacml.TYPE_STRING, "a");
            add(request, name, Xacml.TYPE_INTEGER, "1");
            add(request, name, Xacml.TYPE_DATE_TIME, "2024-02-29T12:00:00Z");
        }
        for (var asked : List.of(Request.builder().build(), request.build())) {
            assertThat(policy.evaluate(asked)).isEqualTo(policy.evaluate(asked));
        }
    }

    private static void add(Request.Builder request, AttributeName name, String type, String value) {
        request.attribute(name.category(), name.id(), type, value);
    }
}
