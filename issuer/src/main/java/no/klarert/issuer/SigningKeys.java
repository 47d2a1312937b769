package no.klarert.issuer;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Opens the issuers' keys at start and makes the first one. When several nodes start at once on an empty store, the first to
 * insert wins and the others use its key.
 */
public final class SigningKeys {
    /** The size of a new key in bits, if nothing else is configured; that of the public service. */
    public static final int DEFAULT_SIZE = 3072;

    private static final int SMALLEST = 2048;
    private static final int LARGEST = 4096;
    private static final int FIRST = 1;

    private final Transactions transactions;
    private final SigningKeyStore store;
    private final AuditTrail audit;
    private final KeySealer sealer;
    private final Provider provider;
    private final InstantSource clock;
    private final int size;

    /**
     * Keys of {@code size} bits, 2048 to 4096.
     *
     * @param provider does RSA: for making keys and for the key objects that sign
     */
    public SigningKeys(
            Transactions transactions,
            SigningKeyStore store,
            AuditTrail audit,
            KeySealer sealer,
            Provider provider,
            InstantSource clock,
            int size) {
        if (size < SMALLEST || size > LARGEST) {
            throw InvalidValueException.of("signing key size", Integer.toString(size), "2048 to 4096 bits");
        }
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.sealer = sealer;
        this.provider = provider;
        this.clock = clock;
        this.size = size;
    }

    /** The keys of that issuer; one that cannot be opened with the sealing key is an {@link IssuerException}. */
    IssuerKeys open(IssuerName issuer) {
        if (stored(issuer).isEmpty()) {
            createFirst(issuer);
        }
        return new IssuerKeys(stored(issuer).stream().map(this::open).toList());
    }

    private List<SigningKeyStore.StoredKey> stored(IssuerName issuer) {
        return transactions.run(transaction -> store.keys(transaction, issuer.key()));
    }

    private void createFirst(IssuerName issuer) {
        var pair = generate();
        var publicKey = (RSAPublicKey) pair.getPublic();
        var id = SigningKey.thumbprint(publicKey);
        var key = new SigningKeyStore.StoredKey(
                issuer.key(),
                FIRST,
                id,
                sealer.seal(pair.getPrivate().getEncoded(), id),
                Bytes.of(publicKey.getEncoded()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        transactions.run(transaction -> insert(transaction, key));
    }

    private boolean insert(Transaction transaction, SigningKeyStore.StoredKey key) {
        boolean first = store.insert(transaction, key);
        if (first) {
            audit.record(
                    transaction,
                    new AuditEvent(
                            key.created(), new Actor.OfInstallation(), "signingkey.create", key.keyId(), key.issuer()));
        }
        return first;
    }

    private KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA", provider);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IssuerException("provider " + provider.getName() + " cannot make RSA keys", e);
        }
    }

    private SigningKey open(SigningKeyStore.StoredKey stored) {
        var encoded = sealer.open(stored.sealedPrivateKey(), stored.keyId());
        try {
            var factory = KeyFactory.getInstance("RSA", provider);
            var privateKey = (RSAPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var publicKey = (RSAPublicKey) factory.generatePublic(
                    new X509EncodedKeySpec(stored.publicKey().toArray()));
            if (!privateKey.getModulus().equals(publicKey.getModulus())
                    || !SigningKey.thumbprint(publicKey).equals(stored.keyId())) {
                throw new IssuerException("signing key `" + stored.keyId() + "` is stored with another public part");
            }
            return new SigningKey(stored.keyId(), privateKey, publicKey, stored.created());
        } catch (GeneralSecurityException e) {
            throw new IssuerException("signing key `" + stored.keyId() + "` is not an RSA key", e);
        }
    }
}
