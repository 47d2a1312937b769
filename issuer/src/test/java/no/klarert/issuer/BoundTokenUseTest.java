package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.klarert.issuer.TokenVerification.Accepted;
import no.klarert.issuer.TokenVerification.Rejected;
import no.klarert.issuer.TokenVerification.Unproven;
import org.junit.jupiter.api.Test;

/** Bound tokens at our own interfaces (RFC 9449 §7; RFC 8705 §3). */
class BoundTokenUseTest {
    private static final String ADDRESS = "https://klarert.example/samarbeid/api/v1/clients";

    private final Installation klarert = new Installation();

    private String dpopToken() {
        klarert.bind(TokenBinding.DPOP_KEY);
        return token(Shown.atTokenEndpoint(new Proof(klarert).sign()));
    }

    private String token(Possession possession) {
        var assertion = klarert.assertion().sign();
        var outcome = klarert.tokens().request(new TokenRequest.JwtBearer(assertion, Installation.TRACE, possession));
        return Outcomes.issued(outcome).token().reveal();
    }

    private Proof proof(String token) {
        return new Proof(klarert).of(token, "GET", ADDRESS);
    }

    private TokenVerification present(TokenType scheme, String token, String... proofs) {
        return klarert.verifier().verify(new PresentedToken(scheme, token, Shown.at("GET", ADDRESS, proofs)));
    }

    private static void accepted(TokenVerification verification) {
        assertThat(verification).isInstanceOf(Accepted.class);
    }

    private static void rejected(TokenVerification verification, String why) {
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(why));
    }

    private static void unproven(TokenVerification verification, String error, String why) {
        assertThat(verification).isInstanceOfSatisfying(Unproven.class, unproven -> {
            assertThat(unproven.error()).isEqualTo(error);
            assertThat(unproven.reason()).contains(why);
        });
    }

    @Test
    void a_token_is_accepted_with_a_proof_of_its_key_once() {
        var token = dpopToken();
        var proof = proof(token).sign();
        accepted(present(TokenType.DPOP, token, proof));
        unproven(present(TokenType.DPOP, token, proof), "invalid_dpop_proof", "used before");
        accepted(present(TokenType.DPOP, token, proof(token).sign()));
    }

    @Test
    void a_token_without_its_proof_is_refused() {
        var token = dpopToken();
        unproven(present(TokenType.BEARER, token), "invalid_token", "scheme DPoP");
        unproven(present(TokenType.BEARER, token, proof(token).sign()), "invalid_token", "scheme DPoP");
        unproven(klarert.verifier().verify(token), "invalid_token", "scheme DPoP");
        unproven(present(TokenType.DPOP, token), "invalid_dpop_proof", "missing");
        unproven(
                present(TokenType.DPOP, token, proof(token).sign(), proof(token).sign()),
                "invalid_dpop_proof",
                "more than one");
    }

    @Test
    void a_proof_for_another_use_is_refused() {
        var token = dpopToken();
        var other = dpopToken();
        var error = "invalid_dpop_proof";
        unproven(present(TokenType.DPOP, token, proof(other).sign()), error, "`ath`");
        unproven(present(TokenType.DPOP, token, proof(token).without("ath").sign()), error, "`ath`");
        unproven(present(TokenType.DPOP, token, proof(token).claim("ath", "").sign()), error, "`ath`");
        unproven(
                present(TokenType.DPOP, token, proof(token).claim("htm", "POST").sign()), error, "`htm`");
        unproven(
                present(
                        TokenType.DPOP,
                        token,
                        proof(token).claim("htu", ADDRESS + "/x").sign()),
                error,
                "`htu`");
        unproven(
                present(
                        TokenType.DPOP,
                        token,
                        proof(token).with("ES256", Proof.OTHER_P256).sign()),
                error,
                "another key");
        unproven(present(TokenType.DPOP, token, new Proof(klarert).sign()), error, "`htm`");
        unproven(
                present(
                        TokenType.DPOP,
                        token,
                        proof(token)
                                .claim("iat", klarert.now.getEpochSecond() - 71)
                                .sign()),
                error,
                "`iat`");
    }

    @Test
    void a_token_that_has_expired_is_refused_and_leaves_the_proof_unused() {
        var token = dpopToken();
        klarert.now = klarert.now.plusSeconds(200);
        int used = klarert.stores.claimed.size();
        rejected(present(TokenType.DPOP, token, proof(token).sign()), "expired");
        assertThat(klarert.stores.claimed).hasSize(used);
    }

    @Test
    void a_bearer_token_is_not_made_a_bound_one_by_its_scheme() {
        var token = token(Possession.NONE);
        accepted(present(TokenType.BEARER, token));
        accepted(present(TokenType.BEARER, token, "nonsense", "more"));
        rejected(present(TokenType.DPOP, token, proof(token).sign()), "bearer token");
    }

    @Test
    void a_certificate_bound_token_is_accepted_with_its_certificate_only() {
        klarert.bind(TokenBinding.CLIENT_CERTIFICATE);
        var certificate = TlsCertificates.parse(TlsCertificates.ONE);
        var token = token(Shown.certificate(certificate));
        assertThat(CompactJws.parse(token).payload())
                .containsEntry("token_type", "Bearer")
                .containsEntry(
                        "cnf",
                        Map.of(
                                "x5t#S256",
                                Assertion.encode(
                                        Proof.sha256(Base64.getDecoder().decode(TlsCertificates.ONE)))));
        accepted(present(token, Shown.certificate(certificate)));
        rejected(present(token, Shown.certificate(TlsCertificates.parse(TlsCertificates.OTHER))), "certificate");
        rejected(present(token, Possession.NONE), "certificate");
        rejected(
                klarert.verifier().verify(new PresentedToken(TokenType.DPOP, token, Shown.certificate(certificate))),
                "certificate");
    }

    private TokenVerification present(String token, Possession possession) {
        return klarert.verifier().verify(new PresentedToken(TokenType.BEARER, token, possession));
    }

    @Test
    void a_client_bound_to_its_certificate_gets_no_token_without_one() {
        klarert.bind(TokenBinding.CLIENT_CERTIFICATE);
        Outcomes.refusedWithoutCode(
                klarert.request(klarert.assertion().sign()), OAuthError.INVALID_REQUEST, "TLS certificate");
    }

    @Test
    void a_client_without_the_option_gets_a_plain_token_whatever_certificate_it_has() {
        var token = token(Shown.certificate(TlsCertificates.parse(TlsCertificates.OTHER)));
        assertThat(CompactJws.parse(token).payload()).doesNotContainKey("cnf");
        accepted(present(TokenType.BEARER, token));
    }

    @Test
    void what_a_token_is_bound_to_its_exchanged_token_is_bound_to() {
        var token = dpopToken();
        var exchanged = exchange(new PresentedToken(
                TokenType.DPOP, token, Shown.at("GET", ADDRESS, proof(token).sign())));
        assertThat(exchanged).isInstanceOf(ExchangeOutcome.Exchanged.class);
        var altinn = ((ExchangeOutcome.Exchanged) exchanged).token().reveal();
        assertThat(CompactJws.parse(altinn).payload())
                .containsEntry("cnf", Map.of("jkt", Proof.thumbprint(Proof.P256)));
        unproven(present(TokenType.BEARER, altinn), "invalid_token", "scheme DPoP");
        accepted(present(TokenType.DPOP, altinn, proof(altinn).sign()));
    }

    @Test
    void a_bound_token_is_not_exchanged_without_its_proof() {
        assertThat(exchange(PresentedToken.bearer(dpopToken())))
                .isInstanceOfSatisfying(
                        ExchangeOutcome.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(Unproven.class));
    }

    private ExchangeOutcome exchange(PresentedToken presented) {
        return new AltinnTokenExchange(
                        klarert.verifier(),
                        klarert.signer(klarert.issuers.altinn()),
                        klarert.stores.transactions,
                        (transaction, number) -> Optional.empty(),
                        UUID::randomUUID,
                        klarert)
                .exchange(presented);
    }

    @Test
    void a_confirmation_that_is_not_understood_opens_nothing() {
        for (var confirmation : List.<Object>of(
                Map.of(), Map.of("jwk", Map.of()), Map.of("jkt", 1L), "x", Map.of("jkt", "a", "kid", "b"))) {
            var claims =
                    new LinkedHashMap<>(CompactJws.parse(token(Possession.NONE)).payload());
            claims.put("cnf", confirmation);
            var token = klarert.signer(klarert.issuers.maskinporten())
                    .sign(claims, klarert.now)
                    .reveal();
            rejected(present(TokenType.BEARER, token), "`cnf`");
        }
    }
}
