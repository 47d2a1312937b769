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
import no.klarert.storage.Bytes;

/** Makes key pairs in the form in which they are stored, and makes stored ones usable again. */
final class KeyMaker {
    private final KeySealer sealer;
    private final Provider provider;
    private final int size;

    /**
     * @param provider does RSA: for making keys and for the key objects that sign
     * @param size bits of a new key
     */
    KeyMaker(KeySealer sealer, Provider provider, int size) {
        this.sealer = sealer;
        this.provider = provider;
        this.size = size;
    }

    /** A key pair that no issuer has yet. */
    record NewKey(String id, Bytes sealedPrivateKey, Bytes publicKey) {
        SigningKeyStore.StoredKey as(IssuerName issuer, int number, KeyTimes times) {
            return new SigningKeyStore.StoredKey(issuer.key(), number, id, sealedPrivateKey, publicKey, times);
        }
    }

    /** Takes the time it takes to find two primes: seconds in the worst case. */
    NewKey make() {
        var pair = generate();
        var publicKey = (RSAPublicKey) pair.getPublic();
        var id = SigningKey.thumbprint(publicKey);
        return new NewKey(id, sealer.seal(pair.getPrivate().getEncoded(), id), Bytes.of(publicKey.getEncoded()));
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

    /** One that is not what was stored under that id, or cannot be opened with the sealing key, is an {@link IssuerException}. */
    SigningKey open(SigningKeyStore.StoredKey stored) {
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
            return new SigningKey(privateKey, provider, publicKey, stored.times());
        } catch (GeneralSecurityException e) {
            throw new IssuerException("signing key `" + stored.keyId() + "` is not an RSA key", e);
        }
    }
}
