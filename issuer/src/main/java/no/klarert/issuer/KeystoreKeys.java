package no.klarert.issuer;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issuer keys from a keystore: a file, or a token whose private keys never leave it. Which entry signs when is said by whoever
 * keeps the store; nothing is made or rotated here. The certificate beside a key only carries its public part.
 */
public final class KeystoreKeys {
    private final KeyStore keystore;
    private final char @Nullable [] password;
    private final Provider rsa;
    private final KeySettings settings;

    /**
     * @param keystore loaded; a {@code PKCS11} one signs itself, private keys of others are handed to {@code rsa}
     * @param password of its entries; empty if they need none
     * @param settings tell how long a key stays published after the next has taken over
     */
    public KeystoreKeys(KeyStore keystore, Optional<String> password, Provider rsa, KeySettings settings) {
        this.keystore = keystore;
        this.password = password.map(String::toCharArray).orElse(null);
        this.rsa = rsa;
        this.settings = settings;
    }

    /** Those keys, at least one; one that cannot sign is an {@link IssuerException} that names its alias. */
    public IssuerKeys open(List<KeystoreKey> named) {
        var inOrder = named.stream()
                .sorted(Comparator.comparing(KeystoreKey::signsFrom))
                .toList();
        List<SigningKey> keys = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            keys.add(open(inOrder.get(i).alias(), times(inOrder, i)));
        }
        return new IssuerKeys(keys);
    }

    private KeyTimes times(List<KeystoreKey> inOrder, int i) {
        Optional<Instant> successor =
                i + 1 < inOrder.size() ? Optional.of(inOrder.get(i + 1).signsFrom()) : Optional.empty();
        if (successor.filter(inOrder.get(i).signsFrom()::equals).isPresent()) {
            throw new IssuerException("keys `" + inOrder.get(i).alias() + "` and `"
                    + inOrder.get(i + 1).alias()
                    + "` sign from the same time on; say after `@` when the second takes over");
        }
        return new KeyTimes(Instant.EPOCH, inOrder.get(i).signsFrom(), successor.map(settings::publishedUntil));
    }

    private SigningKey open(String alias, KeyTimes times) {
        try {
            var key = signsItself()
                    ? new SigningKey(privateKey(alias), keystore.getProvider(), publicKey(alias), times)
                    : new SigningKey(imported(privateKey(alias)), rsa, publicKey(alias), times);
            key.prove();
            return key;
        } catch (GeneralSecurityException e) {
            throw new IssuerException("key `" + alias + "` cannot be used: " + e.getMessage(), e);
        }
    }

    private boolean signsItself() {
        return keystore.getType().equals("PKCS11");
    }

    private PrivateKey privateKey(String alias) throws GeneralSecurityException {
        if (!keystore.isKeyEntry(alias)) {
            throw new IssuerException("there is no private key `" + alias + "`; there are: "
                    + String.join(", ", Collections.list(keystore.aliases())));
        }
        if (keystore.getKey(alias, password) instanceof PrivateKey key
                && key.getAlgorithm().equals("RSA")) {
            return key;
        }
        throw new IssuerException("key `" + alias + "` is not a private RSA key");
    }

    private RSAPublicKey publicKey(String alias) throws GeneralSecurityException {
        if (keystore.getCertificate(alias) == null
                || !(keystore.getCertificate(alias).getPublicKey() instanceof RSAPublicKey key)) {
            throw new IssuerException("key `" + alias + "` has no certificate with an RSA key beside it");
        }
        int size = key.getModulus().bitLength();
        if (!KeySettings.isAllowed(size)) {
            throw new IssuerException("key `" + alias + "` has " + size + " bits, not 2048 to 4096");
        }
        return (RSAPublicKey)
                KeyFactory.getInstance("RSA", rsa).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    }

    private PrivateKey imported(PrivateKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA", rsa).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }
}
