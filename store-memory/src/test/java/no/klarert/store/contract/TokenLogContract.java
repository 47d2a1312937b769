package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import no.klarert.issuer.ReplayGuard;
import no.klarert.issuer.TokenLog;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ClientId;
import org.junit.jupiter.api.Test;

/** The contract of {@link TokenLog}. */
public abstract class TokenLogContract extends StoreContract {
    private static final ClientId CLIENT = new ClientId("0f4d0f3c");
    private static final Instant UNTIL = Samples.NOW.plusSeconds(130);
    private static final String USED_BEFORE = "invalid_grant MP-012";
    private static final TokenLog.Entry ISSUED =
            entry("skatteetaten:kravogbetalinger", "8b3c9c0e-5a1f-4b55-9d5e-0a4f8a1c7e21", "issued");
    private static final TokenLog.Entry REFUSED = entry("a:b c:d", "", "invalid_scope MP-200");
    private static final TokenLog.Entry REPLAYED = ISSUED.refusedAs(USED_BEFORE);

    private final TokenLog log;
    private final ReplayGuard guard;
    private final TestClock clock;
    private final Supplier<List<TokenLog.Entry>> recorded;

    /** {@code recorded} reads what the log holds, in any order. */
    protected TokenLogContract(
            Transactions transactions,
            TokenLog log,
            ReplayGuard guard,
            TestClock clock,
            Supplier<List<TokenLog.Entry>> recorded) {
        super(transactions);
        this.log = log;
        this.guard = guard;
        this.clock = clock;
        this.recorded = recorded;
    }

    private static TokenLog.Entry entry(String scopes, String systemUser, String outcome) {
        return new TokenLog.Entry(
                Samples.NOW,
                "4bf92f3577b34da6",
                CLIENT.value(),
                Samples.organization(1).value(),
                scopes,
                systemUser,
                outcome);
    }

    private static TokenLog.Assertion assertion(String jti) {
        return new TokenLog.Assertion(CLIENT, jti, UNTIL);
    }

    private boolean use(String jti, TokenLog.Entry entry) {
        return log.use(assertion(jti), entry, USED_BEFORE);
    }

    @Test
    void keeps_every_entry_as_it_was_recorded() {
        log.record(REFUSED);
        log.record(REFUSED);
        log.record(ISSUED);

        assertThat(recorded.get()).containsExactlyInAnyOrder(REFUSED, REFUSED, ISSUED);
    }

    @Test
    void uses_an_assertion_and_records_its_outcome() {
        assertThat(use("a", ISSUED)).isTrue();
        assertThat(use("b", REFUSED)).isTrue();

        assertThat(recorded.get()).containsExactlyInAnyOrder(ISSUED, REFUSED);
    }

    @Test
    void refuses_the_second_use_and_records_that_instead() {
        use("a", ISSUED);

        assertThat(use("a", ISSUED)).isFalse();
        assertThat(use("a", REFUSED)).isFalse();
        assertThat(recorded.get()).containsExactlyInAnyOrder(ISSUED, REPLAYED, REFUSED.refusedAs(USED_BEFORE));
        assertThat(REPLAYED.systemUser()).isEmpty();
    }

    @Test
    void shares_its_memory_with_the_guard() {
        use("a", ISSUED);
        guard.claim(CLIENT, "b", UNTIL);

        assertThat(guard.claim(CLIENT, "a", UNTIL)).isFalse();
        assertThat(use("b", ISSUED)).isFalse();
    }

    @Test
    void gives_one_of_many_uses_at_once() {
        var won = Race.of(16, runner -> use("a", ISSUED));

        assertThat(won).containsOnlyOnce(true);
        assertThat(recorded.get()).hasSize(16).containsOnlyOnce(ISSUED).contains(REPLAYED);
    }

    @Test
    void uses_an_assertion_again_when_the_first_use_is_forgotten() {
        use("a", ISSUED);
        clock.advance(Duration.between(Samples.NOW, UNTIL).plusMillis(1));

        assertThat(log.use(new TokenLog.Assertion(CLIENT, "a", UNTIL.plusSeconds(130)), ISSUED, USED_BEFORE))
                .isTrue();
    }

    @Test
    void keeps_a_use_although_a_transaction_around_it_fails() {
        assertThatThrownBy(() -> perform(transaction -> {
                    use("a", ISSUED);
                    throw new IllegalStateException("the request failed later");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(use("a", ISSUED)).isFalse();
        assertThat(recorded.get()).containsExactlyInAnyOrder(ISSUED, REPLAYED);
    }
}
