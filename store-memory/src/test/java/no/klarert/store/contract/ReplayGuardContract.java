package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import no.klarert.issuer.ReplayGuard;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ClientId;
import org.junit.jupiter.api.Test;

/** The contract of {@link ReplayGuard}. */
public abstract class ReplayGuardContract extends StoreContract {
    private static final ClientId CLIENT = new ClientId("0f4d0f3c");
    private static final ClientId OTHER = new ClientId("0F4D0F3C");
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final Instant EXPIRES = Samples.NOW.plus(LIFETIME);

    private final ReplayGuard guard;
    private final TestClock clock;

    protected ReplayGuardContract(Transactions transactions, ReplayGuard guard, TestClock clock) {
        super(transactions);
        this.guard = guard;
        this.clock = clock;
    }

    @Test
    void gives_the_first_claim() {
        assertThat(guard.claim(CLIENT, "a", EXPIRES)).isTrue();
    }

    @Test
    void refuses_the_second_claim() {
        guard.claim(CLIENT, "a", EXPIRES);

        assertThat(guard.claim(CLIENT, "a", EXPIRES.plusSeconds(60))).isFalse();
    }

    @Test
    void keeps_clients_and_assertions_apart() {
        guard.claim(CLIENT, "a", EXPIRES);

        assertThat(guard.claim(OTHER, "a", EXPIRES)).isTrue();
        assertThat(guard.claim(CLIENT, "A", EXPIRES)).isTrue();
        assertThat(guard.claim(CLIENT, "a ", EXPIRES)).isTrue();
    }

    @Test
    void takes_an_identifier_of_any_length_and_content() {
        var strange = "\0'\"\\\uD83D\uDE00".repeat(10_000);

        assertThat(guard.claim(CLIENT, strange, EXPIRES)).isTrue();
        assertThat(guard.claim(CLIENT, strange, EXPIRES)).isFalse();
        assertThat(guard.claim(CLIENT, strange + "x", EXPIRES)).isTrue();
    }

    @Test
    void gives_one_of_many_claims_at_once() {
        var won = Race.of(16, runner -> guard.claim(CLIENT, "a", EXPIRES));

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void refuses_a_claim_in_the_last_moment_of_the_first() {
        guard.claim(CLIENT, "a", EXPIRES);
        clock.advance(LIFETIME);

        assertThat(guard.claim(CLIENT, "a", EXPIRES.plus(LIFETIME))).isFalse();
    }

    @Test
    void gives_a_claim_again_when_the_first_has_expired() {
        guard.claim(CLIENT, "a", EXPIRES);
        clock.advance(LIFETIME.plusMillis(1));
        var next = EXPIRES.plus(LIFETIME);

        assertThat(guard.claim(CLIENT, "a", next)).isTrue();
        assertThat(guard.claim(CLIENT, "a", next)).isFalse();
    }

    @Test
    void gives_an_expired_claim_to_one_of_many_at_once() {
        guard.claim(CLIENT, "a", EXPIRES);
        clock.advance(LIFETIME.plusMillis(1));

        var won = Race.of(16, runner -> guard.claim(CLIENT, "a", EXPIRES.plus(LIFETIME)));

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void keeps_a_claim_although_the_transaction_around_it_fails() {
        assertThatThrownBy(() -> perform(transaction -> {
                    guard.claim(CLIENT, "a", EXPIRES);
                    throw new IllegalStateException("the request failed later");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(guard.claim(CLIENT, "a", EXPIRES)).isFalse();
    }

    @Test
    void forgets_what_has_expired_and_nothing_else() {
        guard.claim(CLIENT, "gone", EXPIRES);
        guard.claim(OTHER, "gone", EXPIRES);
        guard.claim(CLIENT, "kept", EXPIRES.plusSeconds(1));

        assertThat(guard.forgetExpired(EXPIRES)).isZero();
        assertThat(guard.forgetExpired(EXPIRES.plusSeconds(1))).isEqualTo(2);
        assertThat(guard.claim(CLIENT, "gone", EXPIRES)).isTrue();
        assertThat(guard.claim(CLIENT, "kept", EXPIRES)).isFalse();
    }
}
