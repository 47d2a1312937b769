package no.klarert.policy.plan;

import java.util.concurrent.ConcurrentHashMap;

/**
 * The identifiers that plans look for, one instance of each, so that comparing them with those of a request is quick. It makes no
 * difference to any answer: what is not kept here is compared character by character.
 */
final class Identifiers {
    /** Policies mention few. The bound is for those that do not. */
    private static final int MOST = 10_000;

    private static final ConcurrentHashMap<String, String> KEPT = new ConcurrentHashMap<>();

    private Identifiers() {}

    /** For plans: the instance that is kept from now on. */
    static String kept(String identifier) {
        if (KEPT.size() >= MOST) {
            return known(identifier);
        }
        var earlier = KEPT.putIfAbsent(identifier, identifier);
        return earlier == null ? identifier : earlier;
    }

    /** For requests: the instance that is kept, if one is. */
    static String known(String identifier) {
        return KEPT.getOrDefault(identifier, identifier);
    }
}
