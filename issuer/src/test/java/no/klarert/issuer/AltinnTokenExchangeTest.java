package no.klarert.issuer;

import static no.klarert.issuer.Installation.CUSTOMER;
import static no.klarert.issuer.Installation.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.Test;

/** Maskinporten §14 item 15, without HTTP. */
class AltinnTokenExchangeTest {
    private static final UUID SESSION = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final String CONSUMER = "iso6523-actorid-upis";

    private final Installation klarert = new Installation();

    private AltinnTokenExchange exchange() {
        return new AltinnTokenExchange(
                klarert.verifier(),
                klarert.signer(klarert.issuers.altinn()),
                klarert.stores.transactions,
                (transaction, number) -> Optional.of("vnd").filter(code -> number.equals(VENDOR)),
                () -> SESSION,
                klarert);
    }

    private AccessToken exchanged(String token) {
        var outcome = exchange().exchange(PresentedToken.bearer(token));
        assertThat(outcome).isInstanceOf(ExchangeOutcome.Exchanged.class);
        return ((ExchangeOutcome.Exchanged) outcome).token();
    }

    private void refused(String token, String reason) {
        assertThat(exchange().exchange(PresentedToken.bearer(token)))
                .isInstanceOfSatisfying(
                        ExchangeOutcome.Refused.class,
                        refused -> assertThat(refused.why().reason()).contains(reason));
    }

    private String token(Assertion assertion) {
        return Outcomes.issued(klarert.request(assertion.sign())).token().reveal();
    }

    @Test
    void copies_the_claims_and_adds_those_of_altinn() {
        var original = token(klarert.assertion().claim("resource", "https://api.example/"));
        klarert.now = klarert.now.plusSeconds(60);
        var claims = CompactJws.parse(exchanged(original).reveal()).payload();
        long now = klarert.now.getEpochSecond();
        assertThat(claims)
                .containsOnlyKeys(
                        "scope",
                        "token_type",
                        "client_id",
                        "jti",
                        "consumer",
                        "urn:altinn:orgNumber",
                        "urn:altinn:authenticatemethod",
                        "urn:altinn:authlevel",
                        "iss",
                        "sid",
                        "iat",
                        "nbf",
                        "exp")
                .containsEntry("iss", Installation.ALTINN)
                .containsEntry("urn:altinn:orgNumber", "310000019")
                .containsEntry("urn:altinn:authenticatemethod", "maskinporten")
                .containsEntry("urn:altinn:authlevel", 3L)
                .containsEntry("sid", SESSION.toString())
                .containsEntry("consumer", Map.of("authority", CONSUMER, "ID", "0192:310000019"))
                .containsEntry("jti", CompactJws.parse(original).payload().get("jti"))
                .containsEntry("iat", now)
                .containsEntry("nbf", now)
                .containsEntry("exp", now + 1_800);
    }

    @Test
    void writes_a_header_with_type_key_and_algorithm() {
        var kid = klarert.issuers.altinn().keys().signingKey(klarert.now).id();
        assertThat(CompactJws.parse(exchanged(token(klarert.assertion())).reveal())
                        .header())
                .containsOnly(Map.entry("alg", "RS256"), Map.entry("typ", "JWT"), Map.entry("kid", kid));
    }

    @Test
    void the_system_user_rides_along_as_one_object() {
        klarert.addSystemUser(CUSTOMER, CUSTOMER.value());
        var organization = Map.of("authority", CONSUMER, "ID", "0192:313371735");
        var details = Map.of("type", "urn:altinn:systemuser", "systemuser_org", organization);
        var token = exchanged(token(klarert.assertion().claim("authorization_details", List.of(details))));
        assertThat(CompactJws.parse(token.reveal()).payload())
                .containsEntry(
                        "authorization_details",
                        Map.of(
                                "type",
                                "urn:altinn:systemuser",
                                "systemuser_org",
                                organization,
                                "systemuser_id",
                                List.of(Installation.SYSTEM_USER.toString()),
                                "system_id",
                                "310000019_turboskatt"));
        assertThat(klarert.verifier().verify(token.reveal()))
                .isInstanceOfSatisfying(
                        TokenVerification.Accepted.class,
                        accepted -> assertThat(((VerifiedAccessToken.OfOrganization) accepted.token()).systemUser())
                                .contains(new VerifiedAccessToken.SystemUser(
                                        Installation.SYSTEM_USER, CUSTOMER, Installation.SYSTEM)));
    }

    @Test
    void names_the_service_owner_only_with_a_scope_of_service_owners() {
        var serviceOwner = ScopeName.parse("altinn:serviceowner/instances.read");
        klarert.addScope(serviceOwner, Installation.settings());
        klarert.register(serviceOwner);
        klarert.approve(serviceOwner, VENDOR);
        var with = exchanged(token(klarert.assertion().claim("scope", serviceOwner.value())));
        assertThat(CompactJws.parse(with.reveal()).payload()).containsEntry("urn:altinn:org", "vnd");
        var without = exchanged(token(klarert.assertion()));
        assertThat(CompactJws.parse(without.reveal()).payload()).doesNotContainKey("urn:altinn:org");
    }

    @Test
    void one_prefix_becomes_a_string_and_is_still_read() {
        var write = ScopeName.parse("altinn:resourceregistry/resource.write");
        klarert.stores.organizations.put(VENDOR, new Organization(VENDOR, "Vendor", Set.of("beta")));
        klarert.addScope(write, Installation.settings());
        klarert.register(write);
        klarert.approve(write, VENDOR);
        var token = exchanged(token(klarert.assertion().claim("scope", write.value())));
        assertThat(CompactJws.parse(token.reveal()).payload()).containsEntry("consumer_prefix", "beta");
        assertThat(klarert.verifier().verify(token.reveal()))
                .isInstanceOfSatisfying(
                        TokenVerification.Accepted.class,
                        accepted -> assertThat(((VerifiedAccessToken.OfOrganization) accepted.token()).scopePrefixes())
                                .containsExactly("beta"));
    }

    @Test
    void refuses_an_expired_token_and_one_that_is_not_from_maskinporten() {
        var token = token(klarert.assertion());
        var altinn = exchanged(token).reveal();
        refused(altinn, "not from Maskinporten");
        refused("not a token", "the token is");
        refused(klarert.assertion().sign(), "issuer");
        klarert.now = klarert.now.plusSeconds(130);
        refused(token, "expired");
    }

    @Test
    void refuses_the_token_of_a_person() {
        var person =
                new EndUser(new UserId(1), new PartyId(1), PartyUuid.parse("3f0d3f6e-6b1c-4f2b-8d0e-200000000021"));
        var token = new EndUserTokens(klarert.signer(klarert.issuers.altinn()), klarert)
                .issue(person, new AuthenticationLevel(3), Set.of(EndUserTokens.PORTAL));
        refused(token.reveal(), "not from Maskinporten");
    }
}
