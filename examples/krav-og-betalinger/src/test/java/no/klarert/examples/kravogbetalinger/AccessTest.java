package no.klarert.examples.kravogbetalinger;

import static no.klarert.examples.kravogbetalinger.ApiUnderTest.BAKERY;
import static no.klarert.examples.kravogbetalinger.ApiUnderTest.NOBODY;
import static no.klarert.examples.kravogbetalinger.ApiUnderTest.PLUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import no.klarert.examples.kravogbetalinger.ApiUnderTest.Reply;
import no.klarert.sdk.testing.TestKeys;
import no.klarert.sdk.testing.TestPlatform;
import no.klarert.sdk.testing.TestServer.Response;
import no.klarert.vocabulary.OrgNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every check, each with everything in order but that (Krav og betalinger, access). */
class AccessTest {
    private static final String OPEN = "/v1/regnskapssystem/" + BAKERY + "/aapnekrav";

    private final ApiUnderTest api = ApiUnderTest.start().permitting(BAKERY);

    @Test
    void answers_a_system_user_that_is_permitted() {
        assertThat(api.get(OPEN).status()).isEqualTo(200);
    }

    @Test
    void refuses_a_request_without_a_token() {
        var reply = api.get(OPEN, "Accept", "application/json");

        assertRefused(reply, 401, "KB-004");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void refuses_two_tokens_although_both_are_sound() {
        var bearer = "Bearer " + api.token();

        assertRefused(api.get(OPEN, "Authorization", bearer, "Authorization", bearer), 401, "KB-004");
    }

    @Test
    void refuses_a_token_signed_by_another_than_the_issuer() {
        var reply = with(TestKeys.sign(TestKeys.STRANGER, api.claims()));

        assertRefused(reply, 401, "KB-004");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
    }

    @Test
    void refuses_an_expired_token() {
        var token = api.token();
        assertThat(with(token).status()).isEqualTo(200);

        api.clock.advance(Duration.ofMinutes(3));
        assertRefused(with(token), 401, "KB-004");
    }

    @Test
    void refuses_a_token_of_another_issuer() {
        assertRefused(withClaim("iss", "https://maskinporten.example.no/"), 401, "KB-004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"skatteetaten:krav", "altinn:authorization/authorize", ""})
    void refuses_a_token_without_the_scope(String scope) {
        var reply = withClaim("scope", scope);

        assertRefused(reply, 403, "KB-005");
        assertThat(reply.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"skatteetaten:kravogbetalinger\"");
    }

    @Test
    void refuses_a_token_without_a_system_user_and_does_not_ask_for_a_decision() {
        int asked = decisions();
        var claims = api.claims();
        claims.remove("authorization_details");

        assertRefused(with(TestKeys.sign(TestKeys.ISSUER, claims)), 403, "KB-005");
        assertThat(decisions()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deny", "NotApplicable", "Indeterminate"})
    void refuses_what_the_decision_point_does_not_permit(String decision) {
        answer(Response.json(200, TestPlatform.decision(decision, "null")));

        var reply = api.get(OPEN);
        assertRefused(reply, 403, "KB-005");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    @Test
    void refuses_another_party_than_the_one_that_is_permitted() {
        assertRefused(api.get(openClaims(PLUMBER)), 403, "KB-005");
    }

    @ParameterizedTest
    @CsvSource({"3, 200", "4, 403"})
    void refuses_a_permit_for_a_higher_authentication_level_than_the_tokens(int required, int status) {
        api.permitting(BAKERY, TestPlatform.minimumLevel(required));

        assertThat(api.get(OPEN).status()).isEqualTo(status);
    }

    @Test
    void refuses_a_permit_with_an_obligation_nobody_knows() {
        api.permitting(BAKERY, """
                [{"id":"o","attributeAssignment":[{"attributeId":"a","value":"1","category":"urn:example:log"}]}]""");

        assertRefused(api.get(OPEN), 403, "KB-005");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 400, 401, 403, 204, 302})
    void fails_closed_when_the_decision_point_gives_no_decision(int status) {
        answer(Response.json(status, TestPlatform.decision("Permit", "null")));

        assertRefused(api.get(OPEN), 500, "KB-002");
    }

    @Test
    void fails_closed_when_the_decision_point_hangs_up() {
        api.platform.server().on(TestPlatform.AUTHORIZE, request -> {
            throw new IOException("gone");
        });

        assertRefused(api.get(OPEN), 500, "KB-002");
    }

    @Test
    void fails_closed_when_the_issuers_keys_are_too_old_and_cannot_be_had_anew() {
        assertThat(api.get(OPEN).status()).isEqualTo(200);
        api.clock.advance(Duration.ofHours(25));
        api.platform.server().on(TestPlatform.KEYS, request -> Response.json(503, "{}"));

        assertRefused(api.get(OPEN), 500, "KB-002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"313371736", "31337173", "3133717351", "bakeriet", "%20", "12857410260", "313371735%0A"})
    void refuses_a_malformed_identifier_once_the_caller_is_known(String identifier) {
        var path = "/v1/regnskapssystem/" + identifier + "/aapnekrav";

        assertRefused(api.get(path, "Accept", "*/*"), 401, "KB-004");
        assertRefused(api.get(path), 400, "KB-006");
    }

    @Test
    void tells_nothing_about_whether_the_party_exists_when_access_is_denied() {
        api.platform.revokeAll();
        var known = api.get(openClaims(BAKERY));
        var unknown = api.get(openClaims(NOBODY));

        assertRefused(known, 403, "KB-005");
        assertThat(withoutId(unknown)).isEqualTo(withoutId(known));
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.header("WWW-Authenticate")).isEqualTo(known.header("WWW-Authenticate"));
    }

    @Test
    void tells_one_with_access_that_the_party_is_unknown() {
        api.permitting(NOBODY);

        assertRefused(api.get(openClaims(NOBODY)), 404, "KB-009");
    }

    @Test
    void checks_access_before_the_period() {
        api.platform.revokeAll();
        var path = "/v1/finans/" + BAKERY + "/krav?fraOgMed=i-gaar";
        assertRefused(api.get(path), 403, "KB-005");

        api.permitting(BAKERY);
        assertRefused(api.get(path), 400, "KB-006");
    }

    @Test
    void asks_anew_for_each_request_so_that_a_right_taken_back_is_gone_at_once() {
        assertThat(api.get(OPEN).status()).isEqualTo(200);
        api.platform.revokeAll();

        assertRefused(api.get(OPEN), 403, "KB-005");
    }

    private void answer(Response response) {
        api.platform.server().on(TestPlatform.AUTHORIZE, request -> response);
    }

    private int decisions() {
        return api.platform.server().requests(TestPlatform.AUTHORIZE).size();
    }

    private Reply with(String token) {
        return api.get(OPEN, "Authorization", "Bearer " + token);
    }

    private Reply withClaim(String name, Object value) {
        Map<String, Object> claims = api.claims();
        claims.put(name, value);
        return with(TestKeys.sign(TestKeys.ISSUER, claims));
    }

    private static String openClaims(OrgNumber party) {
        return "/v1/regnskapssystem/" + party + "/aapnekrav";
    }

    private static String withoutId(Reply reply) {
        return reply.text().replace(reply.json().path("korrelasjonsid").asString(), "");
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.json().propertyNames()).containsExactly("kode", "melding", "korrelasjonsid");
    }
}
