package no.klarert.server.policy;

import java.time.Duration;
import java.util.List;

/** What became of the cases of one file. */
record SuiteResult(String name, List<CaseResult> cases) {
    SuiteResult {
        cases = List.copyOf(cases);
    }

    long count(Class<? extends CaseResult.Outcome> outcome) {
        return cases.stream().filter(each -> outcome.isInstance(each.outcome())).count();
    }

    Duration took() {
        return cases.stream().map(CaseResult::took).reduce(Duration.ZERO, Duration::plus);
    }
}
