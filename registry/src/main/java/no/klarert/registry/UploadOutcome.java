package no.klarert.registry;

import java.util.List;
import no.klarert.policy.Issue;

/** What came of uploading a policy (resource registry §5.1). */
public sealed interface UploadOutcome {
    /** The policy is in force; {@code warnings} says where it may surprise. */
    record Stored(long version, List<Issue> warnings) implements UploadOutcome {
        public Stored {
            warnings = List.copyOf(warnings);
        }
    }

    /** There is no resource of that id. */
    record UnknownResource() implements UploadOutcome {}

    /** The resource is not the caller's. */
    record NotOwner() implements UploadOutcome {}

    /** The file is not a policy, or not one for this resource. */
    record Refused(String message) implements UploadOutcome {}
}
