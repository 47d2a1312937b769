package no.klarert.issuer;

import static no.klarert.issuer.Installation.CLIENT;
import static no.klarert.issuer.Installation.ISSUER;
import static no.klarert.issuer.Installation.OTHER_CLIENT;
import static no.klarert.issuer.Installation.VENDOR;
import static no.klarert.issuer.Outcomes.issued;
import static no.klarert.issuer.Outcomes.refused;
import static no.klarert.issuer.Outcomes.refusedWithoutCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.vocabulary.KeyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maskinporten §14 items 2 to 5 and 11, and what of item 6 applies: who is believed, and when. */
class AssertionVerifierTest {
    private final Installation klarert = new Installation();
    private final long now = klarert.now.getEpochSecond();

    @Test
    void refuses_an_assertion_used_twice() {
        var assertion = klarert.assertion().sign();
        issued(klarert.request(assertion));
        refused(klarert.request(assertion), MpCode.MP_012, "Grant is used before");
    }

    @Test
    void refuses_another_assertion_with_the_same_jti() {
        issued(klarert.request(klarert.assertion().claim("jti", "one").sign()));
        refused(
                klarert.request(klarert.assertion()
                        .claim("jti", "one")
                        .claim("exp", now + 99)
                        .sign()),
                MpCode.MP_012,
                "Grant is used before");
    }

    @Test
    void another_client_may_use_the_same_jti() {
        klarert.addClient(OTHER_CLIENT, VENDOR, Installation.ORDERS);
        issued(klarert.request(klarert.assertion().claim("jti", "one").sign()));
        issued(klarert.request(klarert.assertion()
                .claim("jti", "one")
                .claim("iss", OTHER_CLIENT.value())
                .sign()));
    }

    @Test
    void an_assertion_without_jti_is_used_up_all_the_same() {
        var assertion = klarert.assertion().without("jti").sign();
        issued(klarert.request(assertion));
        refused(klarert.request(assertion), MpCode.MP_012, "Grant is used before");
        issued(klarert.request(
                klarert.assertion().without("jti").claim("exp", now + 99).sign()));
    }

    @Test
    void a_jti_is_used_up_even_if_the_request_fails_later() {
        refused(
                klarert.request(klarert.assertion()
                        .claim("jti", "one")
                        .claim("scope", "no:such")
                        .sign()),
                MpCode.MP_200,
                "invalid scopes");
        refused(klarert.request(klarert.assertion().claim("jti", "one").sign()), MpCode.MP_012, "Grant is used before");
    }

    @Test
    void a_jti_is_not_used_up_by_someone_who_cannot_sign() {
        refused(
                klarert.request(klarert.assertion()
                        .claim("jti", "one")
                        .signedBy(TestKeys.OTHER)
                        .sign()),
                MpCode.MP_124,
                "Invalid JWT signature");
        issued(klarert.request(klarert.assertion().claim("jti", "one").sign()));
    }

    @Test
    void a_claim_is_remembered_ten_seconds_longer_than_the_assertion_counts() {
        issued(klarert.request(klarert.assertion().claim("jti", "one").sign()));
        assertThat(klarert.stores.claimed)
                .containsExactly(Map.entry(List.of(CLIENT, "one"), klarert.now.plusSeconds(110)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://klarert.example/maskinporten",
                ISSUER + "token",
                "https://klarert.example/MASKINPORTEN/",
                ""
            })
    void refuses_any_other_audience(String audience) {
        refused(
                klarert.request(klarert.assertion().claim("aud", audience).sign()),
                MpCode.MP_110,
                "Client authentication failed. Invalid JWT claim aud");
    }

    @Test
    void accepts_an_audience_of_one_element_and_refuses_two_and_none() {
        issued(klarert.request(klarert.assertion().claim("aud", List.of(ISSUER)).sign()));
        refused(
                klarert.request(klarert.assertion()
                        .claim("aud", List.of(ISSUER, ISSUER))
                        .sign()),
                MpCode.MP_110,
                "claim aud");
        refused(klarert.request(klarert.assertion().claim("aud", List.of()).sign()), MpCode.MP_110, "claim aud");
    }

    @ParameterizedTest
    @CsvSource({"9, 100", "10, 100", "-110, 5"})
    void accepts_an_issue_time_up_to_ten_seconds_ahead_or_long_ago(long issued, long expires) {
        issued(klarert.request(times(issued, expires).sign()));
    }

    @Test
    void refuses_an_issue_time_eleven_seconds_ahead() {
        refusedWithoutCode(
                klarert.request(klarert.assertion().claim("iat", now + 11).sign()),
                OAuthError.INVALID_GRANT,
                "Issue time is after now");
    }

    @ParameterizedTest
    @CsvSource({"-1, 119", "0, 120", "-120, 0"})
    void accepts_a_life_of_at_most_120_seconds(long issued, long expires) {
        issued(klarert.request(times(issued, expires).sign()));
    }

    @ParameterizedTest
    @CsvSource({"0, 121", "-1, 120", "0, 2000000000"})
    void refuses_a_longer_life(long issued, long expires) {
        refusedWithoutCode(
                klarert.request(times(issued, expires).sign()), OAuthError.INVALID_GRANT, "more than 120 seconds");
    }

    @Test
    void accepts_an_assertion_that_expired_less_than_ten_seconds_ago_and_refuses_an_older_one() {
        issued(klarert.request(times(-60, -5).sign()));
        issued(klarert.request(times(-60, -9).sign()));
        refused(klarert.request(times(-60, -10).sign()), MpCode.MP_130, "JWT is expired");
        refused(klarert.request(times(-60, -15).sign()), MpCode.MP_130, "JWT is expired");
    }

    @Test
    void refuses_an_expiry_that_is_not_after_the_issue_time() {
        refusedWithoutCode(klarert.request(times(5, 5).sign()), OAuthError.INVALID_GRANT, "`exp` must be after `iat`");
        issued(klarert.request(times(5, 6).sign()));
    }

    @Test
    void accepts_a_start_up_to_ten_seconds_ahead_and_refuses_a_later_one() {
        issued(klarert.request(klarert.assertion().claim("nbf", now + 10).sign()));
        refusedWithoutCode(
                klarert.request(klarert.assertion().claim("nbf", now + 11).sign()),
                OAuthError.INVALID_GRANT,
                "`nbf` is after now");
    }

    @Test
    void accepts_times_with_a_fraction_and_counts_whole_seconds() {
        issued(klarert.request(klarert.assertion()
                .claim("iat", now + 10.9)
                .claim("exp", now + 60.25)
                .claim("nbf", now + 0.5)
                .sign()));
        refusedWithoutCode(
                klarert.request(klarert.assertion().claim("iat", now + 11.1).sign()),
                OAuthError.INVALID_GRANT,
                "Issue time is after now");
    }

    private Assertion times(long issued, long expires) {
        return klarert.assertion().claim("iat", now + issued).claim("exp", now + expires);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6b0f0f0e-5b0e-4f57-9d3c-0a6f5a2d7c99", "", "../../etc", "310000019"})
    void refuses_an_unknown_client(String issuer) {
        refused(
                klarert.request(klarert.assertion().claim("iss", issuer).sign()),
                MpCode.MP_100,
                "Invalid assertion. Client authentication failed. Client not found");
    }

    @Test
    void refuses_a_deactivated_client() {
        var c = klarert.client();
        klarert.replace(
                new Client(c.id(), c.owner(), c.name(), "", c.scopes(), 0, false, c.created(), c.lastUpdated()));
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_100, "Client not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor-2", "VENDOR-1", "../vendor-1", "vendor-1\u0000", "vendor-1/../vendor-1"})
    void refuses_an_unknown_key(String kid) {
        refusedWithoutCode(
                klarert.request(klarert.assertion().header("kid", kid).sign()),
                OAuthError.INVALID_GRANT,
                "Unknown key identifier (kid) for client.");
    }

    @Test
    void refuses_the_key_of_another_client() {
        klarert.addClient(OTHER_CLIENT, VENDOR, Installation.ORDERS);
        klarert.stores.keys.remove(OTHER_CLIENT);
        refusedWithoutCode(
                klarert.request(
                        klarert.assertion().claim("iss", OTHER_CLIENT.value()).sign()),
                OAuthError.INVALID_GRANT,
                "Unknown key identifier (kid)");
    }

    @Test
    void refuses_a_key_from_the_moment_it_expires() {
        klarert.now = klarert.now.plus(Duration.ofDays(365)).minusSeconds(1);
        issued(klarert.request(klarert.assertion().sign()));
        klarert.now = klarert.now.plusSeconds(1);
        refused(
                klarert.request(klarert.assertion().sign()),
                MpCode.MP_121,
                "Client authentication failed. Expired key");
    }

    @Test
    void refuses_an_assertion_signed_with_another_key() {
        refused(
                klarert.request(klarert.assertion().signedBy(TestKeys.OTHER).sign()),
                MpCode.MP_124,
                "Client authentication failed. Invalid JWT signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512"})
    void a_key_signs_with_the_algorithm_it_is_registered_for_and_no_other(String algorithm) {
        useKeyFor(SignatureAlgorithm.valueOf(algorithm));
        issued(klarert.request(klarert.assertion().header("alg", algorithm).sign()));
        var other = algorithm.equals("RS256") ? "RS512" : "RS256";
        refused(
                klarert.request(klarert.assertion().header("alg", other).sign()),
                MpCode.MP_124,
                "registered for " + algorithm);
    }

    private void useKeyFor(SignatureAlgorithm algorithm) {
        var key = new ClientKey(
                new KeyId(Installation.KID),
                algorithm,
                TestKeys.publicPart(TestKeys.VENDOR),
                klarert.now.plusSeconds(1));
        klarert.stores.keys.put(
                CLIENT, new ClientStore.KeySet(List.of(key), Optional.of(klarert.now), Optional.of(klarert.now)));
    }

    @Test
    void refuses_an_assertion_that_names_no_key() {
        refusedWithoutCode(
                klarert.request(klarert.assertion().withoutHeader("kid").sign()),
                OAuthError.INVALID_GRANT,
                "no key identifier (kid) provided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer_orgno", "azp", "client_id", "Scope"})
    void refuses_a_claim_that_is_not_among_those_documented(String name) {
        refused(
                klarert.request(klarert.assertion().claim(name, "x").sign()),
                MpCode.MP_011,
                "Invalid assertion. Invalid parameter value: claim `" + name + "`");
    }

    @Test
    void accepts_a_subject_that_equals_the_issuer_and_no_other() {
        issued(klarert.request(klarert.assertion().claim("sub", CLIENT.value()).sign()));
        refused(
                klarert.request(klarert.assertion().claim("sub", "other").sign()),
                MpCode.MP_011,
                "claim `sub` must equal `iss`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "iss", "iat", "exp", "scope"})
    void refuses_an_assertion_that_lacks_a_required_claim(String name) {
        refused(
                klarert.request(klarert.assertion().without(name).sign()),
                MpCode.MP_011,
                "Invalid assertion. Invalid parameter value: claim `" + name + "` is missing");
    }

    @Test
    void the_header_may_say_that_it_is_a_jwt() {
        issued(klarert.request(klarert.assertion().header("typ", "JWT").sign()));
    }
}
