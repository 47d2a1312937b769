package no.klarert.issuer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens bound to a DPoP key: what is issued, and what a proof must be like (RFC 9449 §4.3 and §5). */
class DpopTokenTest {
    private static final KeyPair RSA_3072 = TestKeys.generate(3072);

    private final Installation klarert = new Installation();

    @BeforeEach
    void bindTheClientsTokens() {
        klarert.bind(TokenBinding.DPOP_KEY);
    }

    private TokenOutcome request(String... proofs) {
        return request(klarert.assertion(), Shown.atTokenEndpoint(proofs));
    }

    private TokenOutcome request(Assertion assertion, Possession possession) {
        return klarert.tokens().request(new TokenRequest.JwtBearer(assertion.sign(), Installation.TRACE, possession));
    }

    private Proof proof() {
        return new Proof(klarert);
    }

    private void refused(TokenOutcome outcome, String phrase) {
        Outcomes.refusedWithoutCode(outcome, OAuthError.INVALID_DPOP_PROOF, phrase);
    }

    @Test
    void binds_the_token_to_the_key_of_the_proof() {
        var outcome = request(proof().sign());
        assertThat(Outcomes.issued(outcome).type()).isEqualTo(TokenType.DPOP);
        assertThat(Outcomes.claims(outcome))
                .containsEntry("token_type", "DPoP")
                .containsEntry("cnf", Map.of("jkt", Proof.thumbprint(Proof.P256)));
    }

    @Test
    void but_for_the_binding_the_token_is_the_usual_one() {
        var bound = new HashMap<>(Outcomes.claims(request(proof().sign())));
        klarert.bind(TokenBinding.NONE);
        var plain = new HashMap<>(Outcomes.claims(request()));
        assertThat(bound.remove("cnf")).isNotNull();
        bound.put("token_type", "Bearer");
        bound.remove("jti");
        plain.remove("jti");
        assertThat(bound).isEqualTo(plain);
    }

    @Test
    void a_client_without_the_option_gets_a_bearer_token_whatever_proofs_it_sends() {
        klarert.bind(TokenBinding.NONE);
        for (var proofs : List.of(new String[] {proof().sign()}, new String[] {"nonsense", "more"}, new String[0])) {
            var outcome = request(proofs);
            assertThat(Outcomes.issued(outcome).type()).isEqualTo(TokenType.BEARER);
            assertThat(Outcomes.claims(outcome))
                    .containsEntry("token_type", "Bearer")
                    .doesNotContainKey("cnf");
        }
    }

    @Test
    void a_request_has_exactly_one_proof() {
        refused(request(), "header DPoP is missing");
        refused(request(proof().sign(), proof().sign()), "more than one header DPoP");
    }

    @Test
    void a_refusal_is_in_the_log() {
        request();
        assertThat(klarert.stores.tokenLog)
                .last()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("invalid_dpop_proof"));
    }

    static Stream<Arguments> algorithms() {
        var p384 = Proof.onCurve("secp384r1");
        var p521 = Proof.onCurve("secp521r1");
        return Stream.of(
                Arguments.of("ES256", Proof.P256),
                Arguments.of("ES384", p384),
                Arguments.of("ES512", p521),
                Arguments.of("RS256", TestKeys.VENDOR),
                Arguments.of("RS384", RSA_3072),
                Arguments.of("RS512", TestKeys.VENDOR),
                Arguments.of("PS256", TestKeys.VENDOR),
                Arguments.of("PS384", TestKeys.VENDOR),
                Arguments.of("PS512", RSA_3072));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("algorithms")
    void accepts_every_algorithm_it_names_and_refuses_the_same_under_another_key(String algorithm, KeyPair key) {
        Outcomes.issued(request(proof().with(algorithm, key).sign()));
        var other = key.getPublic().getAlgorithm().equals("EC") ? TestKeys.OTHER : Proof.OTHER_P256;
        refused(
                request(proof().with(algorithm, key)
                        .header("jwk", Proof.jwk(other))
                        .sign()),
                "header DPoP is not a valid");
    }

    @Test
    void a_proof_counts_once_for_every_assertion() {
        var proof = proof().sign();
        Outcomes.issued(request(proof));
        refused(request(proof), "used before");
        klarert.now = klarert.now.plusSeconds(69);
        refused(request(proof), "used before");
        klarert.now = klarert.now.plusSeconds(1);
        refused(request(proof), "`iat`");
    }

    @Test
    void a_proof_id_may_be_used_again_with_another_key_and_as_the_id_of_an_assertion() {
        Outcomes.issued(request(proof().claim("jti", "1").sign()));
        refused(
                request(proof().claim("jti", "1")
                        .claim("iat", klarert.now.getEpochSecond() - 1)
                        .sign()),
                "used before");
        Outcomes.issued(request(
                proof().claim("jti", "1").with("ES256", Proof.OTHER_P256).sign()));
        Outcomes.issued(request(klarert.assertion().claim("jti", "1"), Shown.atTokenEndpoint(proof().sign())));
    }

    @ParameterizedTest
    @CsvSource({"-69,true", "-71,false", "9,true", "11,false", "-86400,false", "86400,false"})
    void a_proof_is_of_the_last_minute(long offset, boolean accepted) {
        var outcome = request(proof().claim(
                        "iat", klarert.now.plus(Duration.ofSeconds(offset)).getEpochSecond())
                .sign());
        if (accepted) {
            Outcomes.issued(outcome);
        } else {
            refused(outcome, "`iat`");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://klarert.example/maskinporten/token",
                "HTTPS://Klarert.Example/maskinporten/token",
                "https://klarert.example:443/maskinporten/token",
                "https://klarert.example/maskinporten/token?query",
                "https://klarert.example/maskinporten/token#fragment"
            })
    void the_address_may_differ_where_it_makes_no_difference(String address) {
        Outcomes.issued(request(proof().claim("htu", address).sign()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://klarert.example/maskinporten/token",
                "https://klarert.example:8443/maskinporten/token",
                "https://klarert.example/maskinporten/token/",
                "https://klarert.example/maskinporten/Token",
                "https://klarert.example/",
                "https://evil@klarert.example/maskinporten/token",
                "https://klarert.example.evil/maskinporten/token",
                "/maskinporten/token",
                "nonsense with spaces",
                ""
            })
    void a_proof_for_another_address_is_refused(String address) {
        refused(request(proof().claim("htu", address).sign()), "`htu`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "post", "", "POST "})
    void a_proof_for_another_method_is_refused(String method) {
        refused(request(proof().claim("htm", method).sign()), "`htm`");
    }

    static Stream<Arguments> unsound() {
        return Stream.of(
                unsound("another type", proof -> proof.header("typ", "JWT")),
                unsound("no type", proof -> proof.withoutHeader("typ")),
                unsound("no algorithm", proof -> proof.withoutHeader("alg")),
                unsound("algorithm none", proof -> proof.header("alg", "none")),
                unsound("a symmetric algorithm", proof -> proof.header("alg", "HS256")),
                unsound(
                        "a symmetric key",
                        proof -> proof.header("alg", "HS256").header("jwk", Map.of("kty", "oct", "k", "c2VjcmV0"))),
                unsound("another algorithm than the curve's", proof -> proof.header("alg", "ES384")),
                unsound("an algorithm that is unknown", proof -> proof.header("alg", "ES256K")),
                unsound("no key", proof -> proof.withoutHeader("jwk")),
                unsound("a key that is text", proof -> proof.header("jwk", "key")),
                unsound("a private key", proof -> proof.member("d", "c2VjcmV0")),
                unsound("a private member of RSA", proof -> proof.member("dp", "c2VjcmV0")),
                unsound("a certificate in the key", proof -> proof.member("x5c", List.of("MIIB"))),
                unsound("a certificate's address in the key", proof -> proof.member("x5u", "https://evil.example/")),
                unsound("a certificate's thumbprint in the key", proof -> proof.member("x5t#S256", "abc")),
                unsound("a key for encryption", proof -> proof.member("use", "enc")),
                unsound("a key for another algorithm", proof -> proof.member("alg", "ES512")),
                unsound("another curve", proof -> proof.member("crv", "P-384")),
                unsound("no coordinate", proof -> proof.member("y", "")),
                unsound(
                        "a point beside the curve",
                        proof -> proof.member(
                                "y", requireNonNull(Proof.jwk(Proof.OTHER_P256).get("y")))),
                unsound(
                        "the point zero",
                        proof -> proof.member("x", "A".repeat(43)).member("y", "A".repeat(43))),
                unsound("a short RSA key", proof -> proof.with("RS256", TestKeys.generate(1024))),
                unsound(
                        "a huge RSA key",
                        proof -> proof.with("RS256", TestKeys.VENDOR)
                                .header("jwk", Map.of("kty", "RSA", "e", "AQAB", "n", Assertion.encode(odd(1024))))),
                unsound("a key set's address", proof -> proof.header("jku", "https://evil.example/")),
                unsound("a certificate", proof -> proof.header("x5c", List.of("MIIB"))),
                unsound("a certificate's address", proof -> proof.header("x5u", "https://evil.example/")),
                unsound(
                        "critical headers",
                        proof -> proof.header("crit", List.of("b64")).header("b64", false)),
                unsound("compression", proof -> proof.header("zip", "DEF")),
                unsound("another key's signature", proof -> proof.signedBy(Proof.OTHER_P256)),
                unsound("no id", proof -> proof.without("jti")),
                unsound("an empty id", proof -> proof.claim("jti", "")),
                unsound("a number as id", proof -> proof.claim("jti", 1)),
                unsound("a long id", proof -> proof.claim("jti", "x".repeat(256))),
                unsound("an id with a control character", proof -> proof.claim("jti", "\0dpop")),
                unsound("no method", proof -> proof.without("htm")),
                unsound("no address", proof -> proof.without("htu")),
                unsound("several addresses", proof -> proof.claim("htu", List.of(Proof.TOKEN_ADDRESS))),
                unsound("no time", proof -> proof.without("iat")),
                unsound("a time in text", proof -> proof.claim("iat", "1767225600")),
                unsound("a time beyond time", proof -> proof.claim("iat", Long.MAX_VALUE)),
                unsound("too long", proof -> proof.claim("x", "x".repeat(9_000))));
    }

    private static byte[] odd(int octets) {
        var number = new byte[octets];
        Arrays.fill(number, (byte) 0xff);
        return number;
    }

    private static Arguments unsound(String what, UnaryOperator<Proof> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsound")
    void refuses_a_proof_with(String what, UnaryOperator<Proof> change) {
        Outcomes.issued(request(proof().sign()));
        refused(request(change.apply(proof()).sign()), "header DPoP is not a valid");
    }

    @Test
    void refuses_what_is_no_proof_at_all() {
        var sound = proof().sign();
        var unsigned = sound.substring(0, sound.lastIndexOf('.') + 1);
        for (var text : List.of("", "x", "x.y.z", unsigned, sound + "=", sound + ", " + sound, "{}", sound + ".x")) {
            refused(request(text), "header DPoP is not a valid");
        }
        refused(request(unsigned + "A".repeat(86)), "header DPoP is not a valid");
    }

    @Test
    void an_assertion_that_is_refused_leaves_the_proof_unused() {
        var proof = proof().sign();
        Outcomes.refused(
                request(klarert.assertion().claim("aud", "https://other.example/"), Shown.atTokenEndpoint(proof)),
                MpCode.MP_110,
                "aud");
        Outcomes.issued(request(proof));
    }
}
