package no.klarert.issuer;

import java.time.Instant;

/** What came of changing an issuer's keys by hand. */
public sealed interface RotationOutcome {
    /** That key signs from that time on. */
    record Rotated(String keyId, Instant signsFrom) implements RotationOutcome {}

    /** The key is in the key set no more; {@code successor} signs. */
    record Withdrawn(String keyId, String successor) implements RotationOutcome {}

    /** Nothing was changed. */
    record Refused(String reason) implements RotationOutcome {}
}
