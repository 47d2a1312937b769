package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.klarert.storage.Bytes;
import no.klarert.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySealerTest {
    private static final byte[] SECRET = {1, 2, 3, 4, 5};

    private final KeySealer sealer = new KeySealer(TestKeys.SEALING_KEY, TestKeys.random());

    @Test
    void opens_what_it_sealed() {
        assertThat(sealer.open(sealer.seal(SECRET, "a"), "a")).isEqualTo(SECRET);
    }

    @Test
    void seals_the_same_secret_differently_every_time() {
        assertThat(sealer.seal(SECRET, "a")).isNotEqualTo(sealer.seal(SECRET, "a"));
    }

    @Test
    void does_not_open_under_another_id_or_with_another_key() {
        var sealed = sealer.seal(SECRET, "a");
        assertThatThrownBy(() -> sealer.open(sealed, "b")).isInstanceOf(IssuerException.class);
        var other = new KeySealer(Bytes.of(new byte[32]), TestKeys.random());
        assertThatThrownBy(() -> other.open(sealed, "a"))
                .isInstanceOf(IssuerException.class)
                .hasMessageContaining("signing key `a` cannot be opened: the sealing key is not the one");
    }

    @Test
    void does_not_open_what_was_changed_in_any_byte() {
        var sealed = sealer.seal(SECRET, "a").toArray();
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(Bytes.of(changed), "a")).isInstanceOf(IssuerException.class);
        }
        assertThatThrownBy(() -> sealer.open(Bytes.of(new byte[0]), "a")).isInstanceOf(IssuerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void refuses_a_sealing_key_of_another_length(int length) {
        assertThatThrownBy(() -> new KeySealer(Bytes.of(new byte[length]), TestKeys.random()))
                .isInstanceOf(InvalidValueException.class);
    }
}
