package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Maskinporten §1.3: which key signs and which are published is a matter of stored times alone. */
class KeyTimesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private record Key(String name, KeyTimes times) implements KeyTimes.Scheduled {}

    private static Key key(String name, long signsFrom) {
        return new Key(name, new KeyTimes(Instant.EPOCH, NOW.plusSeconds(signsFrom), Optional.empty()));
    }

    private static Key key(String name, long signsFrom, long publishedUntil) {
        return new Key(
                name,
                new KeyTimes(Instant.EPOCH, NOW.plusSeconds(signsFrom), Optional.of(NOW.plusSeconds(publishedUntil))));
    }

    private static Optional<String> signing(long at, Key... keys) {
        return KeyTimes.signing(List.of(keys), NOW.plusSeconds(at)).map(Key::name);
    }

    @Test
    void the_last_key_whose_time_has_come_signs_from_that_second_on() {
        var old = key("old", 0, 1_000);
        var young = key("young", 100);
        assertThat(signing(99, old, young)).contains("old");
        assertThat(signing(100, old, young)).contains("young");
    }

    @Test
    void a_key_that_is_gone_signs_no_more_even_if_it_was_the_last() {
        assertThat(signing(99, key("old", 0, 1_000), key("gone", 50, 99))).contains("old");
        assertThat(signing(98, key("old", 0, 1_000), key("gone", 50, 99))).contains("gone");
    }

    @Test
    void a_node_whose_clock_is_behind_signs_with_the_first_key() {
        assertThat(signing(-5, key("first", 0), key("second", 100))).contains("first");
    }

    @Test
    void nothing_signs_when_all_keys_are_gone() {
        assertThat(signing(5, key("gone", 0, 5))).isEmpty();
    }

    @Test
    void a_key_goes_through_its_states_in_order() {
        var keys = List.of(key("old", 0, 300), key("young", 100));
        assertThat(states(keys, 0)).containsExactly(KeyState.SIGNING, KeyState.PUBLISHED);
        assertThat(states(keys, 100)).containsExactly(KeyState.RETIRED, KeyState.SIGNING);
        assertThat(states(keys, 299)).containsExactly(KeyState.RETIRED, KeyState.SIGNING);
        assertThat(states(keys, 300)).containsExactly(KeyState.GONE, KeyState.SIGNING);
    }

    private static List<KeyState> states(List<Key> keys, long at) {
        return keys.stream()
                .map(key -> KeyTimes.state(key, keys, NOW.plusSeconds(at)))
                .toList();
    }
}
