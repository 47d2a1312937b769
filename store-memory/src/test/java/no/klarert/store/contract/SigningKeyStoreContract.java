package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import no.klarert.issuer.KeyTimes;
import no.klarert.issuer.SigningKeyStore;
import no.klarert.issuer.SigningKeyStore.StoredKey;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transactions;
import org.junit.jupiter.api.Test;

/** The contract of {@link SigningKeyStore}. */
public abstract class SigningKeyStoreContract extends StoreContract {
    private static final KeyTimes TIMES = new KeyTimes(Samples.NOW, Samples.NOW.plusSeconds(86_400), Optional.empty());

    private final SigningKeyStore keys;

    protected SigningKeyStoreContract(Transactions transactions, SigningKeyStore keys) {
        super(transactions);
        this.keys = keys;
    }

    private static StoredKey key(String issuer, int number, int content) {
        return new StoredKey(
                issuer,
                number,
                "thumbprint-" + content,
                Bytes.of(new byte[] {0, -1, (byte) content}),
                Bytes.of(Samples.publicKey().getEncoded()),
                TIMES);
    }

    private boolean insert(StoredKey key) {
        return answer(transaction -> keys.insert(transaction, key));
    }

    @Test
    void lists_an_issuers_keys_oldest_first() {
        var second = key("maskinporten", 2, 2);
        var first = key("maskinporten", 1, 1);

        assertThat(insert(second)).isTrue();
        assertThat(insert(first)).isTrue();
        insert(key("altinn", 1, 3));

        assertListed(transaction -> keys.keys(transaction, "maskinporten")).containsExactly(first, second);
    }

    @Test
    void lists_no_keys_of_an_issuer_without_any() {
        insert(key("maskinporten", 1, 1));

        assertListed(transaction -> keys.keys(transaction, "altinn")).isEmpty();
    }

    @Test
    void refuses_a_second_key_with_the_same_number() {
        var first = key("maskinporten", 1, 1);
        insert(first);

        assertThat(insert(key("maskinporten", 1, 2))).isFalse();
        assertListed(transaction -> keys.keys(transaction, "maskinporten")).containsExactly(first);
    }

    @Test
    void gives_a_key_new_times_and_leaves_the_others_alone() {
        insert(key("maskinporten", 1, 1));
        insert(key("maskinporten", 2, 2));
        insert(key("altinn", 1, 3));
        var times = new KeyTimes(
                Samples.NOW.plusSeconds(1), Samples.NOW.plusSeconds(2), Optional.of(Samples.NOW.plusSeconds(3)));

        assertDone(transaction -> keys.reschedule(transaction, "maskinporten", 1, times))
                .isTrue();

        assertListed(transaction -> keys.keys(transaction, "maskinporten"))
                .containsExactly(key("maskinporten", 1, 1).with(times), key("maskinporten", 2, 2));
        assertListed(transaction -> keys.keys(transaction, "altinn")).containsExactly(key("altinn", 1, 3));
    }

    @Test
    void takes_the_end_of_a_key_away_again() {
        var times = new KeyTimes(Samples.NOW, Samples.NOW, Optional.of(Samples.NOW.plusSeconds(3)));
        insert(key("maskinporten", 1, 1).with(times));

        assertDone(transaction -> keys.reschedule(transaction, "maskinporten", 1, TIMES))
                .isTrue();

        assertListed(transaction -> keys.keys(transaction, "maskinporten")).containsExactly(key("maskinporten", 1, 1));
    }

    @Test
    void gives_no_times_to_a_key_that_is_not_there() {
        insert(key("maskinporten", 1, 1));

        assertDone(transaction -> keys.reschedule(transaction, "maskinporten", 2, TIMES))
                .isFalse();
        assertDone(transaction -> keys.reschedule(transaction, "altinn", 1, TIMES))
                .isFalse();
    }

    @Test
    void holds_an_issuers_keys_against_changes_by_others() {
        insert(key("maskinporten", 1, 1));

        assertWaits(
                first -> assertThat(keys.heldKeys(first, "maskinporten")).hasSize(1),
                second -> assertThat(keys.heldKeys(second, "maskinporten")).hasSize(1));
    }

    @Test
    void leaves_one_key_when_several_nodes_start_at_once() {
        var won = Race.of(4, runner -> insert(key("maskinporten", 1, runner)));

        assertThat(won).containsOnlyOnce(true);
        assertListed(transaction -> keys.keys(transaction, "maskinporten"))
                .containsExactly(key("maskinporten", 1, won.indexOf(true)));
    }
}
