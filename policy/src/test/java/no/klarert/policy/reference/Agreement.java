package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.Advice;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Decision;
import no.klarert.policy.Dialect;
import no.klarert.policy.Obligation;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.PolicyLibrary;
import no.klarert.policy.Request;
import no.klarert.policy.Status;
import no.klarert.policy.syntax.Policy;

/** Whether the engine and a reference answer alike. */
record Agreement(Dialect dialect, Reference reference) {
    interface Reference {
        Expected evaluate(Source source, Request request);
    }

    /** @param kind which Indeterminate, as an explanation tells it; empty if that is not compared */
    record Expected(Decision decision, Optional<Ruling.Kind> kind) {}

    static Agreement inStandard(Coverage coverage) {
        return new Agreement(Dialect.STANDARD, (source, request) -> {
            var ruling = ReferenceEvaluator.ruling(source.tree(), source.library(), request, coverage);
            var decision = ReferenceEvaluator.decision(ruling, ReferenceEvaluator.echoed(request));
            return new Expected(decision, Optional.of(ruling.kind()).filter(Ruling.Kind::isIndeterminate));
        });
    }

    static Agreement inAltinnsDialect() {
        return new Agreement(
                Dialect.ALTINN,
                (source, request) -> new Expected(
                        AltinnReferenceEvaluator.evaluate((Policy) source.tree(), request), Optional.empty()));
    }

    CompiledPolicy compiled(Source source) {
        var xml = PolicyPrinter.print(source.tree());
        var options = CompilerOptions.of(dialect);
        var library = PolicyLibrary.of(
                source.library().stream()
                        .map(PolicyPrinter::print)
                        .map(Agreement::bytes)
                        .toList(),
                options);
        assertThat(library.refused()).isEmpty();
        return switch (PolicyCompiler.compile(bytes(xml), options.library(library))) {
            case CompilationResult.Compiled compiled -> compiled.policy();
            case CompilationResult.Rejected rejected -> throw new AssertionError(rejected.issues() + "\n" + xml);
        };
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** The answer of the reference; fails if the engine gives another. */
    Decision check(CompiledPolicy compiled, Source source, Request request) {
        var expected = reference.evaluate(source, request);
        assertThat(comparable(compiled.evaluateNamingPolicies(request))).isEqualTo(comparable(expected.decision()));
        expected.kind()
                .ifPresent(kind ->
                        assertThat(compiled.explain(request).root().outcome()).isEqualTo(kind.text()));
        return expected.decision();
    }

    /** Whether the engine takes the policy and gives another answer than the reference. */
    boolean isBroken(Source source, Request request) {
        CompiledPolicy compiled;
        try {
            compiled = compiled(source);
        } catch (AssertionError refused) {
            return false;
        }
        try {
            check(compiled, source, request);
            return false;
        } catch (RuntimeException | Error disagreement) {
            return true;
        }
    }

    /** Without the message, with values in one form and policies in one order. */
    private static Decision comparable(Decision decision) {
        return new Decision(
                decision.value(),
                new Status(decision.status().code(), "", decision.status().missing()),
                decision.obligations().stream()
                        .map(obligation -> new Obligation(obligation.id(), comparable(obligation.assignments())))
                        .toList(),
                decision.advice().stream()
                        .map(advice -> new Advice(advice.id(), comparable(advice.assignments())))
                        .toList(),
                decision.echoed(),
                decision.policies().stream()
                        .distinct()
                        .sorted(Comparator.comparing(PolicyIdentifier::toString))
                        .toList());
    }

    private static List<AttributeAssignment> comparable(List<AttributeAssignment> assignments) {
        return assignments.stream().map(Agreement::comparable).toList();
    }

    private static AttributeAssignment comparable(AttributeAssignment assignment) {
        var value = ReferenceTypes.read(assignment.dataType(), assignment.value());
        return new AttributeAssignment(
                assignment.attributeId(),
                assignment.category(),
                assignment.dataType(),
                assignment.issuer(),
                value.map(read -> ReferenceTypes.canonical(read.type(), read.value()))
                        .orElse(assignment.value()));
    }
}
