package no.klarert.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.klarert.sdk.VerificationOutcome.Reason;
import no.klarert.sdk.VerificationOutcome.Rejected;
import no.klarert.sdk.VerificationOutcome.Unavailable;
import no.klarert.sdk.VerificationOutcome.Verified;
import no.klarert.sdk.testing.MutableClock;
import no.klarert.sdk.testing.TestKeys;
import no.klarert.sdk.testing.TestPlatform;
import no.klarert.sdk.testing.TestServer.Response;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private static final ScopeName SCOPE = ScopeName.parse("skatteetaten:kravogbetalinger");
    private static final OrgNumber CUSTOMER = new OrgNumber("312345676");
    private static final SystemUserId SYSTEM_USER = new SystemUserId(UUID.randomUUID());

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T12:00:00Z"));
    private final TestPlatform platform = new TestPlatform(clock);

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void accepts_a_token_of_the_issuer_and_reads_its_claims() {
        var token = verified(sign(claims()));

        assertThat(token.consumer()).isEqualTo(TestPlatform.VENDOR);
        assertThat(token.supplier()).isEmpty();
        assertThat(token.scopes()).containsExactly(SCOPE.value());
        assertThat(token.hasScope(SCOPE)).isTrue();
        assertThat(token.systemUser())
                .contains(new SystemUser(SYSTEM_USER, CUSTOMER, Optional.of(new SystemId("310000019_turboskatt"))));
        assertThat(token.authenticationLevel().value()).isEqualTo(3);
        assertThat(token.serviceOwner()).isEmpty();
        assertThat(token.id()).isPresent();
        assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(120));
    }

    @Test
    void accepts_a_token_without_a_system_user() {
        assertThat(verified(sign(platform.claims(SCOPE.value()))).systemUser()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512"})
    void accepts_each_allowed_algorithm(String algorithm) throws JOSEException {
        assertThat(verify(signWith(header(algorithm), TestKeys.ISSUER))).isInstanceOf(Verified.class);
    }

    @Test
    void refuses_an_unsigned_token() {
        var header = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"issuer-key-1\"}");
        var payload = Base64URL.encode(JSONObjectUtils.toJSONString(claims()));

        assertRejected(verify(header + "." + payload + "."), Reason.ALGORITHM);
        assertRejected(verify(header.toString().replace("none", "None") + "." + payload + ".AAAA"), Reason.ALGORITHM);
    }

    @Test
    void refuses_a_token_signed_with_the_public_key_as_a_shared_secret() throws JOSEException {
        var secret = TestKeys.ISSUER.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var jws = new JWSObject(header("HS256"), payload());
        jws.sign(new MACSigner(secret));

        assertRejected(verify(jws.serialize()), Reason.ALGORITHM);
    }

    @Test
    void refuses_an_algorithm_that_is_not_listed_although_the_key_fits() throws JOSEException {
        assertRejected(verify(signWith(header("PS256"), TestKeys.ISSUER)), Reason.ALGORITHM);
    }

    @Test
    void refuses_a_token_of_an_unknown_key() {
        assertRejected(verify(TestKeys.sign(TestKeys.NEXT_ISSUER, claims())), Reason.UNKNOWN_KEY);
    }

    @Test
    void refuses_a_token_whose_header_names_no_key() throws JOSEException {
        var header = new JWSHeader(JWSAlgorithm.RS256);

        assertRejected(verify(signWith(header, TestKeys.ISSUER)), Reason.UNKNOWN_KEY);
    }

    @Test
    void refuses_a_token_that_brings_its_own_key() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("issuer-key-1")
                .jwk(TestKeys.STRANGER.toPublicJWK())
                .jwkURL(platform.server().address("evil"))
                .build();

        assertRejected(verify(signWith(header, TestKeys.STRANGER)), Reason.SIGNATURE);
        assertThat(platform.server().requests("/evil")).isEmpty();
    }

    @Test
    void refuses_a_token_of_a_stranger_under_a_known_key_id() {
        assertRejected(verify(TestKeys.sign(TestKeys.STRANGER, claims())), Reason.SIGNATURE);
    }

    @Test
    void refuses_a_token_whose_payload_was_changed() {
        var parts = sign(claims()).split("\\.", -1);
        var changed = Base64URL.encode(
                JSONObjectUtils.toJSONString(platform.claims(SCOPE.value(), SYSTEM_USER, new OrgNumber("315555558"))));

        assertRejected(verify(parts[0] + "." + changed + "." + parts[2]), Reason.SIGNATURE);
    }

    @Test
    void refuses_critical_extensions() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("issuer-key-1")
                .customParam("http://example.no/must", true)
                .criticalParams(Set.of("http://example.no/must"))
                .build();

        assertRejected(verify(signWith(header, TestKeys.ISSUER)), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c.d", "a.b.c.d.e", "{}.{}.x", "e30.e30.e30", "-.-.-", "bm8.bm8.bm8"})
    void refuses_what_is_not_a_signed_token(String text) {
        assertRejected(verify(text), Reason.MALFORMED);
    }

    @Test
    void refuses_an_oversized_token() {
        var claims = claims();
        claims.put("filler", "x".repeat(20_000));

        assertRejected(verify(sign(claims)), Reason.MALFORMED);
    }

    @Test
    void refuses_a_payload_with_a_claim_twice() {
        var text = JSONObjectUtils.toJSONString(claims());
        var twice = text.substring(0, text.length() - 1) + ",\"scope\":\"skatteetaten:alt\"}";

        assertRejected(verify(TestKeys.sign(TestKeys.ISSUER, twice)), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maskinporten", "maskinporten//", "Maskinporten/", "", "maskinporten/evil"})
    void refuses_another_issuer_however_similar(String path) {
        assertRejected(with("iss", platform.server().address(path).toString()), Reason.ISSUER);
    }

    @ParameterizedTest
    @CsvSource({"-9, VERIFIED", "-10, EXPIRED", "-11, EXPIRED", "0, VERIFIED"})
    void refuses_an_expired_token_beyond_the_clock_skew(long seconds, String expected) {
        var claims = claims();
        claims.put("iat", clock.instant().getEpochSecond() - 300);
        claims.put("exp", clock.instant().getEpochSecond() + seconds);

        assertOutcome(verify(sign(claims)), expected);
    }

    @ParameterizedTest
    @CsvSource({"iat, 10, VERIFIED", "iat, 11, NOT_YET_VALID", "nbf, 10, VERIFIED", "nbf, 11, NOT_YET_VALID"})
    void refuses_a_token_from_the_future_beyond_the_clock_skew(String claim, long seconds, String expected) {
        assertOutcome(with(claim, clock.instant().getEpochSecond() + seconds), expected);
    }

    @ParameterizedTest
    @CsvSource({"exp, EXPIRED", "iat, NOT_YET_VALID", "iss, ISSUER", "consumer, CLAIM", "scope, SCOPE"})
    void refuses_a_token_that_lacks_a_claim(String claim, Reason reason) {
        var claims = claims();
        claims.remove(claim);

        assertRejected(verify(sign(claims)), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skatteetaten:krav",
                "skatteetaten:kravogbetalinger2",
                "skatteetaten:kravogbetalinger.les",
                "xskatteetaten:kravogbetalinger",
                "skatteetaten:Kravogbetalinger",
                "skatteetaten:kravogbetalinger,acme:orders.read",
                "",
            })
    void refuses_a_scope_that_is_only_similar(String scope) {
        var outcome = with("scope", scope);

        assertRejected(outcome, Reason.SCOPE);
        assertThat(((Rejected) outcome).status()).isEqualTo(403);
        assertThat(((Rejected) outcome).challenge())
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"skatteetaten:kravogbetalinger\"");
    }

    @Test
    void finds_the_scope_among_others() {
        assertThat(with("scope", "acme:orders.read skatteetaten:kravogbetalinger"))
                .isInstanceOf(Verified.class);
    }

    @Test
    void ignores_the_scope_only_when_told_by_name() {
        var verifier = TokenVerifier.builder(platform.issuer())
                .ignoreScope()
                .ignoreAudience()
                .clock(clock)
                .build();
        var claims = platform.claims("acme:orders.read");

        assertThat(verifier.verify(sign(claims)))
                .isInstanceOfSatisfying(
                        Verified.class,
                        ok -> assertThat(ok.token().hasScope(SCOPE)).isFalse());
        assertThatThrownBy(() -> TokenVerifier.builder(platform.issuer())
                        .ignoreAudience()
                        .build())
                .hasMessageContaining("ignoreScope");
    }

    @Test
    void requires_its_own_audience_when_told_to() {
        var verifier = TokenVerifier.builder(platform.issuer())
                .requireScope(SCOPE)
                .requireAudience("https://api.example.no/")
                .clock(clock)
                .build();
        var claims = claims();
        assertRejected(verifier.verify(sign(claims)), Reason.AUDIENCE);
        claims.put("aud", "https://api.example.no/v2");
        assertRejected(verifier.verify(sign(claims)), Reason.AUDIENCE);
        claims.put("aud", List.of("https://other.example.no/", "https://api.example.no/"));
        assertThat(verifier.verify(sign(claims))).isInstanceOf(Verified.class);
        claims.put("aud", "https://api.example.no/");
        assertThat(verifier.verify(sign(claims))).isInstanceOf(Verified.class);
    }

    @Test
    void ignores_the_audience_only_when_told_by_name() {
        assertThat(with("aud", "unspecified")).isInstanceOf(Verified.class);
        assertThatThrownBy(() -> TokenVerifier.builder(platform.issuer())
                        .requireScope(SCOPE)
                        .build())
                .hasMessageContaining("ignoreAudience");
    }

    @Test
    void refuses_a_token_that_is_bound_to_a_key_or_a_certificate() {
        for (Object confirmation : List.of(Map.of("jkt", "abc"), Map.of("x5t#S256", "abc"), Map.of(), "abc")) {
            assertRejected(with("cnf", confirmation), Reason.BOUND);
        }
    }

    @ParameterizedTest
    @MethodSource
    void refuses_a_malformed_claim(String claim, Object value) {
        assertRejected(with(claim, value), Reason.CLAIM);
    }

    static Stream<Arguments> refuses_a_malformed_claim() {
        var authority = "iso6523-actorid-upis";
        var details = TestPlatform.details(SYSTEM_USER, CUSTOMER);
        return Stream.of(
                Arguments.of("consumer", "0192:310000019"),
                Arguments.of("consumer", Map.of("authority", authority)),
                Arguments.of("consumer", Map.of("authority", "other", "ID", "0192:310000019")),
                Arguments.of("consumer", Map.of("authority", authority, "ID", "9908:310000019")),
                Arguments.of("consumer", Map.of("authority", authority, "ID", "0192:310000018")),
                Arguments.of("supplier", Map.of("authority", authority, "ID", "310000019")),
                Arguments.of("scope", List.of("skatteetaten:kravogbetalinger")),
                Arguments.of("exp", "1767225720"),
                Arguments.of("iss", 5),
                Arguments.of("urn:altinn:authlevel", 5),
                Arguments.of("urn:altinn:authlevel", -1),
                Arguments.of("authorization_details", "urn:altinn:systemuser"),
                Arguments.of("authorization_details", List.of("urn:altinn:systemuser")),
                Arguments.of("authorization_details", List.of(details, details)),
                Arguments.of("authorization_details", without(details, "systemuser_id")),
                Arguments.of("authorization_details", without(details, "systemuser_org")),
                Arguments.of("authorization_details", changed(details, "systemuser_id", List.of())),
                Arguments.of("authorization_details", changed(details, "systemuser_id", List.of("1"))),
                Arguments.of("authorization_details", changed(details, "system_id", "with space")));
    }

    @Test
    void reads_an_exchanged_token() {
        var claims = claims();
        claims.remove("client_amr");
        claims.put("authorization_details", TestPlatform.details(SYSTEM_USER, CUSTOMER));
        claims.put("urn:altinn:authlevel", 2);
        claims.put("urn:altinn:org", "skd");

        var token = verified(sign(claims));

        assertThat(token.systemUser().map(SystemUser::id)).contains(SYSTEM_USER);
        assertThat(token.authenticationLevel().value()).isEqualTo(2);
        assertThat(token.serviceOwner()).contains("skd");
    }

    @Test
    void gives_an_exchanged_token_without_a_level_the_lowest() {
        var claims = claims();
        claims.remove("client_amr");

        assertThat(verified(sign(claims)).authenticationLevel().value()).isZero();
    }

    @Test
    void finds_the_system_user_among_details_of_other_types() {
        var claims = claims();
        claims.put(
                "authorization_details",
                List.of(Map.of("type", "urn:altinn:consent", "id", "x"), TestPlatform.details(SYSTEM_USER, CUSTOMER)));
        assertThat(verified(sign(claims)).systemUser().map(SystemUser::id)).contains(SYSTEM_USER);

        claims.put("authorization_details", List.of(Map.of("type", "urn:altinn:consent", "id", "x")));
        assertThat(verified(sign(claims)).systemUser()).isEmpty();
    }

    @Test
    void reads_organisation_identifiers_in_every_spelling() {
        var claims = claims();
        claims.put("supplier", Map.of("authority", "iso6523-actorid-upis", "id", "0192:314444442"));
        claims.put("consumer", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:310000019:ER//315555558:1"));

        var token = verified(sign(claims));

        assertThat(token.supplier()).contains(new OrgNumber("314444442"));
        assertThat(token.consumer()).isEqualTo(TestPlatform.VENDOR);
    }

    @Test
    void reads_the_bearer_token_of_a_request() {
        var token = sign(claims());

        assertThat(verifier().verifyAuthorization(List.of("Bearer " + token))).isInstanceOf(Verified.class);
        assertThat(verifier().verifyAuthorization(List.of("bearer  " + token))).isInstanceOf(Verified.class);
    }

    @Test
    void refuses_a_request_without_a_bearer_token() {
        for (var headers : List.<List<String>>of(
                List.of(),
                List.of(""),
                List.of("Basic dTpw"),
                List.of("Bearer"),
                List.of("Bearer a b"),
                List.of(sign(claims())))) {
            var outcome = verifier().verifyAuthorization(headers);
            assertRejected(outcome, Reason.NO_TOKEN);
            assertThat(((Rejected) outcome).challenge()).isEqualTo("Bearer");
        }
        var token = "Bearer " + sign(claims());
        assertRejected(verifier().verifyAuthorization(List.of(token, token)), Reason.MALFORMED);
    }

    @Test
    void answers_a_bad_token_with_a_challenge_that_repeats_nothing_of_it() {
        var outcome = with("iss", "https://evil.example/\"injected");

        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.status()).isEqualTo(401);
            assertThat(rejected.challenge())
                    .isEqualTo("Bearer error=\"invalid_token\", error_description=\"the issuer is not trusted\"");
        });
    }

    @Test
    void fetches_the_keys_once_for_many_tokens() {
        var verifier = verifier();
        for (int i = 0; i < 5; i++) {
            assertThat(verifier.verify(sign(claims()))).isInstanceOf(Verified.class);
        }
        assertThat(platform.server().requests(TestPlatform.KEYS)).hasSize(1);
    }

    @Test
    void learns_a_new_key_of_the_issuer() {
        var verifier = verifier();
        assertThat(verifier.verify(sign(claims()))).isInstanceOf(Verified.class);
        platform.publish(TestKeys.NEXT_ISSUER);
        clock.advance(Duration.ofSeconds(31));

        assertThat(verifier.verify(TestKeys.sign(TestKeys.NEXT_ISSUER, claims())))
                .isInstanceOf(Verified.class);
    }

    @Test
    void does_not_fetch_for_every_token_of_an_unknown_key() {
        var verifier = verifier();
        for (int i = 0; i < 20; i++) {
            assertRejected(verifier.verify(TestKeys.sign(TestKeys.NEXT_ISSUER, claims())), Reason.UNKNOWN_KEY);
        }
        assertThat(platform.server().requests(TestPlatform.KEYS)).hasSize(1);
    }

    @Test
    void forgets_a_key_the_issuer_has_withdrawn() {
        var verifier = verifier();
        assertThat(verifier.verify(sign(claims()))).isInstanceOf(Verified.class);
        keys(new JWKSet(TestKeys.NEXT_ISSUER).toString(true));
        clock.advance(Duration.ofMinutes(61));

        assertRejected(verifier.verify(sign(claims())), Reason.UNKNOWN_KEY);
    }

    @Test
    void lives_on_kept_keys_for_a_day_while_the_issuer_is_down() {
        var verifier = verifier();
        assertThat(verifier.verify(sign(claims()))).isInstanceOf(Verified.class);
        platform.server().on(TestPlatform.KEYS, request -> Response.json(503, "{}"));

        clock.advance(Duration.ofHours(23));
        assertThat(verifier.verify(sign(claims()))).isInstanceOf(Verified.class);
        clock.advance(Duration.ofHours(2));
        assertThat(verifier.verify(sign(claims()))).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"issuer-key-1\"}]}"})
    void is_unavailable_when_the_keys_cannot_be_read(String document) {
        keys(document);

        assertThat(verify(sign(claims()))).isInstanceOf(Unavailable.class);
    }

    @Test
    void is_unavailable_when_two_keys_share_an_id() {
        keys(new JWKSet(List.of(TestKeys.ISSUER, TestKeys.STRANGER)).toString(true));

        assertThat(verify(sign(claims()))).isInstanceOf(Unavailable.class);
    }

    @Test
    void is_unavailable_when_the_key_document_is_oversized_or_slow() {
        keys("{\"keys\":[]," + " ".repeat(300_000) + "}");
        assertThat(verify(sign(claims()))).isInstanceOf(Unavailable.class);

        platform.server().on(TestPlatform.KEYS, request -> {
            try {
                Thread.sleep(3000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Response.json(200, "{}");
        });
        var impatient = builder()
                .http(HttpSettings.standard()
                        .withTimeout(Duration.ofMillis(150))
                        .withAttempts(1))
                .build();
        assertThat(impatient.verify(sign(claims()))).isInstanceOf(Unavailable.class);
    }

    @Test
    void never_uses_a_weak_or_foreign_key() throws JOSEException {
        var weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        var encryption = new RSAKey.Builder(TestKeys.NEXT_ISSUER)
                .keyUse(KeyUse.ENCRYPTION)
                .build();
        keys(new JWKSet(List.of(TestKeys.ISSUER, weak, encryption)).toString(true));
        var verifier = verifier();

        assertThat(verifier.verify(sign(claims()))).isInstanceOf(Verified.class);
        var weakHeader = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("weak").build();
        assertRejected(verifier.verify(signWith(weakHeader, TestKeys.ISSUER)), Reason.UNKNOWN_KEY);
        assertRejected(verifier.verify(TestKeys.sign(TestKeys.NEXT_ISSUER, claims())), Reason.UNKNOWN_KEY);
    }

    @Test
    void uses_given_keys_without_reading_metadata() {
        var verifier =
                builder().jwksUri(platform.server().address("maskinporten/jwk")).build();

        assertThat(verifier.verify(sign(claims()))).isInstanceOf(Verified.class);
        assertThat(platform.server().requests(TestPlatform.METADATA)).isEmpty();
    }

    @Test
    void refuses_settings_that_weaken_it() {
        assertThatThrownBy(() -> builder().clockSkew(Duration.ofSeconds(11)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        builder().jwksUri(URI.create("http://keys.example/")).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenVerifier.builder(URI.create("http://issuer.example/"))
                        .requireScope(SCOPE)
                        .ignoreAudience()
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TokenVerifier verifier() {
        return builder().build();
    }

    private TokenVerifier.Builder builder() {
        return TokenVerifier.builder(platform.issuer())
                .requireScope(SCOPE)
                .ignoreAudience()
                .clock(clock);
    }

    private VerificationOutcome verify(String token) {
        return verifier().verify(token);
    }

    private VerificationOutcome with(String claim, Object value) {
        var claims = claims();
        claims.put(claim, value);
        return verify(sign(claims));
    }

    private VerifiedToken verified(String token) {
        var outcome = verify(token);
        assertThat(outcome).isInstanceOf(Verified.class);
        return ((Verified) outcome).token();
    }

    private static void assertOutcome(VerificationOutcome outcome, String expected) {
        if (expected.equals("VERIFIED")) {
            assertThat(outcome).isInstanceOf(Verified.class);
        } else {
            assertRejected(outcome, Reason.valueOf(expected));
        }
    }

    private static void assertRejected(VerificationOutcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    private Map<String, Object> claims() {
        return platform.claims(SCOPE.value(), SYSTEM_USER, CUSTOMER);
    }

    private static String sign(Map<String, Object> claims) {
        return TestKeys.sign(TestKeys.ISSUER, claims);
    }

    private static JWSHeader header(String algorithm) {
        return new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                .keyID("issuer-key-1")
                .build();
    }

    private Payload payload() {
        return new Payload(JSONObjectUtils.toJSONString(claims()));
    }

    private String signWith(JWSHeader header, RSAKey key) throws JOSEException {
        var jws = new JWSObject(header, payload());
        jws.sign(new RSASSASigner(key));
        return jws.serialize();
    }

    private void keys(String document) {
        platform.server().on(TestPlatform.KEYS, request -> Response.json(200, document));
    }

    private static Map<String, Object> changed(Map<String, Object> members, String name, Object value) {
        var copy = new LinkedHashMap<>(members);
        copy.put(name, value);
        return copy;
    }

    private static Map<String, Object> without(Map<String, Object> members, String name) {
        var copy = new LinkedHashMap<>(members);
        copy.remove(name);
        return copy;
    }
}
