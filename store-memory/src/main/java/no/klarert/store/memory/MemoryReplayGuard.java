package no.klarert.store.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import no.klarert.issuer.ReplayGuard;
import no.klarert.vocabulary.ClientId;

/** Claims have a lock of their own: they stand whatever becomes of a transaction around them. */
final class MemoryReplayGuard implements ReplayGuard {
    private final InstantSource clock;
    private final Map<Claim, Instant> expiries = new HashMap<>();

    MemoryReplayGuard(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean claim(ClientId client, String jti, Instant expiresAt) {
        var claim = new Claim(client, jti);
        var earlier = expiries.get(claim);
        if (earlier != null && !earlier.isBefore(clock.instant())) {
            return false;
        }
        expiries.put(claim, expiresAt);
        return true;
    }

    @Override
    public synchronized int forgetExpired(Instant time) {
        int before = expiries.size();
        expiries.values().removeIf(expiry -> expiry.isBefore(time));
        return before - expiries.size();
    }

    private record Claim(ClientId client, String jti) {}
}
