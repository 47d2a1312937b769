package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.Decision;
import no.klarert.policy.Issue;

/** What reading a response gave: its results in order, or everything that is wrong with it. */
public sealed interface ResponseReading {
    /** The document is a response with at least one result. */
    record Read(List<Decision> decisions) implements ResponseReading {
        public Read {
            decisions = List.copyOf(decisions);
        }
    }

    /** The document is refused. {@code issues} holds at least one error, in the order of the document. */
    record Refused(List<Issue> issues) implements ResponseReading {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
