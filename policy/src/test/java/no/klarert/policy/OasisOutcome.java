package no.klarert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.klarert.policy.wire.RequestReading;

/**
 * What came of one conformance case. It is skipped when it needs an optional feature that the engine does not have, when its
 * expectation holds for another configuration only, or when compiling its policy says that every error in it is a feature that is
 * not supported; nothing else is a reason.
 */
sealed interface OasisOutcome {
    /** Cases that expect a configuration this engine does not have, or features the index does not name. Shrinks only. */
    Map<String, String> OTHERWISE_CONFIGURED = Map.of(
            "IID029", "expects a root policy with an indeterminate target to be passed over",
            "OW2-25.3", "expects a deprecated identifier of a function to be unknown",
            "PolicyReference.Undef",
                    "expects an unknown reference to be refused, here it is Indeterminate when evaluated",
            "StdEnvAttributeProvider.REQUEST_ONLY", "expects an engine whose clock is switched off",
            "StdEnvAttributeProvider.PDP_ONLY", "expects the engine's clock to win over the request",
            "MaxPolicyRefDepth", "expects a limit of one reference, here it is fixed at 50",
            "MaxVariableRefDepth", "expects a limit of no reference, here it is fixed at 100");

    /** Reading goes on without the selector, so that further errors come of it. */
    String NO_SELECTORS = "attribute selectors are not supported";

    record Answered(List<String> expected, List<String> actual) implements OasisOutcome {}

    record Refused() implements OasisOutcome {}

    record Skipped(String reason) implements OasisOutcome {}

    /**
     * What comes of a case.
     *
     * @param unsupported what compiling says about features that are not supported
     */
    static OasisOutcome of(OasisCase each, Pattern unsupported) {
        return reasonToSkip(each)
                .or(() -> missingFromLibrary(each, unsupported))
                .<OasisOutcome>map(Skipped::new)
                .orElseGet(() -> switch (each.compile()) {
                    case CompilationResult.Compiled compiled -> compiled(each, compiled.policy());
                    case CompilationResult.Rejected rejected -> rejected(each, rejected.issues(), unsupported);
                });
    }

    private static Optional<String> missingFromLibrary(OasisCase each, Pattern unsupported) {
        return each.library().refused().stream()
                .flatMap(refused -> refused.issues().stream())
                .map(Issue::message)
                .filter(message -> unsupported.matcher(message).matches())
                .map(OasisOutcome::feature)
                .findFirst();
    }

    private static String feature(String message) {
        return message.replaceFirst("(unknown \\w+( type)?).*", "$1");
    }

    private static Optional<String> reasonToSkip(OasisCase each) {
        return Optional.ofNullable(OTHERWISE_CONFIGURED.get(each.id()));
    }

    private static OasisOutcome rejected(OasisCase each, List<Issue> issues, Pattern unsupported) {
        var features = issues.stream()
                .map(Issue::message)
                .filter(message -> unsupported.matcher(message).matches())
                .toList();
        if (features.size() == issues.size() || features.contains(NO_SELECTORS)) {
            return new Skipped(feature(features.getFirst()));
        }
        assertThat(each.accepts("policy-refused")).as(issues.toString()).isTrue();
        return new Refused();
    }

    private static OasisOutcome compiled(OasisCase each, CompiledPolicy policy) {
        assertThat(each.hasRequest()).as("the policy should be refused").isTrue();
        return switch (each.request()) {
            case RequestReading.Read read -> answered(each, each.answer(policy, read));
            case RequestReading.Refused refused -> refused(each, refused.issues());
        };
    }

    private static OasisOutcome answered(OasisCase each, List<Decision> actual) {
        var expected = each.expected();
        if (each.id().startsWith("StatusDetail")) {
            assertThat(Meaning.missing(actual)).isEqualTo(Meaning.missing(expected));
        }
        return new Answered(Meaning.of(expected), Meaning.of(actual));
    }

    private static OasisOutcome refused(OasisCase each, List<Issue> issues) {
        if (issues.getFirst().message().contains("several nodes or resources are not supported")) {
            return new Skipped("decisions for several nodes or resources");
        }
        assertThat(each.accepts("request-refused")).as(issues.toString()).isTrue();
        return new Refused();
    }
}
