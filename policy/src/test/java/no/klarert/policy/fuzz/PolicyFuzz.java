package no.klarert.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.klarert.policy.AttributeName;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Dialect;
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
        var places = Places.ofXml(source);
        for (var options : OPTIONS) {
            switch (PolicyCompiler.compile(source, options)) {
                case CompilationResult.Compiled compiled -> {
                    places.assertPlaced(compiled.warnings());
                    assertAnswers(compiled.policy());
                }
                case CompilationResult.Rejected rejected -> places.assertRefused(rejected.issues());
            }
        }
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
