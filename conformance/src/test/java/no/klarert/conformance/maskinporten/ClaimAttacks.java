package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.CraftedJwt.quoted;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.klarert.conformance.maskinporten.Attack.Refused;

/** Attacks by way of the claims, in assertions that are signed as they should be (RFC 7519 §4.1; Maskinporten §2.3). */
final class ClaimAttacks {
    private ClaimAttacks() {}

    /** Audiences that are not exactly the issuer, and what is no audience. */
    static Stream<Attack> audiences(String issuer) {
        var others = Stream.of(
                "https://maskinporten.no/",
                issuer.substring(0, issuer.length() - 1),
                issuer + "token",
                issuer + "/",
                issuer.toUpperCase(Locale.ROOT),
                issuer + " ",
                " " + issuer,
                issuer + "\n",
                issuer + "\u0000",
                issuer + "\u200B",
                issuer.replace('a', '\u0430'),
                issuer.replace("maskin", "ma\u017Fkin"),
                issuer.replace("/maskinporten/", "\u2215maskinporten\u2215"),
                issuer.replace("n", "n\u0301"),
                issuer.replace("http:", "https:"),
                issuer.replace("maskinporten", "%6Daskinporten"),
                issuer.replace("/maskinporten", "/./maskinporten"),
                issuer.replace("//", "//user@"),
                issuer + "?",
                issuer + "#",
                "*",
                "",
                ".*");
        var lists = Stream.of(
                "[]",
                "[" + quoted(issuer) + ",\"https://other.example/\"]",
                "[" + quoted(issuer) + "," + quoted(issuer) + "]",
                "[\"\"," + quoted(issuer) + "]");
        var noTexts = Stream.of(
                "1",
                "null",
                "true",
                "{}",
                "[1]",
                "[null]",
                "[[" + quoted(issuer) + "]]",
                "{\"aud\":" + quoted(issuer) + "}",
                "[" + quoted(issuer) + ",1]",
                "1e400");
        return Stream.concat(
                Stream.concat(others.map(CraftedJwt::quoted), lists)
                        .map(json -> claim("aud", json, Refused.WRONG_AUDIENCE)),
                noTexts.map(json -> claim("aud", json, Refused.MALFORMED)));
    }

    static Attack claim(String name, String json, Refused expected) {
        return Attack.signed(name + " " + json, sound -> sound.claim(name, json), expected);
    }

    /** Times that overflow, underflow or are no times (RFC 7519 §2). */
    static Stream<Attack> times() {
        var noTimes = Stream.of(
                "1e400",
                "-1e400",
                "1e19",
                "9e18",
                "-1",
                "-0.5",
                "253402300800",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "18446744073709551616",
                "9".repeat(400),
                "1E+2147483648",
                "null",
                "true",
                "[]",
                "{}",
                "\"\"",
                "\"1767225700\"",
                "\"1e400\"",
                "[1767225700]",
                "01767225700",
                "+1767225700",
                "0x6955B900",
                "1767225700.",
                ".5",
                "1_767_225_700",
                "NaN",
                "Infinity",
                "-Infinity",
                "1767225700L",
                "1e",
                "--1");
        return noTimes.flatMap(
                json -> Stream.of("iat", "exp", "nbf").map(name -> claim(name, json, Refused.MALFORMED)));
    }

    /** Times that are times, but not such as an assertion may have (Maskinporten §2.5 step 10). */
    static Stream<Attack> validities() {
        return Stream.of(
                claim("exp", "0", Refused.EXPIRED),
                claim("exp", "-0", Refused.EXPIRED),
                claim("iat", "0", Refused.OUT_OF_TIME),
                claim("iat", "1", Refused.OUT_OF_TIME),
                at("exp", 1L << 32, Refused.OUT_OF_TIME),
                at("exp", 122, Refused.OUT_OF_TIME),
                at("iat", 1L << 32, Refused.OUT_OF_TIME),
                at("iat", 13, Refused.OUT_OF_TIME),
                at("nbf", 13, Refused.OUT_OF_TIME),
                at("exp", -13, Refused.EXPIRED),
                Attack.signed(
                        "times in milliseconds",
                        sound -> sound.claim("iat", now(0) + "000").claim("exp", now(60) + "000"),
                        Refused.MALFORMED),
                Attack.signed(
                        "ended before it began",
                        sound -> sound.claim("iat", now(5)).claim("exp", now(4)),
                        Refused.OUT_OF_TIME));
    }

    private static Attack at(String name, long secondsAhead, Refused expected) {
        return Attack.signed(
                name + " in " + secondsAhead + " s", sound -> sound.claim(name, now(secondsAhead)), expected);
    }

    private static String now(long secondsAhead) {
        return Long.toString(System.currentTimeMillis() / 1000 + secondsAhead);
    }

    /** Claims of other types, empty, over long, or with what is not printed. */
    static Stream<Attack> types() {
        var texts = Stream.of("iss", "sub", "jti", "scope", "pid", "consumer_org", "iss_onbehalfof")
                .flatMap(name -> Stream.of("1", "null", "true", "{}", "[]", "[\"a\"]")
                        .map(json -> claim(name, json, Refused.MALFORMED)));
        var details = Stream.of("{}", "\"[]\"", "1", "null", "true")
                .map(json -> claim("authorization_details", json, Refused.MALFORMED));
        var identifiers = Stream.of(
                        "", "\n", "a\tb", "\u0000", "a\u0000", "\u007F", "x".repeat(256), "\uD83D\uDE00".repeat(256))
                .map(jti -> claim("jti", quoted(jti), Refused.MALFORMED));
        var unknown = Stream.of(
                        "client_orgno",
                        "AUD",
                        "exp ",
                        "",
                        "__proto__",
                        "x".repeat(20_000),
                        Vendor.PERSON,
                        "\u202Eexp",
                        "\u0456ss",
                        "a\r\nX-Injected: 1",
                        "<script>alert(1)</script>")
                .map(name -> claim(name, "1", Refused.MALFORMED));
        var missing = Stream.of("aud", "iss", "iat", "exp", "scope")
                .map(name -> Attack.signed("no " + name, sound -> sound.without(name), Refused.MALFORMED));
        return Stream.of(texts, details, identifiers, unknown, missing).flatMap(attacks -> attacks);
    }

    /** {@code authorization_details} that are not what they look like (RFC 9396 §2; Maskinporten §3.3). */
    static Stream<Attack> details() {
        var type = "\"type\":\"urn:altinn:systemuser\"";
        var org = "\"systemuser_org\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:313371735\"}";
        return Map.of(
                        "[{\"type\":\"urn:altinn:system\u0443ser\"," + org + "}]",
                        "MP-301",
                        "[{\"type\":[\"urn:altinn:systemuser\"]," + org + "}]",
                        "MP-301",
                        "[{\"Type\":\"urn:altinn:systemuser\"," + org + "}]",
                        "MP-301",
                        "[{" + type + "," + org + ",\"systemuser_id\":[\"0b8f2a3e-52a1-4f7f-9f5e-2d6f0a1c9b77\"]}]",
                        "MP-302",
                        "[{" + type + "," + org + ",\"externalRef\":\"\u0430\"}]",
                        "MP-302",
                        "[{" + type + "," + org.replace("313371735", "\uFF13\uFF1133371735") + "}]",
                        "MP-303",
                        "[{" + type + "," + org.replace("0192", "9908") + "}]",
                        "MP-303",
                        "[{" + type + "," + org + "},{" + type + "," + org + "}]",
                        "MP-303",
                        "[]",
                        "MP-303")
                .entrySet()
                .stream()
                .map(each -> claim(
                        "authorization_details",
                        each.getKey(),
                        new Refused("invalid_authorization_details", each.getValue())));
    }

    /** Targets that are no absolute addresses (RFC 8707 §2). */
    static Stream<Attack> targets() {
        return Stream.of(
                        "https://api.example/#part",
                        "/relative",
                        "",
                        "https://api.example/ space",
                        "\u0000",
                        "https://[::1",
                        "https://api.example/\uD83D\uDE00\n",
                        "x".repeat(20_000))
                .map(target -> claim("resource", quoted(target), new Refused("invalid_target", "")));
    }
}
