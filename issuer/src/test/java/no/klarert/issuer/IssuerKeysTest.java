package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The keys as a node knows them. */
class IssuerKeysTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final SigningKey OLD =
            TestKeys.signingKey(TestKeys.VENDOR, new KeyTimes(NOW, NOW, Optional.of(NOW.plusSeconds(300))));
    private static final SigningKey YOUNG = TestKeys.signingKey(TestKeys.OTHER, NOW.plusSeconds(100));

    private final List<SigningKey> store = new ArrayList<>(List.of(OLD));
    private final AtomicInteger looks = new AtomicInteger();
    private final IssuerKeys keys = new IssuerKeys(List.of(OLD), known -> {
        looks.incrementAndGet();
        return List.copyOf(store);
    });

    @Test
    void publishes_a_new_key_once_it_is_refreshed_and_signs_with_it_when_its_time_has_come() {
        store.add(YOUNG);
        assertThat(keys.published(NOW).json()).doesNotContain(YOUNG.id());
        keys.refresh(NOW);
        assertThat(keys.published(NOW).json()).contains(OLD.id(), YOUNG.id());
        assertThat(keys.signingKey(NOW.plusSeconds(99))).isSameAs(OLD);
        assertThat(keys.signingKey(NOW.plusSeconds(100))).isSameAs(YOUNG);
    }

    @Test
    void a_key_leaves_the_key_set_by_the_clock_alone() {
        store.add(YOUNG);
        keys.refresh(NOW);
        assertThat(keys.published(NOW.plusSeconds(299)).json()).contains(OLD.id());
        assertThat(keys.find(OLD.id(), NOW.plusSeconds(299))).contains(OLD);
        assertThat(keys.published(NOW.plusSeconds(300)).json())
                .doesNotContain(OLD.id())
                .contains(YOUNG.id());
        assertThat(keys.find(OLD.id(), NOW.plusSeconds(300))).isEmpty();
    }

    @Test
    void looks_for_an_unknown_key_at_once_but_not_all_the_time() {
        store.add(YOUNG);
        assertThat(keys.find(YOUNG.id(), NOW)).contains(YOUNG);
        assertThat(looks).hasValue(1);
        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("unknown-" + i, NOW.plusMillis(i))).isEmpty();
        }
        assertThat(looks).hasValue(1);
        assertThat(keys.find("unknown", NOW.plusSeconds(1))).isEmpty();
        assertThat(looks).hasValue(2);
    }

    @Test
    void keys_that_are_known_are_found_without_a_look() {
        assertThat(keys.find(OLD.id(), NOW)).contains(OLD);
        keys.signingKey(NOW);
        keys.published(NOW);
        assertThat(looks).hasValue(0);
    }

    @Test
    void what_cannot_be_refreshed_stays_as_it_was() {
        var failing = new IssuerKeys(List.of(OLD), known -> {
            throw new IssuerException("no store");
        });
        assertThatThrownBy(() -> failing.refresh(NOW)).isInstanceOf(IssuerException.class);
        assertThat(failing.signingKey(NOW)).isSameAs(OLD);
        assertThat(failing.published(NOW).json()).contains(OLD.id());
    }

    @Test
    void does_not_sign_with_a_key_that_is_gone_and_does_not_begin_without_keys() {
        assertThatThrownBy(() -> keys.signingKey(NOW.plusSeconds(300))).isInstanceOf(IssuerException.class);
        assertThatThrownBy(() -> new IssuerKeys(List.of())).isInstanceOf(IssuerException.class);
    }
}
