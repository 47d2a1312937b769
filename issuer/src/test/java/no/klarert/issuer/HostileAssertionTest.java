package no.klarert.issuer;

import static no.klarert.issuer.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known attacks on JWTs (RFC 8725 §2) and what else a stranger might post. None issues a token, throws, or uses up a jti. */
class HostileAssertionTest {
    private static final String ALGORITHM = "header `alg` must be RS256, RS384 or RS512";

    private final Installation klarert = new Installation();

    @AfterEach
    void nothing_was_used_up_or_issued() {
        assertThat(klarert.stores.claimed).isEmpty();
        assertThat(klarert.stores.tokenLog).noneMatch(entry -> entry.outcome().equals("issued"));
    }

    private void refusedAsMalformed(String assertion, String phrase) {
        var outcome = klarert.request(assertion);
        refused(outcome, MpCode.MP_011, "Invalid assertion. Invalid parameter value");
        assertThat(((TokenOutcome.Refused) outcome).description()).contains(phrase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "None",
                "NONE",
                "nOnE",
                "",
                "rs256",
                "RS1",
                "PS256",
                "ES256",
                "EdDSA",
                "HS256",
                "RSA-OAEP"
            })
    void refuses_any_algorithm_but_three(String algorithm) {
        refusedAsMalformed(klarert.assertion().header("alg", algorithm).sign(), ALGORITHM);
    }

    @Test
    void refuses_an_algorithm_that_is_not_a_string() {
        refusedAsMalformed(klarert.assertion().header("alg", List.of("RS256")).sign(), ALGORITHM);
        refusedAsMalformed(klarert.assertion().withoutHeader("alg").sign(), ALGORITHM);
    }

    @Test
    void refuses_an_unsigned_assertion() {
        var parts = klarert.assertion().header("alg", "none").sign().split("\\.", -1);
        refusedAsMalformed(parts[0] + "." + parts[1] + ".", "base64url");
        refusedAsMalformed(parts[0] + "." + parts[1], "three parts");
    }

    @Test
    void refuses_a_signature_stripped_from_a_good_assertion() {
        var good = klarert.assertion().sign();
        refusedAsMalformed(good.substring(0, good.lastIndexOf('.') + 1), "base64url");
    }

    @Test
    void refuses_the_public_key_as_an_hmac_secret() throws GeneralSecurityException {
        var header = klarert.assertion().header("alg", "HS256").headerJson();
        var input = Assertion.encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                + Assertion.encode(klarert.assertion().payload().getBytes(StandardCharsets.UTF_8));
        for (var secret : List.of(
                TestKeys.VENDOR.getPublic().getEncoded(),
                ("-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(
                                                TestKeys.VENDOR.getPublic().getEncoded())
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII))) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var signature = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
            refusedAsMalformed(input + "." + Assertion.encode(signature), ALGORITHM);
        }
    }

    @Test
    void refuses_a_key_that_the_assertion_brings_itself() {
        var own = new RSAKey.Builder(TestKeys.publicPart(TestKeys.OTHER))
                .keyID(Installation.KID)
                .build()
                .toJSONObject();
        refusedAsMalformed(
                klarert.assertion().header("jwk", own).signedBy(TestKeys.OTHER).sign(), "header `jwk` is not accepted");
        for (var name : List.of("jku", "x5u")) {
            refusedAsMalformed(
                    klarert.assertion()
                            .header(name, "https://attacker.example/keys")
                            .signedBy(TestKeys.OTHER)
                            .sign(),
                    "header `" + name + "` is not accepted");
        }
    }

    @Test
    void refuses_headers_that_change_what_the_parts_mean() {
        refusedAsMalformed(klarert.assertion().header("crit", List.of("exp")).sign(), "header `crit` is not accepted");
        refusedAsMalformed(klarert.assertion().header("crit", List.of()).sign(), "header `crit` is not accepted");
        refusedAsMalformed(klarert.assertion().header("b64", false).sign(), "header `b64` is not accepted");
        refusedAsMalformed(klarert.assertion().header("zip", "DEF").sign(), "header `zip` is not accepted");
        refusedAsMalformed(klarert.assertion().header("enc", "A128GCM").sign(), "header `enc` is not accepted");
    }

    @Test
    void refuses_a_key_identifier_that_is_not_a_string() {
        refusedAsMalformed(klarert.assertion().header("kid", 1).sign(), "header `kid` must be a string");
        refusedAsMalformed(
                klarert.assertion().header("kid", List.of(Installation.KID)).sign(), "header `kid`");
        refusedAsMalformed(klarert.assertion().header("kid", "").sign(), "header `kid`");
    }

    @Test
    void refuses_duplicate_members_at_every_level() {
        var good = klarert.assertion();
        var header = good.headerJson();
        var payload = good.payload();
        refusedAsMalformed(signed(twice(header, "\"alg\":\"none\""), payload), "member `alg` occurs twice");
        refusedAsMalformed(signed(header, twice(payload, "\"iss\":\"other\"")), "member `iss` occurs twice");
        refusedAsMalformed(signed(header, twice(payload, "\"\\u0069ss\":\"other\"")), "member `iss` occurs twice");
        refusedAsMalformed(
                signed(header, twice(payload, "\"authorization_details\":[{\"type\":\"a\",\"type\":\"b\"}]")),
                "member `type` occurs twice");
    }

    private static String twice(String object, String member) {
        return object.substring(0, object.length() - 1) + "," + member + "}";
    }

    private static String signed(String header, String payload) {
        return Assertion.sign(header, payload, TestKeys.VENDOR);
    }

    @Test
    void refuses_an_audience_that_is_not_made_of_strings() {
        var phrase = "claim `aud` must be a string or an array of strings";
        refusedAsMalformed(klarert.assertion().claim("aud", 1).sign(), phrase);
        refusedAsMalformed(
                klarert.assertion()
                        .claim("aud", Map.of("a", Installation.ISSUER))
                        .sign(),
                phrase);
        refusedAsMalformed(
                klarert.assertion()
                        .claim("aud", List.of(List.of(Installation.ISSUER)))
                        .sign(),
                phrase);
        refusedAsMalformed(klarert.assertion().claim("aud", true).sign(), phrase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "-1",
                "-0.5",
                "1e12",
                "253402300800",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999999999999999999999999",
                "\"1767225700\"",
                "null",
                "[]",
                "true"
            })
    void refuses_times_that_are_not_seconds_of_our_era(String time) {
        for (var name : List.of("iat", "exp", "nbf")) {
            var payload = klarert.assertion().without(name).payload();
            refusedAsMalformed(
                    signed(klarert.assertion().headerJson(), twice(payload, "\"" + name + "\":" + time)),
                    "claim `" + name + "` must be seconds since 1970");
        }
    }

    @Test
    void refuses_claims_of_other_types() {
        for (var name : List.of("iss", "sub", "jti", "scope", "pid", "consumer_org", "iss_onbehalfof")) {
            refusedAsMalformed(klarert.assertion().claim(name, 1).sign(), "claim `" + name + "` must be a string");
        }
        refusedAsMalformed(
                klarert.assertion().claim("authorization_details", Map.of()).sign(),
                "claim `authorization_details` must be an array");
        refusedAsMalformed(klarert.assertion().claim("resource", List.of(1)).sign(), "claim `resource`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a\tb"})
    void refuses_a_jti_that_is_empty_or_not_printable(String jti) {
        refusedAsMalformed(klarert.assertion().claim("jti", jti).sign(), "claim `jti`");
    }

    @Test
    void refuses_a_jti_of_more_than_255_characters() {
        refusedAsMalformed(klarert.assertion().claim("jti", "x".repeat(256)).sign(), "claim `jti`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "{}",
                "e30.e30.e30",
                "e30.e30.e30.e30.e30",
                "\u0000.\u0000.\u0000",
                "æ.ø.å"
            })
    void refuses_what_is_not_a_signed_jwt(String text) {
        var outcome = klarert.request(text);
        refused(outcome, MpCode.MP_011, "Invalid assertion. Invalid parameter value");
    }

    @Test
    void refuses_line_breaks_padding_and_other_spellings_of_base64url() {
        var good = klarert.assertion().sign();
        refusedAsMalformed(good + "\n", "base64url");
        refusedAsMalformed(" " + good, "base64url");
        refusedAsMalformed(good.replace(".", "\r\n."), "base64url");
        refusedAsMalformed(good + "=", "base64url");
        refusedAsMalformed(good.replace(".", "=."), "base64url");
    }

    @Test
    void refuses_a_second_spelling_of_the_same_signature() {
        var good = klarert.assertion().without("jti").sign();
        char last = good.charAt(good.length() - 1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var other = good.substring(0, good.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + 1);
        assertThat(Base64.getUrlDecoder().decode(other.split("\\.", -1)[2]))
                .isEqualTo(Base64.getUrlDecoder().decode(good.split("\\.", -1)[2]));
        refusedAsMalformed(other, "base64url");
    }

    @Test
    void refuses_a_payload_changed_after_signing() {
        var parts = klarert.assertion().sign().split("\\.", -1);
        var other = klarert.assertion().claim("scope", "acme:everything").sign().split("\\.", -1);
        refused(klarert.request(parts[0] + "." + other[1] + "." + parts[2]), MpCode.MP_124, "Invalid JWT signature");
        refused(
                klarert.request(parts[0] + "." + parts[1] + "." + Assertion.encode(new byte[256])),
                MpCode.MP_124,
                "Invalid JWT signature");
        refused(
                klarert.request(parts[0] + "." + parts[1] + "." + Assertion.encode(new byte[1])),
                MpCode.MP_124,
                "Invalid JWT signature");
    }

    @Test
    void refuses_header_or_payload_that_is_not_a_json_object_in_utf_8() {
        var header = klarert.assertion().headerJson();
        for (var payload : List.of("[]", "\"x\"", "null", "1", "", "{", "{\"a\":}", "{} {}", "\uFEFF{}")) {
            refusedAsMalformed(signed(header, payload), payload.isEmpty() ? "base64url" : "JSON object");
        }
        var good = klarert.assertion().sign().split("\\.", -1);
        var latin1 = Assertion.encode("{\"iss\":\"\u00E6\"}".getBytes(StandardCharsets.ISO_8859_1));
        refusedAsMalformed(good[0] + "." + latin1 + "." + good[2], "UTF-8");
    }

    @Test
    void refuses_deep_nesting_without_running_out_of_stack() {
        var deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        refusedAsMalformed(
                signed(klarert.assertion().headerJson(), deep.substring(0, 20_000)), "nested deeper than 16");
    }

    @Test
    void refuses_an_assertion_of_more_than_32_kibibytes_before_reading_it() {
        refusedAsMalformed("x".repeat(32 * 1024 + 1), "longer than 32768 characters");
        refusedAsMalformed("x".repeat(32 * 1024), "three parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"<script>\\\u0007", "21918810010", "", "a claim", "\u0455cope"})
    void a_claim_of_an_unusual_name_is_refused_without_repeating_it(String name) {
        var outcome = klarert.request(klarert.assertion().claim(name, 1).sign());
        refused(outcome, MpCode.MP_011, ": a claim of an unusual name is not among those accepted");
    }

    @Test
    void a_long_name_is_not_repeated() {
        var name = "x".repeat(65);
        refusedAsMalformed(klarert.assertion().claim(name, 1).sign(), "a claim of an unusual name");
        var payload = twice(twice(klarert.assertion().payload(), "\"" + name + "\":1"), "\"" + name + "\":1");
        refusedAsMalformed(
                signed(klarert.assertion().headerJson(), payload), "a member of an unusual name occurs twice");
        refusedAsMalformed(klarert.assertion().claim("x".repeat(64), 1).sign(), "claim `" + "x".repeat(64) + "`");
    }
}
