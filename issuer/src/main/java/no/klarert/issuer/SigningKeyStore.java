package no.klarert.issuer;

import java.time.Instant;
import java.util.List;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;

/** The issuers' own signing keys. Private parts are sealed before they get here. */
public interface SigningKeyStore {
    /** All keys of {@code issuer}, oldest first. */
    List<StoredKey> keys(Transaction transaction, String issuer);

    /** False, changing nothing, if the issuer already has a key with that number: two nodes start at once, one key results. */
    boolean insert(Transaction transaction, StoredKey key);

    /**
     * A signing key at rest.
     *
     * @param issuer which issuer signs with it: {@code maskinporten} or {@code altinn}
     * @param number counts the issuer's keys from 1; unique within the issuer
     * @param keyId the RFC 7638 thumbprint
     * @param sealedPrivateKey PKCS#8, encrypted
     * @param publicKey X.509 SubjectPublicKeyInfo
     */
    record StoredKey(
            String issuer, int number, String keyId, Bytes sealedPrivateKey, Bytes publicKey, Instant created) {}
}
