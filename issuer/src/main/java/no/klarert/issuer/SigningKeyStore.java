package no.klarert.issuer;

import java.util.List;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;

/** The issuers' own signing keys. Private parts are sealed before they get here. */
public interface SigningKeyStore {
    /** All keys of {@code issuer}, those that are gone too, by number. */
    List<StoredKey> keys(Transaction transaction, String issuer);

    /** As {@link #keys}; until the transaction ends no other changes the times of these keys. New keys may still come. */
    List<StoredKey> heldKeys(Transaction transaction, String issuer);

    /** False, changing nothing, if the issuer already has a key with that number: two nodes make one at once, one results. */
    boolean insert(Transaction transaction, StoredKey key);

    /** Gives the key with that number new times. False if the issuer has none. */
    boolean reschedule(Transaction transaction, String issuer, int number, KeyTimes times);

    /**
     * A signing key at rest.
     *
     * @param issuer which issuer signs with it: {@code maskinporten} or {@code altinn}
     * @param number counts the issuer's keys from 1; unique within the issuer
     * @param keyId the RFC 7638 thumbprint
     * @param sealedPrivateKey PKCS#8, encrypted
     * @param publicKey X.509 SubjectPublicKeyInfo
     */
    record StoredKey(String issuer, int number, String keyId, Bytes sealedPrivateKey, Bytes publicKey, KeyTimes times)
            implements KeyTimes.Scheduled {
        public StoredKey with(KeyTimes others) {
            return new StoredKey(issuer, number, keyId, sealedPrivateKey, publicKey, others);
        }
    }
}
