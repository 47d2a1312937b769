package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maskinporten §14 item 13: the issuers' own keys. */
class SigningKeysTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final InMemoryStores stores = new InMemoryStores();

    private SigningKeys keys(Bytes sealingKey) {
        return keys(sealingKey, stores.signingKeyStore, 2048);
    }

    private SigningKeys keys(Bytes sealingKey, SigningKeyStore store, int size) {
        return new SigningKeys(
                stores.transactions,
                store,
                stores.auditTrail,
                new KeySealer(sealingKey, TestKeys.random()),
                TestKeys.RSA,
                InstantSource.fixed(NOW),
                KeySettings.ofSize(size));
    }

    @Test
    void makes_a_key_for_each_issuer_at_the_first_start_and_opens_it_at_the_next() {
        var first = Issuers.open(Installation.ISSUER, Installation.ALTINN, keys(TestKeys.SEALING_KEY));
        var second = Issuers.open(Installation.ISSUER, Installation.ALTINN, keys(TestKeys.SEALING_KEY));
        assertThat(second.maskinporten().keys().published(NOW).json())
                .isEqualTo(first.maskinporten().keys().published(NOW).json());
        assertThat(second.altinn().keys().published(NOW).json())
                .isEqualTo(first.altinn().keys().published(NOW).json());
        assertThat(first.maskinporten().keys().published(NOW).json())
                .isNotEqualTo(first.altinn().keys().published(NOW).json());
        assertThat(stores.audit)
                .extracting(event -> event.action())
                .containsExactly("signingkey.create", "signingkey.create");
    }

    @Test
    void another_sealing_key_stops_the_start_with_a_clear_message() {
        keys(TestKeys.SEALING_KEY).open(IssuerName.MASKINPORTEN);
        assertThatThrownBy(() -> keys(Bytes.of(new byte[32])).open(IssuerName.MASKINPORTEN))
                .isInstanceOf(IssuerException.class)
                .hasMessageContaining("the sealing key is not the one it was stored with");
        assertThat(stores.signingKeys).hasSize(1);
    }

    @Test
    void of_two_nodes_that_start_at_once_the_first_to_insert_wins() {
        var winner = keys(TestKeys.SEALING_KEY).open(IssuerName.MASKINPORTEN);
        var late = new SigningKeyStore() {
            private boolean asked;

            @Override
            public List<StoredKey> keys(Transaction transaction, String issuer) {
                var seen = asked ? stores.signingKeyStore.keys(transaction, issuer) : List.<StoredKey>of();
                asked = true;
                return seen;
            }

            @Override
            public List<StoredKey> heldKeys(Transaction transaction, String issuer) {
                return List.of();
            }

            @Override
            public boolean reschedule(Transaction transaction, String issuer, int number, KeyTimes times) {
                throw new AssertionError("the loser changes nothing");
            }

            @Override
            public boolean insert(Transaction transaction, StoredKey key) {
                return stores.signingKeyStore.insert(transaction, key);
            }
        };
        var loser = keys(TestKeys.SEALING_KEY, late, 2048).open(IssuerName.MASKINPORTEN);
        assertThat(loser.published(NOW).json()).isEqualTo(winner.published(NOW).json());
        assertThat(stores.signingKeys).hasSize(1);
        assertThat(stores.audit).hasSize(1);
    }

    @Test
    void a_stored_key_with_another_public_part_stops_the_start() {
        keys(TestKeys.SEALING_KEY).open(IssuerName.MASKINPORTEN);
        stores.signingKeys.replaceAll(key -> new SigningKeyStore.StoredKey(
                key.issuer(),
                key.number(),
                key.keyId(),
                key.sealedPrivateKey(),
                Bytes.of(TestKeys.OTHER.getPublic().getEncoded()),
                key.times()));
        assertThatThrownBy(() -> keys(TestKeys.SEALING_KEY).open(IssuerName.MASKINPORTEN))
                .isInstanceOf(IssuerException.class)
                .hasMessageContaining("another public part");
    }

    @Test
    void publishes_public_parts_only_under_their_thumbprints() throws ParseException {
        var keys = keys(TestKeys.SEALING_KEY).open(IssuerName.MASKINPORTEN);
        var published = JWKSet.parse(keys.published(NOW).json()).getKeys();
        assertThat(published).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.size()).isEqualTo(2048);
            assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
            assertThat(key.toJSONObject()).containsOnlyKeys("kty", "e", "use", "kid", "alg", "n");
        });
    }

    @Test
    void tokens_signed_before_a_rotation_verify_after_it() {
        var klarert = new Installation();
        var before = klarert.issuers.maskinporten().keys().signingKey(klarert.now);
        var token = Outcomes.issued(klarert.request(klarert.assertion().sign())).token();
        var rotated = new Issuers(
                new Issuer(
                        Installation.ISSUER,
                        new IssuerKeys(List.of(before, TestKeys.signingKey(TestKeys.OTHER, Instant.EPOCH)))),
                klarert.issuers.altinn());
        var verifier = new AccessTokenVerifier(rotated, klarert.boundTokens(), TestKeys.RSA, klarert);
        assertThat(verifier.verify(token.reveal())).isInstanceOf(TokenVerification.Accepted.class);
        var later = klarert.signer(rotated.maskinporten())
                .sign(CompactJws.parse(token.reveal()).payload(), klarert.now);
        assertThat(CompactJws.parse(later.reveal()).headerText("kid")).isNotEqualTo(before.id());
        assertThat(verifier.verify(later.reveal())).isInstanceOf(TokenVerification.Accepted.class);
        assertThat(klarert.verifier().verify(later.reveal())).isInstanceOf(TokenVerification.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2047, 4097, 0, -1})
    void refuses_keys_that_are_too_short_or_too_long(int size) {
        assertThatThrownBy(() -> keys(TestKeys.SEALING_KEY, stores.signingKeyStore, size))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "https://a.example", "a.example/", "ftp://a.example/", "https://a.example/?x/", "https:///"})
    void refuses_an_issuer_that_is_not_a_url_with_a_trailing_slash(String identifier) {
        assertThatThrownBy(() -> new Issuer(identifier, klarertKeys())).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void the_two_issuers_must_differ() {
        var issuer = new Issuer(Installation.ISSUER, klarertKeys());
        assertThatThrownBy(() -> new Issuers(issuer, issuer)).isInstanceOf(IllegalArgumentException.class);
    }

    private static IssuerKeys klarertKeys() {
        return new IssuerKeys(List.of(TestKeys.signingKey(TestKeys.VENDOR, NOW)));
    }
}
