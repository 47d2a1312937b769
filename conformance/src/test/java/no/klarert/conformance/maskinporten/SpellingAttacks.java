package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.CraftedJwt.base64;
import static no.klarert.conformance.maskinporten.CraftedJwt.bytes;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import no.klarert.conformance.maskinporten.Attack.Refused;

/** Attacks by way of how base64url and JSON are spelled (RFC 7515 §2, RFC 8259; RFC 8725 §2.6). */
final class SpellingAttacks {
    private SpellingAttacks() {}

    /** Other spellings of the same bytes, and what surrounds them (RFC 7515 §2; Maskinporten §5.2, stray line breaks). */
    static Stream<Attack> spellings() {
        return Stream.of(
                Attack.changed("line break after", good -> good + "\n", Refused.MALFORMED),
                Attack.changed("space before", good -> " " + good, Refused.MALFORMED),
                Attack.changed(
                        "tab within", good -> good.substring(0, 30) + "\t" + good.substring(30), Refused.MALFORMED),
                Attack.changed("broken lines", good -> good.replaceAll("(.{76})", "$1\r\n"), Refused.MALFORMED),
                Attack.changed("spaces round dots", good -> good.replace(".", " . "), Refused.MALFORMED),
                Attack.changed("zero-width space", good -> good.replace(".", "\u200B."), Refused.MALFORMED),
                Attack.changed("byte order mark", good -> "\uFEFF" + good, Refused.MALFORMED),
                Attack.changed("full-width dots", good -> good.replace('.', '\uFF0E'), Refused.MALFORMED),
                Attack.changed("full-width letter", good -> good.replaceFirst("A", "\uFF21"), Refused.MALFORMED),
                Attack.changed("padding", good -> good + "==", Refused.MALFORMED),
                Attack.changed("padding of each part", good -> good.replace(".", "=.") + "=", Refused.MALFORMED),
                Attack.changed("the other alphabet", SpellingAttacks::otherAlphabet, Refused.MALFORMED),
                Attack.changed("escaped once more", good -> Http.encoded(good).replace(".", "%2E"), Refused.MALFORMED),
                Attack.changed("quotes", CraftedJwt::quoted, Refused.MALFORMED),
                Attack.changed("Bearer", good -> "Bearer " + good, Refused.MALFORMED),
                Attack.changed("two, separated", good -> good + "," + good, Refused.MALFORMED),
                Attack.changed("other last bits of the signature", SpellingAttacks::otherLastBits, Refused.MALFORMED),
                new Attack("other last bits of the payload", SpellingAttacks::withPayloadBits, Refused.MALFORMED),
                Attack.changed("general JSON serialization", SpellingAttacks::general, Refused.MALFORMED),
                Attack.changed("flattened JSON serialization", SpellingAttacks::flattened, Refused.MALFORMED));
    }

    /** Base64 with + and / in place of - and _, of which a signature that long has some. */
    private static String otherAlphabet(String jwt) {
        return jwt.replace('-', '+').replace('_', '/') + "+/";
    }

    /** The last character of 342 carries two bits, and four that must be zero. */
    private static String otherLastBits(String jwt) {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = jwt.length() - 1;
        return jwt.substring(0, last) + alphabet.charAt(alphabet.indexOf(jwt.charAt(last)) + 1);
    }

    /** The signature covers the spelling, so it is made for the other one. */
    private static String withPayloadBits(CraftedJwt sound) {
        var jwt = sound;
        for (int spaces = 1; bytes(jwt.payloadJson()).length % 3 == 0; spaces++) {
            jwt = sound.claim("scope", " ".repeat(spaces) + sound.claim("scope"));
        }
        return jwt.signText(base64(jwt.headerJson()) + "." + otherLastBits(base64(jwt.payloadJson())), "SHA256withRSA");
    }

    private static String general(String jwt) {
        return "{\"payload\":\"" + StructureAttacks.part(jwt, 1) + "\",\"signatures\":[{\"protected\":\""
                + StructureAttacks.part(jwt, 0) + "\",\"signature\":\"" + StructureAttacks.part(jwt, 2) + "\"}]}";
    }

    private static String flattened(String jwt) {
        return "{\"payload\":\"" + StructureAttacks.part(jwt, 1) + "\",\"protected\":\"" + StructureAttacks.part(jwt, 0)
                + "\",\"signature\":\"" + StructureAttacks.part(jwt, 2) + "\"}";
    }

    /** What is not one JSON object in UTF-8 and nothing else (RFC 8259 §2 and §8.1), as payload and as header. */
    static Stream<Attack> json() {
        var texts = Stream.of(
                "",
                "null",
                "1",
                "\"x\"",
                "[]",
                "[%s]",
                "%s %s",
                "%s,",
                "%s x",
                "%s}",
                "%s\u0000",
                "\uFEFF%s",
                "\u00A0%s",
                "\u000B%s",
                "//\n%s",
                "/* */%s",
                "%s//",
                "%s#",
                "<!--%s-->",
                "(%s)",
                "x=%s",
                ")]}',\n%s");
        var wrapped = texts.map(text -> payload("JSON " + text, sound -> bytes(text.formatted(sound, sound))));
        var altered = Stream.of(
                payload("single quotes", sound -> bytes(sound.replace('"', '\''))),
                payload("names without quotes", sound -> bytes(sound.replaceAll("\"([a-z]+)\":", "$1:"))),
                payload("trailing comma", sound -> bytes(sound.replaceFirst("}$", ",}"))),
                payload("leading comma", sound -> bytes(sound.replaceFirst("^\\{", "{,"))),
                payload("equals sign", sound -> bytes(sound.replace(':', '='))),
                payload("comment within", sound -> bytes(sound.replaceFirst("^\\{", "{/**/"))),
                payload("cut short", sound -> bytes(sound.substring(0, sound.length() - 1))),
                payload("half a surrogate pair", sound -> bytes(sound.replaceFirst("^\\{", "{\"x\":\"\\\\ud83d\","))),
                payload("line break in a string", sound -> bytes(sound.replaceFirst("jti-", "jti-\n"))),
                payload("unknown escape", sound -> bytes(sound.replaceFirst("jti-", "jti-\\\\x41"))),
                payload("UTF-16", sound -> sound.getBytes(StandardCharsets.UTF_16)),
                payload("UTF-16LE", sound -> sound.getBytes(StandardCharsets.UTF_16LE)),
                payload("Latin-1", sound -> sound.replace("jti-", "jti-\u00E6").getBytes(StandardCharsets.ISO_8859_1)),
                payload("overlong UTF-8", sound -> spliced(sound, 0xC0, 0xAF)),
                payload("surrogates in UTF-8", sound -> spliced(sound, 0xED, 0xA0, 0x80)),
                payload("beyond Unicode", sound -> spliced(sound, 0xF4, 0x90, 0x80, 0x80)),
                payload("cut UTF-8", sound -> spliced(sound, 0xE2, 0x82)));
        var headers = Stream.of("null", "[]", "[%s]", "%s x", "\uFEFF%s", "/* */%s", "%s\u0000")
                .map(text -> new Attack(
                        "header as JSON " + text,
                        sound -> sound.signBytes(bytes(text.formatted(sound.headerJson())), bytes(sound.payloadJson())),
                        Refused.MALFORMED));
        return Stream.of(wrapped, altered, headers).flatMap(attacks -> attacks);
    }

    private static Attack payload(String name, Function<String, byte[]> change) {
        return new Attack(
                name,
                sound -> sound.signBytes(bytes(sound.headerJson()), change.apply(sound.payloadJson())),
                Refused.MALFORMED);
    }

    /** The payload with these bytes in the middle of the jti. */
    private static byte[] spliced(String json, int... bytes) {
        var latin1 = new StringBuilder();
        for (int each : bytes) {
            latin1.append((char) each);
        }
        return json.replace("jti-", "jti-" + latin1).getBytes(StandardCharsets.ISO_8859_1);
    }
}
