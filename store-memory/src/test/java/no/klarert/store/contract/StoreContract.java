package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import org.assertj.core.api.AbstractBooleanAssert;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.OptionalAssert;

/** What the contracts of all ports share. A store runs each on an empty store. */
public abstract class StoreContract {
    private static final Duration LONG_ENOUGH_TO_GET_THROUGH = Duration.ofMillis(150);

    private final Transactions transactions;

    protected StoreContract(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What {@code work} answers in a transaction of its own. */
    final <T> T answer(Function<Transaction, T> work) {
        return transactions.run(work);
    }

    /** Does {@code work} in a transaction of its own. */
    final void perform(Consumer<Transaction> work) {
        transactions.run(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    final <T> OptionalAssert<T> assertFound(Function<Transaction, Optional<T>> look) {
        return assertThat(transactions.run(look));
    }

    final <T> ListAssert<T> assertListed(Function<Transaction, ? extends Collection<T>> look) {
        return assertThat(List.copyOf(transactions.run(look::apply)));
    }

    final AbstractBooleanAssert<?> assertDone(Function<Transaction, Boolean> change) {
        return assertThat(transactions.run(change).booleanValue());
    }

    final AbstractIntegerAssert<?> assertCounted(Function<Transaction, Integer> change) {
        return assertThat(transactions.run(change).intValue());
    }

    /** While a transaction that did {@code first} is open, another that does {@code second} does not get through. */
    final void assertWaits(Consumer<Transaction> first, Consumer<Transaction> second) {
        var ending = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = answer(transaction -> {
                first.accept(transaction);
                var waiting = threads.submit(() -> answer(mine -> {
                    second.accept(mine);
                    return ending.get();
                }));
                assertThat(waiting).as("the second is held back").failsWithin(LONG_ENOUGH_TO_GET_THROUGH);
                ending.set(true);
                return waiting;
            });
            assertThat(Race.result(other)).as("the second came after").isTrue();
        }
    }
}
