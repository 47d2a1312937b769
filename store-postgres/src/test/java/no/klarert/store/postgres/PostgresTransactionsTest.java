package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import no.klarert.issuer.Organization;
import no.klarert.storage.StorageException;
import no.klarert.storage.StorageUnavailableException;
import no.klarert.storage.Transaction;
import no.klarert.store.contract.Race;
import no.klarert.store.contract.Samples;
import no.klarert.store.contract.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What transactions in PostgreSQL do beyond the contract of all stores. */
class PostgresTransactionsTest {
    private final TestDatabase database = TestDatabase.shared();
    private final PostgresStore store = database.emptied(new TestClock());

    private static Organization organization(int n) {
        return new Organization(Samples.organization(n), "Organisasjon " + n, Set.of());
    }

    private boolean isSaved(int n) {
        return store.transactions()
                .run(transaction -> store.organizations()
                        .find(transaction, organization(n).number())
                        .isPresent());
    }

    private static void fail(Transaction transaction, String state) {
        ((PostgresTransaction) transaction)
                .handle()
                .execute("DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '" + state + "'; END $$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void runs_the_work_again_when_the_database_gave_it_up_and_keeps_nothing_of_before(String state) {
        var attempts = new AtomicInteger();

        int answer = store.transactions().run(transaction -> {
            int attempt = attempts.incrementAndGet();
            store.organizations().save(transaction, organization(attempt));
            if (attempt < 3) {
                fail(transaction, state);
            }
            return attempt;
        });

        assertThat(answer).isEqualTo(3);
        assertThat(isSaved(3)).isTrue();
        assertThat(isSaved(1)).isFalse();
        assertThat(isSaved(2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"40001, 5", "40P01, 5", "23505, 1", "57014, 1", "XX000, 1"})
    void gives_up_after_five_attempts_and_runs_nothing_again_that_failed_for_another_reason(String state, int runs) {
        var attempts = new AtomicInteger();

        var failure = catchThrowable(() -> store.transactions().run(transaction -> {
            attempts.incrementAndGet();
            fail(transaction, state);
            return true;
        }));

        assertThat(failure).isInstanceOf(StorageException.class);
        assertThat(failure instanceof StorageUnavailableException)
                .isEqualTo(!Set.of("23505", "XX000").contains(state));
        assertThat(attempts).hasValue(runs);
    }

    @Test
    void lets_two_transactions_that_wait_for_each_other_both_come_through() {
        store.transactions().run(transaction -> {
            store.organizations().save(transaction, organization(0));
            store.organizations().save(transaction, organization(1));
            return true;
        });
        var bothHoldOne = new CountDownLatch(2);

        var names = Race.of(
                2,
                runner -> store.transactions().run(transaction -> {
                    rename(transaction, runner, "av " + runner);
                    bothHoldOne.countDown();
                    await(bothHoldOne);
                    rename(transaction, 1 - runner, "av " + runner);
                    return runner;
                }));

        assertThat(names).containsExactly(0, 1);
        assertThat(name(0)).isEqualTo(name(1));
    }

    private void rename(Transaction transaction, int n, String name) {
        store.organizations().save(transaction, new Organization(organization(n).number(), name, Set.of()));
    }

    private String name(int n) {
        return store.transactions()
                .run(transaction -> store.organizations()
                        .find(transaction, organization(n).number())
                        .orElseThrow()
                        .name());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refuses_a_transaction_inside_another_and_goes_on() {
        var transactions = store.transactions();

        assertThatThrownBy(() -> transactions.run(outer -> {
                    store.organizations().save(outer, organization(0));
                    return transactions.<Boolean>run(inner -> true);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open on this thread");

        assertThat(isSaved(0)).isFalse();
    }

    @Test
    void refuses_the_transaction_of_another_store_on_the_same_database() {
        try (var other = TestServer.open(database.url())) {
            assertThatThrownBy(() -> store.transactions().run(other.resources()::listLatest))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refuses_a_transaction_on_a_thread_that_did_not_open_it() {
        var failure = store.transactions().run(transaction -> {
            var seen = new AtomicReference<Throwable>(new AssertionError("nothing was refused"));
            var thread = Thread.ofVirtual()
                    .start(() -> seen.set(catchThrowable(() -> store.resources().listLatest(transaction))));
            join(thread);
            return seen.get();
        });

        assertThat(failure).isInstanceOf(IllegalArgumentException.class);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refuses_to_commit_when_the_work_hides_that_a_statement_failed() {
        assertThatThrownBy(() -> store.transactions().run(transaction -> {
                    store.organizations().save(transaction, organization(0));
                    return catchThrowable(() -> fail(transaction, "23505"));
                }))
                .isInstanceOf(StorageException.class);

        assertThat(isSaved(0)).isFalse();
    }

    @Test
    void keeps_what_was_written_when_the_store_is_opened_again() {
        store.transactions().run(transaction -> {
            store.organizations().save(transaction, organization(0));
            return true;
        });

        try (var again = TestServer.open(database.url())) {
            assertThat(again.transactions()
                            .<Optional<Organization>>run(transaction -> again.organizations()
                                    .find(transaction, organization(0).number())))
                    .contains(organization(0));
        }
    }
}
