package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import org.junit.jupiter.api.Test;

/**
 * The contract of a log: what is recorded is kept as it is, once for each call, if and only if the transaction commits.
 *
 * @param <T> the kind of entry
 */
public abstract class LogContract<T> extends StoreContract {
    private final BiConsumer<Transaction, T> log;
    private final Supplier<List<T>> recorded;

    /** {@code recorded} reads what the log holds, in any order. */
    protected LogContract(Transactions transactions, BiConsumer<Transaction, T> log, Supplier<List<T>> recorded) {
        super(transactions);
        this.log = log;
        this.recorded = recorded;
    }

    /** Different entries, between them every form an entry can have. */
    protected abstract List<T> entries();

    @Test
    void keeps_every_entry_as_it_was_recorded() {
        perform(transaction -> entries().forEach(entry -> log.accept(transaction, entry)));

        assertThat(recorded.get()).containsExactlyInAnyOrderElementsOf(entries());
    }

    @Test
    void keeps_equal_entries_apart() {
        var entry = entries().getFirst();

        perform(transaction -> log.accept(transaction, entry));
        perform(transaction -> log.accept(transaction, entry));

        assertThat(recorded.get()).containsExactly(entry, entry);
    }

    @Test
    void keeps_nothing_when_the_work_throws() {
        assertThatThrownBy(() -> perform(transaction -> {
                    log.accept(transaction, entries().getFirst());
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(recorded.get()).isEmpty();
    }
}
