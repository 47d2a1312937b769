package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.klarert.storage.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maskinporten §1.3: how the stored keys of an issuer follow each other, by themselves and by hand. */
class KeyRotationTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Duration LIFETIME = Duration.ofDays(90);

    /** After the last token has expired, a day more. */
    private static final Duration KEPT = Duration.ofHours(26);

    private final InMemoryStores stores = new InMemoryStores();
    private Instant now = START;
    private final SigningKeys keys = keys(TestKeys.SEALING_KEY, LIFETIME);
    private final KeyRotation rotation = keys.rotation();

    private SigningKeys keys(Bytes sealingKey, Duration lifetime) {
        return new SigningKeys(
                stores.transactions,
                stores.signingKeyStore,
                stores.auditTrail,
                new KeySealer(sealingKey, TestKeys.random()),
                TestKeys.RSA,
                () -> now,
                new KeySettings(2048, AHEAD, Duration.ofHours(24), lifetime));
    }

    @BeforeEach
    void make_the_first_key() {
        keys.open(IssuerName.MASKINPORTEN);
        keys.open(IssuerName.ALTINN);
    }

    private List<ListedKey> listed() {
        return rotation.list(IssuerName.MASKINPORTEN);
    }

    private List<KeyState> states() {
        return listed().stream().map(ListedKey::state).toList();
    }

    private String id(int index) {
        return listed().get(index).id();
    }

    private List<String> actions() {
        return stores.audit.stream()
                .skip(2) // the first keys
                .map(event -> event.action() + " " + event.object())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ID_PORTEN")
    void the_next_key_is_published_a_day_before_the_old_ones_lifetime_ends(IssuerName issuer) {
        now = START.plus(LIFETIME).minus(AHEAD).minusMillis(1);
        assertThat(rotation.rotateIfDue(issuer)).isFalse();
        now = now.plusMillis(1);
        assertThat(rotation.rotateIfDue(issuer)).isTrue();
        var listed = rotation.list(issuer);
        assertThat(listed).extracting(ListedKey::state).containsExactly(KeyState.SIGNING, KeyState.PUBLISHED);
        assertThat(listed.get(1).times().signsFrom()).isEqualTo(START.plus(LIFETIME));
        assertThat(listed.get(0).times().publishedUntil())
                .contains(START.plus(LIFETIME).plus(KEPT));
        assertThat(rotation.rotateIfDue(issuer)).as("one waits already").isFalse();
    }

    @Test
    void an_installation_that_was_away_for_long_still_publishes_a_key_a_day_before_it_signs() {
        now = START.plus(Duration.ofDays(1_000));
        assertThat(rotation.rotateIfDue(IssuerName.MASKINPORTEN)).isTrue();
        assertThat(listed().get(1).times().signsFrom()).isEqualTo(now.plus(AHEAD));
        assertThat(states()).containsExactly(KeyState.SIGNING, KeyState.PUBLISHED);
    }

    @Test
    void keys_of_unlimited_lifetime_are_rotated_by_hand_only() {
        now = START.plus(Duration.ofDays(10_000));
        var unlimited = keys(TestKeys.SEALING_KEY, Duration.ZERO).rotation();
        assertThat(unlimited.rotateIfDue(IssuerName.MASKINPORTEN)).isFalse();
        assertThat(unlimited.rotate(IssuerName.MASKINPORTEN)).isInstanceOf(RotationOutcome.Rotated.class);
    }

    @Test
    void a_key_rotated_by_hand_signs_a_day_later_and_the_old_one_is_gone_when_its_tokens_are() {
        var rotated = (RotationOutcome.Rotated) rotation.rotate(IssuerName.MASKINPORTEN);
        assertThat(rotated.signsFrom()).isEqualTo(START.plus(AHEAD));
        assertThat(rotated.keyId()).isEqualTo(id(1));
        assertThat(states()).containsExactly(KeyState.SIGNING, KeyState.PUBLISHED);
        now = START.plus(AHEAD);
        assertThat(states()).containsExactly(KeyState.RETIRED, KeyState.SIGNING);
        now = START.plus(AHEAD).plus(KEPT).minusMillis(1);
        assertThat(states()).containsExactly(KeyState.RETIRED, KeyState.SIGNING);
        now = now.plusMillis(1);
        assertThat(states()).containsExactly(KeyState.GONE, KeyState.SIGNING);
        assertThat(actions()).containsExactly("signingkey.create " + id(1));
    }

    @Test
    void a_second_rotation_while_a_key_waits_is_refused_and_changes_nothing() {
        rotation.rotate(IssuerName.MASKINPORTEN);
        var before = listed();
        assertThat(rotation.rotate(IssuerName.MASKINPORTEN))
                .isEqualTo(new RotationOutcome.Refused(
                        "key `" + id(1) + "` is published already and signs from 2026-01-02T00:00:00Z"));
        assertThat(listed()).isEqualTo(before);
        assertThat(rotation.list(IssuerName.ALTINN)).hasSize(1);
    }

    @Test
    void in_an_emergency_a_new_key_signs_as_soon_as_every_node_publishes_it() {
        var rotated = (RotationOutcome.Rotated) rotation.rotateAtOnce(IssuerName.MASKINPORTEN);
        assertThat(rotated.signsFrom()).isEqualTo(START.plusSeconds(10));
        now = rotated.signsFrom();
        assertThat(states()).containsExactly(KeyState.RETIRED, KeyState.SIGNING);
        assertThat(listed().get(0).times().publishedUntil()).contains(now.plus(KEPT));
    }

    @Test
    void in_an_emergency_the_key_that_waits_is_used_because_some_verifiers_know_it() {
        var waiting = (RotationOutcome.Rotated) rotation.rotate(IssuerName.MASKINPORTEN);
        now = START.plusSeconds(3_600);
        assertThat(rotation.rotateAtOnce(IssuerName.MASKINPORTEN))
                .isEqualTo(new RotationOutcome.Rotated(waiting.keyId(), now.plusSeconds(10)));
        assertThat(listed()).hasSize(2);
        assertThat(listed().get(0).times().publishedUntil())
                .contains(now.plusSeconds(10).plus(KEPT));
        assertThat(actions()).containsExactly("signingkey.create " + id(1), "signingkey.advance " + id(1));
    }

    @Test
    void withdrawing_the_key_that_signs_lets_a_new_one_sign_at_once() {
        var first = id(0);
        assertThat(rotation.withdraw(first)).isEqualTo(new RotationOutcome.Withdrawn(first, id(1)));
        assertThat(states()).containsExactly(KeyState.GONE, KeyState.SIGNING);
        assertThat(actions()).containsExactly("signingkey.create " + id(1), "signingkey.withdraw " + first);
    }

    @Test
    void withdrawing_the_key_that_signs_prefers_the_one_that_waits() {
        rotation.rotate(IssuerName.MASKINPORTEN);
        assertThat(rotation.withdraw(id(0))).isEqualTo(new RotationOutcome.Withdrawn(id(0), id(1)));
        assertThat(states()).containsExactly(KeyState.GONE, KeyState.SIGNING);
    }

    @Test
    void withdrawing_the_key_that_waits_leaves_the_one_that_signs_without_an_end() {
        rotation.rotate(IssuerName.MASKINPORTEN);
        var signs = id(0);
        assertThat(rotation.withdraw(id(1))).isEqualTo(new RotationOutcome.Withdrawn(id(1), signs));
        assertThat(states()).containsExactly(KeyState.SIGNING, KeyState.GONE);
        assertThat(listed().get(0).times().publishedUntil()).isEmpty();
        now = START.plus(AHEAD);
        assertThat(states()).containsExactly(KeyState.SIGNING, KeyState.GONE);
        assertThat(rotation.rotate(IssuerName.MASKINPORTEN)).isInstanceOf(RotationOutcome.Rotated.class);
    }

    @Test
    void withdrawing_a_retired_key_changes_nothing_else() {
        rotation.rotate(IssuerName.MASKINPORTEN);
        now = START.plus(AHEAD);
        assertThat(rotation.withdraw(id(0))).isEqualTo(new RotationOutcome.Withdrawn(id(0), id(1)));
        assertThat(states()).containsExactly(KeyState.GONE, KeyState.SIGNING);
        assertThat(listed()).hasSize(2);
    }

    @Test
    void a_key_that_is_gone_or_unknown_cannot_be_withdrawn() {
        rotation.withdraw(id(0));
        var before = listed();
        assertThat(rotation.withdraw(id(0)))
                .isEqualTo(new RotationOutcome.Refused("key `" + id(0) + "` is gone already"));
        assertThat(rotation.withdraw("nobodys"))
                .isEqualTo(new RotationOutcome.Refused("there is no signing key `nobodys`"));
        assertThat(listed()).isEqualTo(before);
    }

    @Test
    void a_change_with_another_sealing_key_is_refused_since_the_nodes_could_not_open_the_new_key() {
        var other = keys(Bytes.of(new byte[32]), LIFETIME).rotation();
        assertThatThrownBy(() -> other.rotate(IssuerName.MASKINPORTEN))
                .isInstanceOf(IssuerException.class)
                .hasMessageContaining("the sealing key is not the one");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void an_installation_that_never_started_has_nothing_to_rotate() {
        stores.signingKeys.clear();
        assertThatThrownBy(() -> rotation.rotate(IssuerName.MASKINPORTEN)).isInstanceOf(IssuerException.class);
        assertThat(rotation.rotateIfDue(IssuerName.MASKINPORTEN)).isFalse();
        assertThat(stores.signingKeys).isEmpty();
    }
}
