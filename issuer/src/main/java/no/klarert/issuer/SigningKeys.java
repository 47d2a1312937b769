package no.klarert.issuer;

import java.security.Provider;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transactions;

/**
 * The issuers' keys in the store, shared by all nodes. The first key of an issuer is made when it is opened; when several nodes
 * start at once on an empty store, the first to insert wins and the others use its key.
 */
public final class SigningKeys implements KeySource {
    private final Transactions transactions;
    private final SigningKeyStore store;
    private final KeyMaker maker;
    private final KeyRotation rotation;
    private final InstantSource clock;

    /** @param provider does RSA: for making keys and for the key objects that sign */
    public SigningKeys(
            Transactions transactions,
            SigningKeyStore store,
            AuditTrail audit,
            KeySealer sealer,
            Provider provider,
            InstantSource clock,
            KeySettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.maker = new KeyMaker(sealer, provider, settings.size());
        this.rotation = new KeyRotation(transactions, store, audit, maker, settings, clock);
        this.clock = clock;
    }

    /** How these keys follow each other. */
    public KeyRotation rotation() {
        return rotation;
    }

    @Override
    public IssuerKeys open(IssuerName issuer) {
        if (stored(issuer).isEmpty()) {
            rotation.makeFirst(issuer);
        }
        return new IssuerKeys(current(issuer, List.of()), known -> current(issuer, known));
    }

    /** The keys that are not gone; those that are known already are not opened again. */
    private List<SigningKey> current(IssuerName issuer, List<SigningKey> known) {
        var opened = known.stream().collect(Collectors.toMap(SigningKey::id, Function.identity()));
        var now = clock.instant();
        return stored(issuer).stream()
                .filter(key -> key.times().isPublished(now))
                .map(key -> {
                    var before = opened.get(key.keyId());
                    return before == null ? maker.open(key) : before.with(key.times());
                })
                .toList();
    }

    private List<SigningKeyStore.StoredKey> stored(IssuerName issuer) {
        return transactions.run(transaction -> store.keys(transaction, issuer.key()));
    }
}
