package no.klarert.issuer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import no.klarert.issuer.SigningKeyStore.StoredKey;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;

/**
 * Lets the issuers' stored keys follow each other, by themselves or by hand (Maskinporten §1.3): a new key is published before it
 * signs, the old one stays published as long as tokens it signed may be verified. Several nodes and commands may do so at once.
 */
public final class KeyRotation {
    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final SigningKeyStore store;
    private final AuditTrail audit;
    private final KeyMaker maker;
    private final KeySettings settings;
    private final InstantSource clock;

    KeyRotation(
            Transactions transactions,
            SigningKeyStore store,
            AuditTrail audit,
            KeyMaker maker,
            KeySettings settings,
            InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.maker = maker;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every key of the issuer, those that are gone too, in the order in which they sign. */
    public List<ListedKey> list(IssuerName issuer) {
        var keys = stored(issuer);
        var now = now();
        return keys.stream()
                .map(key -> new ListedKey(issuer, key.keyId(), KeyTimes.state(key, keys, now), key.times()))
                .toList();
    }

    /** Makes the issuer's first key, which signs at once. Does nothing if another node was faster. */
    void makeFirst(IssuerName issuer) {
        var key = maker.make();
        transactions.run(transaction -> {
            var ring = ring(transaction, issuer);
            return ring.isEmpty() && ring.add(key, ring.now());
        });
    }

    /** Makes the next key if it is time to publish it. False if it is not, or if another node was faster. */
    public boolean rotateIfDue(IssuerName issuer) {
        if (!isDue(stored(issuer), now())) {
            return false;
        }
        var key = maker.make();
        return transactions.run(transaction -> {
            var ring = ring(transaction, issuer);
            return isDue(ring.keys(), ring.now()) && ring.add(key, ring.now().plus(settings.publishAhead()));
        });
    }

    private boolean isDue(List<StoredKey> keys, Instant now) {
        return !settings.lifetime().isZero()
                && KeyRing.waiting(keys, now).isEmpty()
                && KeyTimes.signing(keys, now)
                        .map(signs -> signs.times().signsFrom().plus(settings.lifetime()))
                        .filter(ends -> !ends.isAfter(now.plus(settings.publishAhead())))
                        .isPresent();
    }

    /** Makes the next key now; it signs when it has been published as long as configured. */
    public RotationOutcome rotate(IssuerName issuer) {
        return change(
                issuer,
                (ring, key) -> ring.waiting()
                        .map(KeyRotation::refuseAnother)
                        .or(() -> add(ring, key, ring.now().plus(settings.publishAhead()))));
    }

    private static RotationOutcome refuseAnother(StoredKey waiting) {
        return new RotationOutcome.Refused("key `" + waiting.keyId() + "` is published already and signs from "
                + waiting.times().signsFrom());
    }

    /**
     * Changes keys in an emergency: the key that is published already, or else a new one, signs as soon as every node publishes it.
     * Verifiers that keep key sets refuse what it signs until they fetch them again.
     */
    public RotationOutcome rotateAtOnce(IssuerName issuer) {
        return change(issuer, (ring, key) -> succeed(ring, key, ring.now().plus(KeySettings.KNOWN_EVERYWHERE)));
    }

    /**
     * Takes a key out of the key set at once, because others may know it: what it signed is refused from then on. If it is the one
     * that signs, the key that is published already, or else a new one, does from now on.
     */
    public RotationOutcome withdraw(String keyId) {
        return Arrays.stream(IssuerName.values())
                .filter(issuer ->
                        stored(issuer).stream().anyMatch(key -> key.keyId().equals(keyId)))
                .findFirst()
                .map(issuer -> change(issuer, (ring, next) -> withdraw(ring, ring.find(keyId), next)))
                .orElseGet(() -> new RotationOutcome.Refused("there is no signing key `" + keyId + "`"));
    }

    private Optional<RotationOutcome> withdraw(KeyRing ring, StoredKey key, KeyMaker.NewKey next) {
        return switch (ring.state(key)) {
            case GONE -> Optional.of(new RotationOutcome.Refused("key `" + key.keyId() + "` is gone already"));
            case PUBLISHED, RETIRED ->
                Optional.of(withdrawn(ring, key, ring.signing().keyId()));
            case SIGNING -> succeed(ring, next, ring.now()).map(successor -> withdrawn(ring, key, successor.keyId()));
        };
    }

    private static RotationOutcome withdrawn(KeyRing ring, StoredKey key, String signs) {
        ring.withdraw(key);
        return new RotationOutcome.Withdrawn(key.keyId(), signs);
    }

    /** Lets the waiting key sign from then on, or else the new one. */
    private static Optional<RotationOutcome.Rotated> succeed(KeyRing ring, KeyMaker.NewKey key, Instant signsFrom) {
        return ring.waiting()
                .map(waiting -> {
                    ring.advance(waiting, signsFrom);
                    return new RotationOutcome.Rotated(waiting.keyId(), signsFrom);
                })
                .or(() -> add(ring, key, signsFrom));
    }

    private static Optional<RotationOutcome.Rotated> add(KeyRing ring, KeyMaker.NewKey key, Instant signsFrom) {
        return ring.add(key, signsFrom)
                ? Optional.of(new RotationOutcome.Rotated(key.id(), signsFrom))
                : Optional.empty();
    }

    /** A change by hand, on keys that can be opened; tried again where another node was faster. */
    private RotationOutcome change(
            IssuerName issuer, BiFunction<KeyRing, KeyMaker.NewKey, Optional<? extends RotationOutcome>> plan) {
        refuseUnusable(stored(issuer));
        var key = maker.make();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<? extends RotationOutcome> outcome =
                    transactions.run(transaction -> plan.apply(ring(transaction, issuer), key));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new RotationOutcome.Refused("other nodes change the keys at the same time; try again");
    }

    /** A key sealed with another sealing key than the nodes' would stop them. */
    private void refuseUnusable(List<StoredKey> keys) {
        if (keys.isEmpty()) {
            throw new IssuerException("this installation has no signing keys yet; it makes the first when it starts");
        }
        var now = now();
        keys.stream().filter(key -> key.times().isPublished(now)).forEach(maker::open);
    }

    private KeyRing ring(Transaction transaction, IssuerName issuer) {
        return new KeyRing(transaction, store, audit, issuer, settings, now());
    }

    private List<StoredKey> stored(IssuerName issuer) {
        return KeyRing.inOrder(transactions.run(transaction -> store.keys(transaction, issuer.key())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
