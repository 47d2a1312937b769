package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.ClaimAttacks.claim;
import static no.klarert.conformance.maskinporten.CraftedJwt.quoted;

import java.util.Locale;
import java.util.stream.Stream;
import no.klarert.conformance.maskinporten.Attack.Refused;

/** Identifiers that look like somebody's and are not (RFC 8725 §2.8; Unicode UTS 39 §4). */
final class LookalikeAttacks {
    private LookalikeAttacks() {}

    /** What looks like the client and is not it. */
    static Stream<Attack> clients(String clientId) {
        return Stream.of(
                        clientId.replace('a', '\u0430'),
                        clientId.replace('5', '\uFF15'),
                        clientId.replace('e', '\u0435'),
                        clientId.replace('-', '\u2010'),
                        clientId.replace('-', '\u2212'),
                        clientId + "\u200B",
                        "\u200D" + clientId,
                        "\uFEFF" + clientId,
                        clientId + "\u00AD",
                        "\u202E" + clientId,
                        clientId + "\u0000",
                        clientId + " ",
                        clientId + "\n",
                        clientId.toUpperCase(Locale.ROOT),
                        "{" + clientId + "}",
                        "urn:uuid:" + clientId,
                        clientId.replace("-", ""),
                        clientId.replace('0', '\u0660'),
                        "",
                        "' OR '1'='1",
                        clientId + "' --",
                        "*",
                        "%",
                        "../" + clientId,
                        "x".repeat(20_000))
                .map(iss -> claim("iss", quoted(iss), Refused.UNKNOWN_CLIENT));
    }

    /** What looks like the client's scope and is not it. */
    static Stream<Attack> scopes(String scope) {
        return Stream.of(
                        scope.replace('a', '\u0430'),
                        scope.replace(':', '\uFF1A'),
                        scope.replace('/', '\u2215'),
                        scope.replace('.', '\u2024'),
                        scope + "\u200B",
                        "\uFEFF" + scope,
                        scope + "\u00AD",
                        scope.toUpperCase(Locale.ROOT),
                        scope + "\u0000",
                        scope + "\n",
                        "\t" + scope,
                        scope + "\u00A0" + scope,
                        scope + "," + scope,
                        scope + "+" + scope,
                        scope.replace("i", "\u0131"),
                        scope.replace("s", "\u017F"),
                        scope.replace("e", "e\u0301"),
                        "*",
                        "altinn:*",
                        "altinn:%",
                        "x".repeat(20_000),
                        "a ".repeat(10_000) + scope,
                        scope + " \u202E" + scope,
                        scope + " ' OR '1'='1",
                        Vendor.PERSON,
                        "person:" + Vendor.PERSON)
                .map(text -> claim("scope", quoted(text), Refused.UNKNOWN_SCOPE));
    }

    /** What looks like a person, an organisation or a system user. */
    static Stream<Attack> parties() {
        var fullWidth = Vendor.PERSON.replace('2', '\uFF12');
        var arabic = "\u0663\u0661\u0663\u0663\u0667\u0661\u0667\u0663\u0665";
        var persons = Stream.of(
                        fullWidth, Vendor.PERSON + "\u200B", " " + Vendor.PERSON, Vendor.PERSON.substring(1), "")
                .map(pid -> claim("pid", quoted(pid), Refused.WRONG_VALUE));
        var organizations = Stream.of(arabic, "313371735\u200B", "0192:313371735", "313371736", "' OR '1'='1", "")
                .map(number -> claim("consumer_org", quoted(number), Refused.WRONG_VALUE));
        return Stream.concat(persons, organizations);
    }
}
