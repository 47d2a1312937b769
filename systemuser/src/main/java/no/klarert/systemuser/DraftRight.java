package no.klarert.systemuser;

import java.util.Optional;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.ResourceId;

/**
 * A right as a vendor wrote it: one reference to one resource, not yet checked (system user API §5.1).
 *
 * @param attribute should be {@code urn:altinn:resource}
 * @param value should be the id of a resource
 */
public record DraftRight(Optional<String> action, String attribute, String value) {
    private static final String RESOURCE = "urn:altinn:resource";

    boolean refersToResource() {
        return attribute.equals(RESOURCE);
    }

    /** Empty if the value cannot be the id of any resource. */
    Optional<ResourceId> resource() {
        try {
            return Optional.of(new ResourceId(value));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
