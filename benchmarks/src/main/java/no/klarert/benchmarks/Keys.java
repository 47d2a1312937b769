package no.klarert.benchmarks;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;

/** RSA keys of clients. */
final class Keys {
    static final String ID = "load";

    private Keys() {}

    static KeyPair generate(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    /** The public part in JSON. */
    static String publicJwk(KeyPair keys) {
        return new RSAKey.Builder((RSAPublicKey) keys.getPublic())
                .keyID(ID)
                .keyUse(KeyUse.SIGNATURE)
                .build()
                .toJSONString();
    }
}
