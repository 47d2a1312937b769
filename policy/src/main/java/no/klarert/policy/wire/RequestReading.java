package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.Issue;

/** What reading a request gave: what it asks, or everything that is wrong with it. */
public sealed interface RequestReading {
    /** The document is a request. */
    record Read(DecisionRequest request) implements RequestReading {}

    /** The document is refused. {@code issues} holds at least one error, in the order of the document. */
    record Refused(List<Issue> issues) implements RequestReading {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
