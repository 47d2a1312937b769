package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.klarert.issuer.certificate.BusinessCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeysTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long YEAR = 365L * 86_400;

    static String key(String kid, KeyPair pair) {
        return JSONObjectUtils.toJSONString(jwk(kid, pair));
    }

    private static Map<String, Object> jwk(String kid, KeyPair pair) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        new RSAKey.Builder(TestKeys.publicPart(pair)).build().toJSONObject().forEach(jwk::put);
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("kid", kid);
        return jwk;
    }

    private static Map<String, Object> with(String member, Object value) {
        var jwk = jwk("k", TestKeys.VENDOR);
        jwk.put(member, value);
        return jwk;
    }

    private static ClientKeys.Reading readSet(String jwks) {
        return ClientKeys.read(jwks, BusinessCertificates.none(), NOW);
    }

    private static ClientKeys.Reading read(Map<String, Object> jwk) {
        return readSet(JSONObjectUtils.toJSONString(Map.of("keys", List.of(jwk))));
    }

    private static ClientKey single(ClientKeys.Reading reading) {
        assertThat(reading).isInstanceOf(ClientKeys.Reading.Read.class);
        return ((ClientKeys.Reading.Read) reading).keys().get(0);
    }

    private static void faulty(ClientKeys.Reading reading, String message) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        ClientKeys.Reading.Faulty.class,
                        faulty -> assertThat(faulty.fields())
                                .anySatisfy(field -> assertThat(field.message()).contains(message)));
    }

    @Test
    void reads_a_public_key_and_gives_it_a_year() {
        var key = single(read(jwk("turbo-2026.q1_a", TestKeys.VENDOR)));
        assertThat(key.id().value()).isEqualTo("turbo-2026.q1_a");
        assertThat(key.algorithm()).isEqualTo(SignatureAlgorithm.RS256);
        assertThat(key.publicKey()).isEqualTo(TestKeys.publicPart(TestKeys.VENDOR));
        assertThat(key.expires()).isEqualTo(NOW.plusSeconds(YEAR));
    }

    @Test
    void writes_the_key_as_it_was_read_with_its_expiry() {
        var key = single(read(jwk("k", TestKeys.VENDOR)));
        var expected = with("exp", NOW.plusSeconds(YEAR).getEpochSecond());
        assertThat(ClientKeys.toJwk(key)).isEqualTo(expected);
        assertThat(single(read(ClientKeys.toJwk(key)))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512"})
    void accepts_three_algorithms(String algorithm) {
        assertThat(single(read(with("alg", algorithm))).algorithm().name()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @CsvSource({
        "alg, ES256, `alg`", "alg, none, `alg`", "alg, rs256, `alg`", "use, enc, `use`", "kty, EC, `kty`",
                "kid, a b, key id",
        "kid, ../a, key id", "kid, '', key id", "n, '', base64url", "n, a=b, base64url", "e, Aw, `e`", "e, AQAA, `e`",
        "e, AAAA, `e`"
    })
    void refuses_other_members(String member, String value, String message) {
        faulty(read(with(member, value)), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "use", "alg", "kid", "n", "e"})
    void refuses_a_key_that_lacks_a_member(String member) {
        var jwk = jwk("k", TestKeys.VENDOR);
        jwk.remove(member);
        faulty(read(jwk), "`" + member + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void refuses_private_members_and_repeats_nothing_of_them(String member) {
        var outcome = read(with(member, "c2VjcmV0LXZhbHVl"));
        faulty(outcome, "only public members");
        assertThat(outcome.toString()).doesNotContain("c2VjcmV0LXZhbHVl");
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2047, 4097, 8192})
    void refuses_a_modulus_that_is_too_short_or_too_long(int bits) {
        faulty(read(with("n", modulus(bits))), "2048 to 4096 bits");
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072, 4096})
    void accepts_a_modulus_of_usual_length(int bits) {
        assertThat(single(read(with("n", modulus(bits))))
                        .publicKey()
                        .getModulus()
                        .bitLength())
                .isEqualTo(bits);
    }

    private static String modulus(int bits) {
        return Base64URL.encode(BigInteger.ONE.shiftLeft(bits - 1).setBit(0)).toString();
    }

    @Test
    void refuses_an_even_modulus_and_an_exponent_made_to_be_slow() {
        faulty(read(with("n", Base64URL.encode(BigInteger.ONE.shiftLeft(2047)).toString())), "odd");
        faulty(read(with("e", modulus(2048))), "`e`");
    }

    @Test
    void refuses_an_address_of_certificates_and_what_is_no_certificate() {
        faulty(read(with("x5u", "https://a.example/")), "no address of certificates");
        faulty(read(with("x5c", "MIIB")), "`x5c` is an array");
        faulty(read(with("x5c", List.of())), "1 to 6 certificates");
        faulty(read(with("x5c", List.of("MIIB"))), "number 1 is none");
    }

    @Test
    void accepts_an_expiry_within_a_year_and_no_other() {
        long now = NOW.getEpochSecond();
        assertThat(single(read(with("exp", now + 60))).expires()).isEqualTo(NOW.plusSeconds(60));
        single(read(with("exp", now + YEAR)));
        for (var wrong : List.<Object>of(now, now - 1, now + YEAR + 11, "1798761600", 1.5, Long.MAX_VALUE)) {
            faulty(read(with("exp", wrong)), "`exp`");
        }
    }

    @Test
    void accepts_five_keys_and_refuses_six_none_and_two_of_one_name() {
        assertThat(readSet(set("k0", "k1", "k2", "k3", "k4"))).isInstanceOf(ClientKeys.Reading.Read.class);
        faulty(readSet(set("k0", "k1", "k2", "k3", "k4", "k5")), "1 to 5 keys");
        faulty(readSet(set()), "1 to 5 keys");
        faulty(readSet(set("k0", "k0")), "unique");
    }

    private static String set(String... kids) {
        return IntStream.range(0, kids.length)
                .mapToObj(i -> key(Objects.requireNonNull(kids[i]), TestKeys.VENDOR))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    @Test
    void reports_each_faulty_key_with_its_place() {
        var jwks = "{\"keys\":[" + key("a", TestKeys.VENDOR) + ",1," + key("b c", TestKeys.VENDOR) + "]}";
        assertThat(readSet(jwks))
                .isInstanceOfSatisfying(
                        ClientKeys.Reading.Faulty.class,
                        faulty -> assertThat(faulty.fields())
                                .extracting(InvalidField::field)
                                .containsExactly("keys[1]", "keys[2]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "{\"keys\":{}}", "{\"keys\":null}", "{\"keys\":[", "{\"keys\":[],\"keys\":[]}"})
    void refuses_what_is_not_a_key_set(String text) {
        assertThat(readSet(text)).isInstanceOf(ClientKeys.Reading.Faulty.class);
    }

    @Test
    void refuses_a_set_of_more_than_64_kibibytes() {
        faulty(readSet(" ".repeat(64 * 1024 + 1)), "at most");
    }
}
