package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.Test;

/** ID-porten tokens, genuine but not always sound, for Altinn tokens (system user API §1.5). */
class EndUserTokenExchangeTest {
    private static final String PID = "12857410260";
    private static final EndUser PERSON =
            new EndUser(new UserId(20000021), new PartyId(50000021), new PartyUuid(UUID.randomUUID()));

    private final Installation klarert = new Installation();
    private final Issuer idPorten = new Issuer(
            "https://klarert.example/idporten/",
            new IssuerKeys(List.of(TestKeys.signingKey(TestKeys.OTHER, Instant.EPOCH))));
    private final Map<String, Object> claims = new LinkedHashMap<>();

    EndUserTokenExchangeTest() {
        claims.put("iss", idPorten.identifier());
        claims.put("sub", "pseudonym");
        claims.put("pid", PID);
        claims.put("acr", "idporten-loa-high");
        claims.put("amr", List.of("BankID", "sms"));
        claims.put("scope", "openid altinn:portal/enduser");
        claims.put("iat", klarert.now.getEpochSecond());
        claims.put("exp", klarert.now.getEpochSecond() + 100);
    }

    private ExchangeOutcome exchange() {
        var token = klarert.signer(idPorten).sign(claims, klarert.now).reveal();
        return new EndUserTokenExchange(
                        idPorten,
                        klarert.verifier(),
                        klarert.signer(klarert.issuers.altinn()),
                        identifier ->
                                Optional.of(PERSON).filter(person -> identifier.equals(new PersonIdentifier(PID))),
                        UUID::randomUUID,
                        klarert)
                .exchange(PresentedToken.bearer(token));
    }

    private Map<String, Object> exchanged() {
        var outcome = exchange();
        assertThat(outcome).isInstanceOf(ExchangeOutcome.Exchanged.class);
        return CompactJws.parse(((ExchangeOutcome.Exchanged) outcome).token().reveal())
                .payload();
    }

    private void refused(String why) {
        assertThat(exchange())
                .isInstanceOfSatisfying(
                        ExchangeOutcome.Refused.class,
                        refused ->
                                assertThat(refused.why().reason()).contains(why).doesNotContain(PID));
    }

    @Test
    void names_the_person_the_level_and_the_first_method() {
        assertThat(exchanged())
                .containsEntry("urn:altinn:userid", 20000021L)
                .containsEntry("urn:altinn:partyid", 50000021L)
                .containsEntry("urn:altinn:authlevel", 4L)
                .containsEntry("urn:altinn:authenticatemethod", "BankID")
                .containsEntry("exp", klarert.now.getEpochSecond() + 100)
                .doesNotContainKeys("sub", "amr");
        claims.put("acr", "idporten-loa-substantial");
        claims.put("amr", "MinID");
        assertThat(exchanged())
                .containsEntry("urn:altinn:authlevel", 3L)
                .containsEntry("urn:altinn:authenticatemethod", "MinID");
        claims.remove("amr");
        assertThat(exchanged()).containsEntry("urn:altinn:authenticatemethod", "NotDefined");
    }

    @Test
    void refuses_a_level_that_is_missing_or_unknown() {
        for (Object acr : List.of("Level5", "", 4L, List.of("idporten-loa-high"))) {
            claims.put("acr", acr);
            refused("how the person was authenticated");
        }
        claims.remove("acr");
        refused("how the person was authenticated");
    }

    @Test
    void refuses_a_person_who_is_missing_malformed_or_unknown() {
        for (Object pid : List.of("12857410261", "", 12857410260L)) {
            claims.put("pid", pid);
            refused("user profile");
        }
        claims.remove("pid");
        refused("user profile");
    }

    @Test
    void refuses_a_token_without_a_scope_of_altinns() {
        for (var scope : List.of("openid", "", "xaltinn:portal/enduser")) {
            claims.put("scope", scope);
            assertThat(exchange()).isInstanceOf(ExchangeOutcome.Insufficient.class);
        }
    }

    @Test
    void refuses_another_issuer_however_similar() {
        for (var issuer : List.of("https://klarert.example/idporten", Installation.ISSUER, Installation.ALTINN)) {
            claims.put("iss", issuer);
            refused("another issuer");
        }
    }

    @Test
    void refuses_a_token_that_has_expired() {
        claims.put("exp", klarert.now.getEpochSecond() - 11);
        refused("expired");
    }
}
