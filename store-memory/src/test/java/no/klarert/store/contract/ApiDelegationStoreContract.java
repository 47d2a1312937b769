package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.klarert.access.ApiDelegation;
import no.klarert.access.ApiDelegationStore;
import no.klarert.access.PartyStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link ApiDelegationStore}. */
public abstract class ApiDelegationStoreContract extends StoreContract {
    private static final ResourceId SCHEME = new ResourceId("acme-orders-api");
    private static final ResourceId OTHER_SCHEME = new ResourceId("acme-billing-api");
    private static final Optional<UserId> GIVER = Optional.of(new UserId(20_000_001));

    private final ApiDelegationStore delegations;
    private final PartyStore parties;

    protected ApiDelegationStoreContract(
            Transactions transactions, ApiDelegationStore delegations, PartyStore parties) {
        super(transactions);
        this.delegations = delegations;
        this.parties = parties;
    }

    @BeforeEach
    void register_the_organizations() {
        perform(transaction -> IntStream.range(0, 4).forEach(n -> parties.save(transaction, Samples.company(n))));
    }

    private static PartyUuid company(int n) {
        return Samples.company(n).uuid();
    }

    private static ApiDelegationStore.Key key(int consumer, int supplier, ResourceId scheme) {
        return new ApiDelegationStore.Key(company(consumer), company(supplier), scheme);
    }

    private static ApiDelegation delegation(int consumer, int supplier, ResourceId scheme) {
        return new ApiDelegation(Samples.company(consumer), Samples.company(supplier), scheme, GIVER, Samples.NOW);
    }

    private boolean give(int consumer, int supplier, ResourceId scheme) {
        return answer(
                transaction -> delegations.give(transaction, key(consumer, supplier, scheme), GIVER, Samples.NOW));
    }

    private boolean isGiven(int consumer, int supplier, ResourceId... schemes) {
        return answer(transaction -> delegations.isGiven(
                transaction, Samples.organization(consumer), Samples.organization(supplier), List.of(schemes)));
    }

    @Test
    void lists_what_was_given_as_it_was() {
        give(0, 1, SCHEME);

        assertListed(transaction -> delegations.givenBy(transaction, company(0)))
                .containsExactly(delegation(0, 1, SCHEME));
        assertListed(transaction -> delegations.heldBy(transaction, company(1)))
                .containsExactly(delegation(0, 1, SCHEME));
        assertListed(transaction -> delegations.ofSchemes(transaction, List.of(OTHER_SCHEME, SCHEME)))
                .containsExactly(delegation(0, 1, SCHEME));
    }

    @Test
    void keeps_a_delegation_that_no_user_gave() {
        perform(transaction -> delegations.give(transaction, key(0, 1, SCHEME), Optional.empty(), Samples.NOW));

        assertListed(transaction -> delegations.givenBy(transaction, company(0)))
                .extracting(ApiDelegation::givenBy)
                .containsExactly(Optional.empty());
    }

    @Test
    void lists_nothing_given_the_other_way_by_or_to_others_or_of_other_schemes() {
        give(0, 1, SCHEME);

        assertListed(transaction -> delegations.givenBy(transaction, company(1)))
                .isEmpty();
        assertListed(transaction -> delegations.heldBy(transaction, company(0))).isEmpty();
        assertListed(transaction -> delegations.ofSchemes(transaction, List.of(OTHER_SCHEME)))
                .isEmpty();
        assertListed(transaction -> delegations.ofSchemes(transaction, List.of()))
                .isEmpty();
    }

    @Test
    void lists_by_scheme_then_consumer_then_supplier() {
        give(2, 0, SCHEME);
        give(1, 3, SCHEME);
        give(1, 0, SCHEME);
        give(3, 0, OTHER_SCHEME);

        assertListed(transaction -> delegations.ofSchemes(transaction, List.of(SCHEME, OTHER_SCHEME)))
                .containsExactly(
                        delegation(3, 0, OTHER_SCHEME),
                        delegation(1, 0, SCHEME),
                        delegation(1, 3, SCHEME),
                        delegation(2, 0, SCHEME));
        assertListed(transaction -> delegations.heldBy(transaction, company(0)))
                .containsExactly(delegation(3, 0, OTHER_SCHEME), delegation(1, 0, SCHEME), delegation(2, 0, SCHEME));
    }

    @Test
    void gives_once_and_keeps_the_first() {
        assertThat(give(0, 1, SCHEME)).isTrue();

        assertDone(transaction ->
                        delegations.give(transaction, key(0, 1, SCHEME), Optional.empty(), Samples.NOW.plusSeconds(1)))
                .isFalse();
        assertListed(transaction -> delegations.givenBy(transaction, company(0)))
                .containsExactly(delegation(0, 1, SCHEME));
    }

    @Test
    void takes_back_one_and_says_whether_it_had_been_given() {
        give(0, 1, SCHEME);
        give(0, 1, OTHER_SCHEME);
        give(0, 2, SCHEME);
        give(1, 0, SCHEME);

        assertDone(transaction -> delegations.take(transaction, key(0, 1, SCHEME)))
                .isTrue();
        assertDone(transaction -> delegations.take(transaction, key(0, 1, SCHEME)))
                .isFalse();
        assertListed(transaction -> delegations.givenBy(transaction, company(0)))
                .containsExactly(delegation(0, 1, OTHER_SCHEME), delegation(0, 2, SCHEME));
        assertListed(transaction -> delegations.givenBy(transaction, company(1)))
                .containsExactly(delegation(1, 0, SCHEME));
    }

    @Test
    void tells_whether_any_of_some_schemes_is_given() {
        give(0, 1, SCHEME);

        assertThat(isGiven(0, 1, OTHER_SCHEME, SCHEME)).isTrue();
        assertThat(isGiven(0, 1, OTHER_SCHEME)).isFalse();
        assertThat(isGiven(0, 1)).isFalse();
        assertThat(isGiven(1, 0, SCHEME)).isFalse();
        assertThat(isGiven(0, 2, SCHEME)).isFalse();
        assertThat(isGiven(0, 99, SCHEME)).isFalse();
    }

    @Test
    void tells_that_it_is_not_given_once_it_is_taken_back() {
        give(0, 1, SCHEME);
        perform(transaction -> delegations.take(transaction, key(0, 1, SCHEME)));

        assertThat(isGiven(0, 1, SCHEME)).isFalse();
    }

    @Test
    void refuses_a_delegation_to_or_from_an_unknown_party_and_to_the_consumer_itself() {
        assertThatThrownBy(() -> give(0, 99, SCHEME)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> give(99, 0, SCHEME)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> give(0, 0, SCHEME)).isInstanceOf(StorageException.class);
    }
}
