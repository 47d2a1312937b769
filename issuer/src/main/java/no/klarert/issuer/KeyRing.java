package no.klarert.issuer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.klarert.issuer.SigningKeyStore.StoredKey;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;

/** The stored keys of one issuer within a transaction that changes them. Every change leaves exactly one key that signs. */
final class KeyRing {
    private final Transaction transaction;
    private final SigningKeyStore store;
    private final AuditTrail audit;
    private final IssuerName issuer;
    private final KeySettings settings;
    private final Instant now;
    private final List<StoredKey> keys;

    /** Holds the keys until the transaction ends. */
    KeyRing(
            Transaction transaction,
            SigningKeyStore store,
            AuditTrail audit,
            IssuerName issuer,
            KeySettings settings,
            Instant now) {
        this.transaction = transaction;
        this.store = store;
        this.audit = audit;
        this.issuer = issuer;
        this.settings = settings;
        this.now = now;
        this.keys = inOrder(store.heldKeys(transaction, issuer.key()));
    }

    /** In the order in which they sign. */
    static List<StoredKey> inOrder(List<StoredKey> keys) {
        return keys.stream()
                .sorted(Comparator.comparing((StoredKey key) -> key.times().signsFrom())
                        .thenComparingInt(StoredKey::number))
                .toList();
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** As they were when the transaction began. */
    List<StoredKey> keys() {
        return keys;
    }

    /** The time of the change. */
    Instant now() {
        return now;
    }

    /** The key with that id, which the issuer has. */
    StoredKey find(String keyId) {
        return keys.stream()
                .filter(key -> key.keyId().equals(keyId))
                .findFirst()
                .orElseThrow();
    }

    KeyState state(StoredKey key) {
        return KeyTimes.state(key, keys, now);
    }

    StoredKey signing() {
        return KeyTimes.signing(keys, now).orElseThrow();
    }

    /** The key that is published and does not sign yet. */
    Optional<StoredKey> waiting() {
        return waiting(keys, now);
    }

    static Optional<StoredKey> waiting(List<StoredKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> KeyTimes.state(key, keys, now) == KeyState.PUBLISHED)
                .findFirst();
    }

    /** False if another node added a key in the meantime; nothing is changed then. */
    boolean add(KeyMaker.NewKey key, Instant signsFrom) {
        int number = 1 + keys.stream().mapToInt(StoredKey::number).max().orElse(0);
        var stored = key.as(issuer, number, new KeyTimes(now, signsFrom, Optional.empty()));
        if (!store.insert(transaction, stored)) {
            return false;
        }
        record("signingkey.create", stored, "signs from " + signsFrom);
        endPredecessor(signsFrom);
        return true;
    }

    /** Lets a waiting key sign from another time on. */
    void advance(StoredKey waiting, Instant signsFrom) {
        reschedule(waiting, new KeyTimes(waiting.times().published(), signsFrom, Optional.empty()));
        record("signingkey.advance", waiting, "signs from " + signsFrom);
        endPredecessor(signsFrom);
    }

    /** Takes a key out of the key set now. One that signs needs a successor first, from now on. Where it was to take over, the key that signs stays without a successor. */
    void withdraw(StoredKey key) {
        boolean waited = state(key) == KeyState.PUBLISHED;
        reschedule(key, new KeyTimes(key.times().published(), key.times().signsFrom(), Optional.of(now)));
        record("signingkey.withdraw", key, "");
        if (waited) {
            publish(signing(), Optional.empty());
        }
    }

    /** The key that signs until then stays published as long as its tokens live and verifiers keep key sets. */
    private void endPredecessor(Instant signsFrom) {
        KeyTimes.signing(keys, now).ifPresent(key -> publish(key, Optional.of(settings.publishedUntil(signsFrom))));
    }

    private void publish(StoredKey key, Optional<Instant> until) {
        reschedule(key, new KeyTimes(key.times().published(), key.times().signsFrom(), until));
    }

    private void reschedule(StoredKey key, KeyTimes times) {
        if (!store.reschedule(transaction, issuer.key(), key.number(), times)) {
            throw new IssuerException("signing key `" + key.keyId() + "` has disappeared from the store");
        }
    }

    private void record(String action, StoredKey key, String detail) {
        audit.record(
                transaction,
                new AuditEvent(
                        now,
                        new Actor.OfInstallation(),
                        action,
                        key.keyId(),
                        detail.isEmpty() ? issuer.key() : issuer.key() + ", " + detail));
    }
}
