package no.klarert.issuer;

import static no.klarert.issuer.Installation.CLIENT;
import static no.klarert.issuer.Installation.CUSTOMER;
import static no.klarert.issuer.Installation.ORDERS;
import static no.klarert.issuer.Installation.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.klarert.storage.Actor;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenVerifierTest {
    private final Installation klarert = new Installation();

    private String token() {
        return Outcomes.issued(klarert.request(klarert.assertion().sign()))
                .token()
                .reveal();
    }

    private String systemUserToken() {
        klarert.addSystemUser(CUSTOMER, CUSTOMER.value());
        var details = Map.of(
                "type",
                "urn:altinn:systemuser",
                "systemuser_org",
                Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + CUSTOMER));
        return Outcomes.issued(klarert.request(klarert.assertion()
                        .claim("authorization_details", List.of(details))
                        .sign()))
                .token()
                .reveal();
    }

    private VerifiedAccessToken accepted(String token) {
        var verification = klarert.verifier().verify(token);
        assertThat(verification).isInstanceOf(TokenVerification.Accepted.class);
        return ((TokenVerification.Accepted) verification).token();
    }

    private void rejected(String token, String reason) {
        assertThat(klarert.verifier().verify(token))
                .isInstanceOfSatisfying(
                        TokenVerification.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(reason));
    }

    @Test
    void accepts_a_token_issued_here_and_tells_who_it_speaks_for() {
        assertThat(accepted(token())).isInstanceOfSatisfying(VerifiedAccessToken.OfOrganization.class, token -> {
            assertThat(token.issuer()).isEqualTo(IssuerName.MASKINPORTEN);
            assertThat(token.consumer()).isEqualTo(VENDOR);
            assertThat(token.client()).isEqualTo(CLIENT);
            assertThat(token.scopes()).containsExactly(ORDERS);
            assertThat(token.level()).isEqualTo(new AuthenticationLevel(3));
            assertThat(token.systemUser()).isEmpty();
            assertThat(token.actor()).isEqualTo(new Actor.OfOrganization(VENDOR, CLIENT.value()));
            assertThat(token.hasAnyOf(ScopeName.parse("acme:other"), ORDERS)).isTrue();
            assertThat(token.hasAnyOf(ScopeName.parse("acme:orders"))).isFalse();
        });
    }

    @Test
    void tells_the_system_user() {
        assertThat(accepted(systemUserToken()))
                .isInstanceOfSatisfying(
                        VerifiedAccessToken.OfOrganization.class,
                        token -> assertThat(token.systemUser())
                                .contains(new VerifiedAccessToken.SystemUser(
                                        Installation.SYSTEM_USER, CUSTOMER, Installation.SYSTEM)));
    }

    @Test
    void accepts_the_token_of_a_person() {
        var person = new EndUser(
                new UserId(20000021), new PartyId(50000021), PartyUuid.parse("3f0d3f6e-6b1c-4f2b-8d0e-200000000021"));
        var token = new EndUserTokens(klarert.signer(klarert.issuers.altinn()), klarert)
                .issue(person, new AuthenticationLevel(4), Set.of(EndUserTokens.PORTAL));
        assertThat(accepted(token.reveal())).isInstanceOfSatisfying(VerifiedAccessToken.OfPerson.class, read -> {
            assertThat(read.person()).isEqualTo(person);
            assertThat(read.level()).isEqualTo(new AuthenticationLevel(4));
            assertThat(read.scopes()).containsExactly(EndUserTokens.PORTAL);
            assertThat(read.actor()).isEqualTo(new Actor.OfPerson(new UserId(20000021)));
        });
        assertThat(CompactJws.parse(token.reveal()).payload())
                .containsEntry("urn:altinn:userid", 20000021L)
                .containsEntry("urn:altinn:partyid", 50000021L)
                .containsEntry("urn:altinn:party:uuid", "3f0d3f6e-6b1c-4f2b-8d0e-200000000021")
                .containsEntry("urn:altinn:authlevel", 4L)
                .containsEntry("scope", "altinn:portal/enduser");
        klarert.now = klarert.now.plusSeconds(1_809);
        assertThat(accepted(token.reveal())).isInstanceOf(VerifiedAccessToken.OfPerson.class);
        klarert.now = klarert.now.plusSeconds(1);
        rejected(token.reveal(), "expired");
    }

    @Test
    void rejects_a_token_ten_seconds_after_it_expired() {
        var token = token();
        klarert.now = klarert.now.plusSeconds(129);
        accepted(token);
        klarert.now = klarert.now.plusSeconds(1);
        rejected(token, "expired");
    }

    @Test
    void rejects_a_token_signed_by_anyone_else_in_our_name() {
        var kid = klarert.issuers.maskinporten().keys().signingKey(klarert.now).id();
        var payload = JSONObjectUtils.toJSONString(CompactJws.parse(token()).payload());
        rejected(
                Assertion.sign("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", payload, TestKeys.OTHER),
                "not signed with a key of its issuer");
    }

    @Test
    void rejects_a_token_that_one_issuer_signed_in_the_name_of_the_other() {
        var claims = new LinkedHashMap<>(CompactJws.parse(token()).payload());
        var signer = klarert.signer(klarert.issuers.altinn());
        rejected(signer.sign(claims, klarert.now).reveal(), "not signed with a key of its issuer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://klarert.example/maskinporten",
                "https://klarert.example/maskinporten/x",
                "https://evil.example/?https://klarert.example/maskinporten/",
                ""
            })
    void rejects_every_other_issuer(String issuer) {
        var claims = new LinkedHashMap<>(CompactJws.parse(token()).payload());
        claims.put("iss", issuer);
        rejected(
                klarert.signer(klarert.issuers.maskinporten())
                        .sign(claims, klarert.now)
                        .reveal(),
                "issuer");
    }

    @Test
    void rejects_other_algorithms_and_an_unsigned_token() {
        var good = CompactJws.parse(token());
        var payload = JSONObjectUtils.toJSONString(good.payload());
        for (var algorithm : List.of("none", "HS256", "RS384", "RS512", "PS256", "rs256")) {
            var header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + good.headerText("kid") + "\"}";
            rejected(Assertion.sign(header, payload, TestKeys.OTHER), "header");
        }
        rejected(good.signingInput() + ".", "base64url");
    }

    @Test
    void rejects_critical_headers() {
        var good = CompactJws.parse(token());
        rejected(
                Assertion.sign(
                        "{\"alg\":\"RS256\",\"kid\":\"" + good.headerText("kid") + "\",\"crit\":[\"exp\"]}",
                        JSONObjectUtils.toJSONString(good.payload()),
                        TestKeys.OTHER),
                "header");
    }

    @Test
    void rejects_an_assertion_used_as_a_token() {
        rejected(klarert.assertion().sign(), "issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "Bearer x", "....", "e30.e30.e30"})
    void rejects_what_is_not_a_token(String text) {
        rejected(text, "the token is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "client_id", "scope", "exp"})
    void rejects_a_token_of_ours_that_lacks_a_claim_it_always_has(String claim) {
        var claims = new LinkedHashMap<>(CompactJws.parse(token()).payload());
        claims.remove(claim);
        rejected(
                klarert.signer(klarert.issuers.maskinporten())
                        .sign(claims, klarert.now)
                        .reveal(),
                "the token");
    }
}
