package no.klarert.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Makes DPoP proofs (RFC 9449 §4.2), good ones unless told otherwise, without any help from the code under test. */
final class Proof {
    static final KeyPair P256 = onCurve("secp256r1");
    static final KeyPair OTHER_P256 = onCurve("secp256r1");
    static final String TOKEN_ADDRESS = Installation.ISSUER + "token";

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private KeyPair key = P256;

    /** A proof for a request at the token endpoint. */
    Proof(Installation installation) {
        header.put("typ", "dpop+jwt");
        header.put("alg", "ES256");
        header.put("jwk", jwk(key));
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", "POST");
        claims.put("htu", TOKEN_ADDRESS);
        claims.put("iat", installation.instant().getEpochSecond());
    }

    static KeyPair onCurve(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Proof claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    Proof without(String name) {
        claims.remove(name);
        return this;
    }

    Proof header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    Proof withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** A member of the key in the header. */
    Proof member(String name, Object value) {
        Map<String, Object> jwk = jwk(key);
        jwk.put(name, value);
        return header("jwk", jwk);
    }

    /** Signed with another key than that of the header. */
    Proof signedBy(KeyPair other) {
        key = other;
        return this;
    }

    Proof with(String algorithm, KeyPair other) {
        key = other;
        return header("alg", algorithm).header("jwk", jwk(other));
    }

    /** For a request with that token at that address. */
    Proof of(String accessToken, String method, String address) {
        return claim("ath", Assertion.encode(sha256(accessToken.getBytes(StandardCharsets.US_ASCII))))
                .claim("htm", method)
                .claim("htu", address);
    }

    String sign() {
        var input = Assertion.encode(JSONObjectUtils.toJSONString(header).getBytes(StandardCharsets.UTF_8)) + "."
                + Assertion.encode(JSONObjectUtils.toJSONString(claims).getBytes(StandardCharsets.UTF_8));
        return input + "." + Assertion.encode(signature(input));
    }

    private byte[] signature(String input) {
        var algorithm = String.valueOf(header.get("alg"));
        try {
            var signature = signature(algorithm, key.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature signature(String algorithm, PrivateKey key) throws GeneralSecurityException {
        var bits = algorithm.matches("..(256|384|512)") ? algorithm.substring(2) : "256";
        if (algorithm.startsWith("PS")) {
            var signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec(
                    "SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), Integer.parseInt(bits) / 8, 1));
            signature.initSign(key);
            return signature;
        }
        var signature = Signature.getInstance(
                key.getAlgorithm().equals("EC") ? "SHA" + bits + "withECDSAinP1363Format" : "SHA" + bits + "withRSA");
        signature.initSign(key);
        return signature;
    }

    static Map<String, Object> jwk(KeyPair pair) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        switch (pair.getPublic()) {
            case ECPublicKey ec -> {
                int bits = ec.getParams().getCurve().getField().getFieldSize();
                jwk.put("kty", "EC");
                jwk.put("crv", "P-" + bits);
                jwk.put("x", Assertion.encode(octets(ec.getW().getAffineX(), (bits + 7) / 8)));
                jwk.put("y", Assertion.encode(octets(ec.getW().getAffineY(), (bits + 7) / 8)));
            }
            case RSAPublicKey rsa -> {
                jwk.put("kty", "RSA");
                jwk.put(
                        "n",
                        Assertion.encode(
                                octets(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8)));
                jwk.put("e", Assertion.encode(rsa.getPublicExponent().toByteArray()));
            }
            default -> throw new IllegalArgumentException("neither EC nor RSA");
        }
        return jwk;
    }

    private static byte[] octets(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var octets = new byte[length];
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, octets, length - (bytes.length - from), bytes.length - from);
        return octets;
    }

    /** The thumbprint of an EC key, written out (RFC 7638 §3.2). */
    static String thumbprint(KeyPair pair) {
        var jwk = jwk(pair);
        var canonical = "{\"crv\":\"" + jwk.get("crv") + "\",\"kty\":\"EC\",\"x\":\"" + jwk.get("x") + "\",\"y\":\""
                + jwk.get("y") + "\"}";
        return Assertion.encode(sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
