package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.storage.InstallationFacts;
import no.klarert.storage.Transactions;
import org.junit.jupiter.api.Test;

/** The contract of {@link InstallationFacts}. */
public abstract class InstallationFactsContract extends StoreContract {
    private final InstallationFacts facts;

    protected InstallationFactsContract(Transactions transactions, InstallationFacts facts) {
        super(transactions);
        this.facts = facts;
    }

    private boolean record(String name, String value) {
        return answer(transaction -> facts.record(transaction, name, value));
    }

    @Test
    void knows_what_was_recorded() {
        assertThat(record("world", "norge")).isTrue();
        assertFound(transaction -> facts.find(transaction, "world")).contains("norge");
    }

    @Test
    void knows_nothing_that_was_not_recorded() {
        record("world", "norge");

        assertFound(transaction -> facts.find(transaction, "World")).isEmpty();
    }

    @Test
    void keeps_the_first_value() {
        record("world", "norge");

        assertThat(record("world", "sverige")).isFalse();
        assertFound(transaction -> facts.find(transaction, "world")).contains("norge");
    }

    @Test
    void lets_one_of_several_nodes_at_once_record() {
        var won = Race.of(4, runner -> record("world", "world-" + runner));

        assertThat(won).containsOnlyOnce(true);
        assertFound(transaction -> facts.find(transaction, "world")).contains("world-" + won.indexOf(true));
    }
}
