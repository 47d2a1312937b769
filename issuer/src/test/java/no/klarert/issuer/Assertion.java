package no.klarert.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Makes assertions, good ones unless told otherwise, without any help from the code under test. */
final class Assertion {
    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private KeyPair key = TestKeys.VENDOR;

    Assertion(Installation installation) {
        long now = installation.instant().getEpochSecond();
        header.put("alg", "RS256");
        header.put("kid", Installation.KID);
        claims.put("aud", Installation.ISSUER);
        claims.put("iss", Installation.CLIENT.value());
        claims.put("iat", now);
        claims.put("exp", now + 100);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("scope", Installation.ORDERS.value());
    }

    Assertion claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    Assertion without(String name) {
        claims.remove(name);
        return this;
    }

    Assertion header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    Assertion withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    Assertion signedBy(KeyPair other) {
        key = other;
        return this;
    }

    String payload() {
        return JSONObjectUtils.toJSONString(claims);
    }

    String headerJson() {
        return JSONObjectUtils.toJSONString(header);
    }

    String sign() {
        return sign(headerJson(), payload(), key);
    }

    static String sign(String header, String payload, KeyPair key) {
        var input = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(payload.getBytes(StandardCharsets.UTF_8));
        return input + "." + encode(signature(input, algorithm(header), key));
    }

    private static String algorithm(String header) {
        return header.contains("RS512")
                ? "SHA512withRSA"
                : header.contains("RS384") ? "SHA384withRSA" : "SHA256withRSA";
    }

    private static byte[] signature(String input, String algorithm, KeyPair key) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
