package no.klarert.sdk.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.Map;

/** Keys made anew for each test run, and signing with them. */
public final class TestKeys {
    public static final RSAKey ISSUER = generate("issuer-key-1");
    public static final RSAKey NEXT_ISSUER = generate("issuer-key-2");
    public static final RSAKey CLIENT = generate("client-key-1");
    /** A key nobody has registered. */
    public static final RSAKey STRANGER = generate("issuer-key-1");

    private TestKeys() {}

    private static RSAKey generate(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A compact JWS over {@code claims}. */
    public static String sign(RSAKey key, Map<String, Object> claims) {
        return sign(key, JSONObjectUtils.toJSONString(claims));
    }

    /** A compact JWS over {@code payload} as it is. */
    public static String sign(RSAKey key, String payload) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
            var jws = new JWSObject(header.build(), new Payload(payload));
            jws.sign(new RSASSASigner(key));
            return jws.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
