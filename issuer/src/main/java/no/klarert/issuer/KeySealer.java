package no.klarert.issuer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Encrypts private keys for storage (AES-256-GCM, NIST SP 800-38D). A sealed key opens only under the id it was sealed for, so that
 * rows of the store cannot be swapped. Layout: one byte of version, 12 of nonce, then ciphertext with tag.
 */
public final class KeySealer {
    /** Length of the sealing key in bytes. */
    public static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + NONCE_BYTES;

    private final SecretKey key;
    private final SecureRandom random;

    /** Seals with {@code key}, exactly 32 secret bytes. */
    public KeySealer(Bytes key, SecureRandom random) {
        if (key.length() != KEY_BYTES) {
            throw InvalidValueException.secret("sealing key", "exactly " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key.toArray(), "AES");
        this.random = random;
    }

    Bytes seal(byte[] secret, String keyId) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, keyId).doFinal(secret);
            var sealed = new byte[HEAD_BYTES + ciphertext.length];
            sealed[0] = VERSION;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            System.arraycopy(ciphertext, 0, sealed, HEAD_BYTES, ciphertext.length);
            return Bytes.of(sealed);
        } catch (GeneralSecurityException e) {
            throw new IssuerException("signing key `" + keyId + "` cannot be sealed", e);
        }
    }

    byte[] open(Bytes sealed, String keyId) {
        var bytes = sealed.toArray();
        if (bytes.length <= HEAD_BYTES || bytes[0] != VERSION) {
            throw new IssuerException("signing key `" + keyId + "` is not stored in a form this version can open");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(bytes, 1, HEAD_BYTES), keyId)
                    .doFinal(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES);
        } catch (AEADBadTagException e) {
            throw new IssuerException(
                    "signing key `" + keyId + "` cannot be opened: the sealing key is not the one it was stored with,"
                            + " or the stored key was changed",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IssuerException("signing key `" + keyId + "` cannot be opened", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String keyId) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
