package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.Answers.issued;
import static no.klarert.conformance.maskinporten.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Objects;
import no.klarert.server.RunningTwin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is in a token: claims, lifetime and restrictions (Maskinporten §4.3 to §4.5; §14 points 1, 8 and 11). */
@ExtendWith(RunningTwin.Shared.class)
class TokenContentsTest {
    private static Http http;
    private static Administration administration;
    private static Vendor vendor;

    @BeforeAll
    static void prepare(RunningTwin twin) {
        http = new Http(twin.base());
        administration = Administration.of(twin);
        vendor = Vendor.smartCloud(twin);
    }

    @Test
    void a_plain_token_has_exactly_the_claims_that_are_always_there() {
        var claims = issued(http.token(vendor.assertion().sign()));
        assertThat(claims.getClaims())
                .containsOnlyKeys(
                        "iss", "client_id", "client_amr", "consumer", "scope", "token_type", "iat", "exp", "jti")
                .containsEntry("client_amr", "private_key_jwt")
                .containsEntry("token_type", "Bearer")
                .containsEntry("iss", vendor.issuer());
        assertThat(claims.getJWTID()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void a_token_lives_as_long_as_its_client_says_and_no_longer_than_any_scope_allows() {
        var open = administration.grantedScope("lifetime/open", "\"at_max_age\": 0");
        var capped = administration.grantedScope("lifetime/capped", "\"at_max_age\": 300");
        var client = administration.client(600, open, capped);
        assertThat(lifetime(client.asking(open))).isEqualTo(600);
        assertThat(lifetime(client.asking(capped))).isEqualTo(300);
        assertThat(lifetime(client.asking(open + " " + capped))).isEqualTo(300);
        assertThat(lifetime(administration.client(0, open))).isEqualTo(120);
        assertThat(lifetime(administration.client(60, capped))).isEqualTo(60);
    }

    private static long lifetime(Vendor client) {
        var reply = http.token(client.assertion().sign());
        long lifetime = Answers.secondsOf(issued(reply));
        assertThat(reply.json().path("expires_in").asLong()).isEqualTo(lifetime - 1);
        return lifetime;
    }

    @Test
    void a_resource_becomes_the_audience_as_it_was_written() throws ParseException {
        var one = vendor.assertion().claim("resource", "\"https://api.example/v1\"");
        assertThat(audience(http.token(one.sign()))).isEqualTo("https://api.example/v1");
        var listed = vendor.assertion().claim("resource", "[\"https://api.example/v1\"]");
        assertThat(audience(http.token(listed.sign()))).isEqualTo("https://api.example/v1");
        var two = vendor.assertion().claim("resource", "[\"https://api.example/v1\",\"urn:example:api\"]");
        assertThat(issued(http.token(two.sign())).getAudience())
                .containsExactly("https://api.example/v1", "urn:example:api");
        var fragment = vendor.assertion().claim("resource", "\"https://api.example/v1#part\"");
        refused(http.token(fragment.sign()), "invalid_target", "", "without fragment");
    }

    /** As it is in the token: one text, or a list of several. */
    private static Object audience(Http.Reply reply) throws ParseException {
        return Objects.requireNonNull(
                SignedJWT.parse(reply.accessToken()).getPayload().toJSONObject().get("aud"));
    }

    @Test
    void a_person_is_repeated_if_the_number_is_one() throws Exception {
        assertThat(issued(http.token(vendor.assertionForPerson().sign())).getStringClaim("pid"))
                .isEqualTo(Vendor.PERSON);
        var wrong = vendor.assertion().claim("pid", "\"21918810011\"");
        refused(http.token(wrong.sign()), "invalid_request", "", "pid must be a national identity number");
    }

    @Test
    void claims_that_working_clients_send_are_taken_and_others_are_not() {
        var sent = vendor.assertion().claim("sub", CraftedJwt.quoted(vendor.clientId()));
        issued(http.token(sent.claim("nbf", sent.claim("iat")).sign()));
        var another = vendor.assertion().claim("sub", "\"another\"");
        refused(http.token(another.sign()), "invalid_request", "MP-011", "Invalid assertion");
        var unknown = vendor.assertion().claim("consumer_orgno", "\"310000019\"");
        refused(http.token(unknown.sign()), "invalid_request", "MP-011", "Invalid assertion");
    }

    @Test
    void times_may_come_from_a_clock_that_counts_fractions() {
        var sent = vendor.assertion();
        var fraction = sent.claim("iat", sent.claim("iat") + ".4711").claim("exp", sent.claim("exp") + ".25");
        issued(http.token(fraction.sign()));
    }
}
