package no.klarert.systemuser;

import java.util.Optional;
import no.klarert.vocabulary.ResourceId;

/**
 * A reference to a resource, in a system or a request (system user API §5.1).
 *
 * @param action stored and given back; plays no part in matching or delegation
 */
public record Right(Optional<String> action, ResourceId resource) {}
