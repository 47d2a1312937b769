package no.klarert.benchmarks;

import java.util.stream.Collectors;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.Obligation;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.Request;
import no.klarert.policy.Xacml;

/** Our engine, as the benchmarks use it. */
final class Klarert {
    /** Sets of ten thousand policies are larger than what is read unless told otherwise. */
    private static final CompilerOptions OPTIONS =
            CompilerOptions.of(Dialect.STANDARD).maxSourceBytes(256 << 20);

    private Klarert() {}

    /** Compiles a policy or policy set that must be without error. */
    static CompiledPolicy compile(byte[] xml) {
        return switch (PolicyCompiler.compile(xml, OPTIONS)) {
            case CompilationResult.Compiled compiled -> compiled.policy();
            case CompilationResult.Rejected rejected ->
                throw new IllegalStateException("the policy is refused: " + rejected.issues());
        };
    }

    static Request request(Question question) {
        var request = Request.builder();
        for (var attribute : question.attributes()) {
            request.attribute(attribute.category(), attribute.id(), Xacml.TYPE_STRING, attribute.value());
        }
        return request.build();
    }

    static Answer answer(Decision decision) {
        return new Answer(
                word(decision.value()),
                decision.obligations().stream().map(Klarert::duty).collect(Collectors.toSet()));
    }

    private static Answer.Duty duty(Obligation obligation) {
        return new Answer.Duty(
                obligation.id(),
                obligation.assignments().stream()
                        .map(assignment -> new Answer.Assignment(
                                assignment.attributeId(),
                                assignment.category().orElse(""),
                                assignment.dataType(),
                                assignment.value()))
                        .collect(Collectors.toSet()));
    }

    private static String word(DecisionValue value) {
        return switch (value) {
            case PERMIT -> "Permit";
            case DENY -> "Deny";
            case NOT_APPLICABLE -> "NotApplicable";
            case INDETERMINATE -> "Indeterminate";
        };
    }
}
