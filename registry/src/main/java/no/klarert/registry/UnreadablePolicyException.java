package no.klarert.registry;

import no.klarert.vocabulary.ResourceId;

/** A stored policy, accepted once, can no longer be read: the store was changed from outside, or the engine became stricter. */
public final class UnreadablePolicyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadablePolicyException(ResourceId resource, long version, String reason) {
        super("policy version " + version + " of resource `" + resource + "` cannot be read: " + reason);
    }
}
