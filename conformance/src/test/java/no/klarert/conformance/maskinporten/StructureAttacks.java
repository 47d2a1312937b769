package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.CraftedJwt.base64;
import static no.klarert.conformance.maskinporten.CraftedJwt.bytes;
import static no.klarert.conformance.maskinporten.CraftedJwt.quoted;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import no.klarert.conformance.maskinporten.Attack.Refused;

/** Attacks by way of the parts of a compact JWS (RFC 7515 §3 and §7; RFC 8725 §2.1, §2.3, §2.7). */
final class StructureAttacks {
    private StructureAttacks() {}

    /** The same member twice, in whatever spelling, at whatever level. */
    static Stream<Attack> duplicates() {
        var details = "\"authorization_details\":[{\"type\":\"urn:altinn:systemuser\",\"type\":\"a\"}]";
        var payloads = Stream.of(
                        "\"iss\":\"other\"",
                        "\"\\u0069ss\":\"other\"",
                        "\"i\\u0073\\u0073\":\"other\"",
                        "\"aud\":\"other\"",
                        "\"exp\":9999999999",
                        "\"scope\":\"a:b\"",
                        "\"sco\\u0070e\":\"a:b\"",
                        "\"jti\":\"again\"",
                        "\"nbf\":null,\"nbf\":null",
                        "\"\":1,\"\":1",
                        details,
                        details.replace("\"type\":\"a\"", "\"typ\\u0065\":\"a\""),
                        "\"x\":{\"y\":[[{\"z\":1,\"z\":1}]]}")
                .map(member -> Attack.signed(
                        "payload with one more " + member, sound -> sound.andMember(member), Refused.MALFORMED));
        var headers = Stream.of(
                        "\"alg\":\"none\"",
                        "\"alg\":\"RS256\"",
                        "\"\\u0061lg\":\"none\"",
                        "\"kid\":\"other\"",
                        "\"k\\u0069d\":\"other\"",
                        "\"typ\":\"JWT\",\"typ\":\"JWT\"",
                        "\"x\":{\"y\":1,\"\\u0079\":2}")
                .map(member -> new Attack(
                        "header with one more " + member,
                        sound -> sound.signBytes(
                                bytes(sound.headerJson().replaceFirst("}$", "") + "," + member + "}"),
                                bytes(sound.payloadJson())),
                        Refused.MALFORMED));
        return Stream.concat(payloads, headers);
    }

    /** Too large, or nested too deep. */
    static Stream<Attack> sizes() {
        var deep = "[".repeat(8_000) + "]".repeat(8_000);
        var deepObjects = "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000);
        return Stream.of(
                Attack.signed(
                        "header of 33 KiB",
                        sound -> sound.header("x", quoted("x".repeat(33 * 1024))),
                        Refused.MALFORMED),
                Attack.signed(
                        "payload of 33 KiB",
                        sound -> sound.claim("x", quoted("x".repeat(33 * 1024))),
                        Refused.MALFORMED),
                Attack.signed(
                        "assertion of 2 MiB",
                        sound -> sound.claim("x", quoted("x".repeat(2 << 20))),
                        Refused.MALFORMED),
                Attack.signed("deep header", sound -> sound.header("x", deep), Refused.MALFORMED),
                Attack.signed("deep payload", sound -> sound.claim("x", deep), Refused.MALFORMED),
                Attack.signed("deep objects", sound -> sound.claim("x", deepObjects), Refused.MALFORMED),
                Attack.signed("deep details", sound -> sound.claim("authorization_details", deep), Refused.MALFORMED),
                Attack.signed("never closed", sound -> sound.claim("x", "[".repeat(16_000)), Refused.MALFORMED),
                Attack.signed("very many claims", sound -> sound.andMember(manyMembers()), Refused.MALFORMED),
                Attack.signed(
                        "a number of 20 000 digits",
                        sound -> sound.claim("exp", "1".repeat(20_000)),
                        Refused.MALFORMED),
                Attack.changed("30 000 dots", good -> ".".repeat(30_000), Refused.MALFORMED),
                Attack.changed(
                        "signature of 20 KiB", good -> good + base64(new byte[15_000]), Refused.WRONG_SIGNATURE));
    }

    private static String manyMembers() {
        return String.join(
                ",", IntStream.range(0, 3_000).mapToObj(i -> "\"" + i + "\":0").toList());
    }

    /** A token within a token, encrypted or compressed (RFC 7516; RFC 7519 §5.2). */
    static Stream<Attack> nested(RSAKey issuerKey) {
        return Stream.of(
                new Attack(
                        "a signed token as payload",
                        sound -> sound.header("cty", "\"JWT\"")
                                .signBytes(bytes(sound.header("cty", "\"JWT\"").headerJson()), bytes(sound.sign())),
                        Refused.MALFORMED),
                new Attack(
                        "a signed token in quotes as payload",
                        sound -> sound.signBytes(bytes(sound.headerJson()), bytes(quoted(sound.sign()))),
                        Refused.MALFORMED),
                new Attack(
                        "encrypted for the issuer",
                        sound -> encrypted(sound.sign(), issuerKey, false),
                        Refused.MALFORMED),
                new Attack(
                        "encrypted and compressed",
                        sound -> encrypted(sound.sign(), issuerKey, true),
                        Refused.MALFORMED),
                new Attack(
                        "encrypted claims, not signed",
                        sound -> encrypted(sound.payloadJson(), issuerKey, true),
                        Refused.MALFORMED),
                new Attack(
                        "deflated payload",
                        sound -> sound.signBytes(bytes(sound.headerJson()), deflated(bytes(sound.payloadJson()))),
                        Refused.MALFORMED),
                new Attack(
                        "deflated payload that says so",
                        sound -> sound.signBytes(
                                bytes(sound.header("zip", "\"DEF\"").headerJson()),
                                deflated(bytes(sound.payloadJson()))),
                        Refused.MALFORMED),
                new Attack(
                        "a bomb of a payload",
                        sound -> sound.signBytes(
                                bytes(sound.header("zip", "\"DEF\"").headerJson()), deflated(new byte[20 << 20])),
                        Refused.MALFORMED));
    }

    static String encrypted(String text, RSAKey key, boolean compressed) {
        var header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                .contentType("JWT")
                .keyID(key.getKeyID());
        var jwe = new JWEObject(
                (compressed ? header.compressionAlgorithm(CompressionAlgorithm.DEF) : header).build(),
                new Payload(text));
        try {
            jwe.encrypt(new RSAEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwe.serialize();
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        var out = new byte[bytes.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return java.util.Arrays.copyOf(out, length);
    }

    /** The signature taken away, exchanged or changed (RFC 8725 §2.1). */
    static Stream<Attack> signatures() {
        return Stream.of(
                new Attack(
                        "alg none without signature",
                        sound -> upToSignature(sound.header("alg", "\"none\"").sign()),
                        Refused.MALFORMED),
                Attack.changed("empty signature", StructureAttacks::upToSignature, Refused.MALFORMED),
                Attack.changed("no third part", good -> good.substring(0, good.lastIndexOf('.')), Refused.MALFORMED),
                Attack.changed("no second part", good -> part(good, 0) + ".." + part(good, 2), Refused.MALFORMED),
                Attack.changed("no first part", good -> "." + part(good, 1) + "." + part(good, 2), Refused.MALFORMED),
                Attack.changed("a fourth part", good -> good + "." + part(good, 2), Refused.MALFORMED),
                Attack.changed("a fourth part, empty", good -> good + ".", Refused.MALFORMED),
                Attack.changed("zeros", good -> upToSignature(good) + base64(new byte[256]), Refused.WRONG_SIGNATURE),
                Attack.changed("one byte", good -> upToSignature(good) + base64(new byte[1]), Refused.WRONG_SIGNATURE),
                Attack.changed(
                        "9 000 bytes", good -> upToSignature(good) + base64(new byte[9_000]), Refused.WRONG_SIGNATURE),
                Attack.changed(
                        "one byte more", good -> upToSignature(good) + resized(good, 257), Refused.WRONG_SIGNATURE),
                Attack.changed(
                        "one byte less", good -> upToSignature(good) + resized(good, 255), Refused.WRONG_SIGNATURE),
                Attack.changed(
                        "header as signature", good -> upToSignature(good) + part(good, 0), Refused.WRONG_SIGNATURE),
                new Attack(
                        "of another assertion",
                        sound -> upToSignature(sound.sign())
                                + part(sound.claim("scope", "\"a:b\"").sign(), 2),
                        Refused.WRONG_SIGNATURE),
                new Attack(
                        "claims exchanged",
                        sound -> part(sound.sign(), 0) + "."
                                + part(sound.claim("scope", "\"a:b\"").sign(), 1) + "." + part(sound.sign(), 2),
                        Refused.WRONG_SIGNATURE),
                new Attack(
                        "header exchanged",
                        sound -> base64(sound.header("typ", "\"JWT\"").headerJson()) + "." + part(sound.sign(), 1) + "."
                                + part(sound.sign(), 2),
                        Refused.WRONG_SIGNATURE));
    }

    private static String upToSignature(String jwt) {
        return jwt.substring(0, jwt.lastIndexOf('.') + 1);
    }

    static String part(String jwt, int index) {
        return jwt.split("\\.", -1)[index];
    }

    private static String resized(String jwt, int length) {
        return base64(java.util.Arrays.copyOf(Base64.getUrlDecoder().decode(part(jwt, 2)), length));
    }
}
