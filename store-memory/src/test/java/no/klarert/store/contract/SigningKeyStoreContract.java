package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.issuer.SigningKeyStore;
import no.klarert.issuer.SigningKeyStore.StoredKey;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transactions;
import org.junit.jupiter.api.Test;

/** The contract of {@link SigningKeyStore}. */
public abstract class SigningKeyStoreContract extends StoreContract {
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
                Samples.NOW);
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
    void leaves_one_key_when_several_nodes_start_at_once() {
        var won = Race.of(4, runner -> insert(key("maskinporten", 1, runner)));

        assertThat(won).containsOnlyOnce(true);
        assertListed(transaction -> keys.keys(transaction, "maskinporten"))
                .containsExactly(key("maskinporten", 1, won.indexOf(true)));
    }
}
