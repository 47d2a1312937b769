package no.klarert.registry;

import java.time.Instant;

/** One stored version of a resource; {@code versionId} counts over all resources. */
public record ResourceVersion(long versionId, ServiceResource resource, Instant created) {}
