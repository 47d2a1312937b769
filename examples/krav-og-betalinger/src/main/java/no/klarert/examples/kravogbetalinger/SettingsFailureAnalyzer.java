package no.klarert.examples.kravogbetalinger;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the settings instead of printing a stack trace. */
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, SettingsException cause) {
        var list = cause.problems().stream().map(each -> "- " + each).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The settings cannot be used:\n" + list,
                "Set these environment variables; README.md of the example says what each is.",
                cause);
    }
}
