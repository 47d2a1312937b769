package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.access.DelegationStore;
import no.klarert.access.PartyStore;
import no.klarert.access.Recipient;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link DelegationStore}. */
public abstract class DelegationStoreContract extends StoreContract {
    private static final PartyUuid FROM = Samples.company(0).uuid();
    private static final PartyUuid OTHER_FROM = Samples.company(1).uuid();
    private static final Recipient TO = new Recipient.OfSystemUser(new SystemUserId(Samples.uuid("00abcdef")));
    private static final Recipient PARTY_WITH_THAT_UUID = new Recipient.OfParty(new PartyUuid(TO.uuid()));
    private static final Recipient OTHER_TO = new Recipient.OfSystemUser(new SystemUserId(Samples.uuid("ffabcdef")));
    private static final AccessPackage PACKAGE = new AccessPackage("skatt-næring");
    private static final ResourceId RESOURCE = new ResourceId("ske-krav-og-betalinger");
    private static final ResourceId OTHER_RESOURCE = new ResourceId("another");

    private final DelegationStore delegations;
    private final PartyStore parties;

    protected DelegationStoreContract(Transactions transactions, DelegationStore delegations, PartyStore parties) {
        super(transactions);
        this.delegations = delegations;
        this.parties = parties;
    }

    @BeforeEach
    void register_the_givers() {
        perform(transaction ->
                Stream.of(Samples.company(0), Samples.company(1)).forEach(party -> parties.save(transaction, party)));
    }

    private static Set<ActionName> actions(String... names) {
        return Stream.of(names).map(ActionName::new).collect(Collectors.toSet());
    }

    private void givePackage(PartyUuid from, Recipient to, AccessPackage accessPackage) {
        perform(transaction -> delegations.givePackage(transaction, from, to, accessPackage, Samples.NOW));
    }

    private void giveActions(PartyUuid from, Recipient to, ResourceId resource, String... names) {
        perform(transaction -> delegations.giveActions(transaction, from, to, resource, actions(names), Samples.NOW));
    }

    private Set<AccessPackage> packages(PartyUuid from, Recipient to) {
        return answer(transaction -> delegations.packages(transaction, from, to));
    }

    private Set<ActionName> actionsOn(PartyUuid from, Recipient to, ResourceId resource) {
        return answer(transaction -> delegations.actions(transaction, from, to, resource));
    }

    private Set<ResourceId> resources(PartyUuid from, Recipient to) {
        return answer(transaction -> delegations.resources(transaction, from, to));
    }

    @Test
    void has_the_packages_that_were_given_in_order() {
        var first = new AccessPackage("a-ordningen");
        givePackage(FROM, TO, PACKAGE);
        givePackage(FROM, TO, first);
        givePackage(FROM, TO, PACKAGE);

        assertThat(packages(FROM, TO)).containsExactly(first, PACKAGE);
    }

    @Test
    void has_no_package_given_by_or_to_someone_else() {
        givePackage(FROM, TO, PACKAGE);

        assertThat(packages(OTHER_FROM, TO)).isEmpty();
        assertThat(packages(FROM, OTHER_TO)).isEmpty();
        assertThat(packages(FROM, PARTY_WITH_THAT_UUID)).isEmpty();
    }

    @Test
    void takes_back_one_package_and_says_whether_it_had_been_given() {
        var kept = new AccessPackage("a-ordningen");
        givePackage(FROM, TO, PACKAGE);
        givePackage(FROM, TO, kept);
        givePackage(FROM, OTHER_TO, PACKAGE);
        givePackage(FROM, PARTY_WITH_THAT_UUID, PACKAGE);

        assertDone(transaction -> delegations.takePackage(transaction, FROM, TO, PACKAGE))
                .isTrue();
        assertDone(transaction -> delegations.takePackage(transaction, FROM, TO, PACKAGE))
                .isFalse();
        assertThat(packages(FROM, TO)).containsExactly(kept);
        assertThat(packages(FROM, OTHER_TO)).containsExactly(PACKAGE);
        assertThat(packages(FROM, PARTY_WITH_THAT_UUID)).containsExactly(PACKAGE);
    }

    @Test
    void adds_up_the_actions_that_were_given() {
        giveActions(FROM, TO, RESOURCE, "read");
        giveActions(FROM, TO, RESOURCE, "read", "write");

        assertThat(actionsOn(FROM, TO, RESOURCE)).isEqualTo(actions("read", "write"));
    }

    @Test
    void has_no_action_given_by_or_to_someone_else_or_on_another_resource() {
        giveActions(FROM, TO, RESOURCE, "read");

        assertThat(actionsOn(OTHER_FROM, TO, RESOURCE)).isEmpty();
        assertThat(actionsOn(FROM, OTHER_TO, RESOURCE)).isEmpty();
        assertThat(actionsOn(FROM, PARTY_WITH_THAT_UUID, RESOURCE)).isEmpty();
        assertThat(actionsOn(FROM, TO, OTHER_RESOURCE)).isEmpty();
    }

    @Test
    void gives_no_resource_without_actions() {
        giveActions(FROM, TO, RESOURCE);

        assertThat(resources(FROM, TO)).isEmpty();
    }

    @Test
    void has_the_resources_with_an_action_in_order() {
        giveActions(FROM, TO, RESOURCE, "read", "write");
        giveActions(FROM, TO, OTHER_RESOURCE, "read");
        giveActions(OTHER_FROM, TO, new ResourceId("third"), "read");

        assertThat(resources(FROM, TO)).containsExactly(OTHER_RESOURCE, RESOURCE);
    }

    @Test
    void takes_back_a_resource_and_says_whether_it_had_been_given() {
        giveActions(FROM, TO, RESOURCE, "read", "write");
        giveActions(FROM, TO, OTHER_RESOURCE, "read");
        giveActions(FROM, OTHER_TO, RESOURCE, "read");

        assertDone(transaction -> delegations.takeResource(transaction, FROM, TO, RESOURCE))
                .isTrue();
        assertDone(transaction -> delegations.takeResource(transaction, FROM, TO, RESOURCE))
                .isFalse();
        assertThat(resources(FROM, TO)).containsExactly(OTHER_RESOURCE);
        assertThat(resources(FROM, OTHER_TO)).containsExactly(RESOURCE);
    }

    @Test
    void takes_back_all_that_one_was_given_by_anyone() {
        givePackage(FROM, TO, PACKAGE);
        givePackage(OTHER_FROM, TO, PACKAGE);
        giveActions(OTHER_FROM, TO, RESOURCE, "read", "write");
        givePackage(FROM, PARTY_WITH_THAT_UUID, PACKAGE);
        giveActions(FROM, OTHER_TO, RESOURCE, "read");

        assertCounted(transaction -> delegations.takeAll(transaction, TO)).isEqualTo(4);
        assertCounted(transaction -> delegations.takeAll(transaction, TO)).isZero();

        assertThat(packages(FROM, TO)).isEmpty();
        assertThat(resources(OTHER_FROM, TO)).isEmpty();
        assertThat(packages(FROM, PARTY_WITH_THAT_UUID)).containsExactly(PACKAGE);
        assertThat(resources(FROM, OTHER_TO)).containsExactly(RESOURCE);
    }

    @Test
    void refuses_a_delegation_from_an_unknown_party() {
        var unknown = Samples.partyUuid(99);

        assertThatThrownBy(() -> givePackage(unknown, TO, PACKAGE)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> giveActions(unknown, TO, RESOURCE, "read")).isInstanceOf(StorageException.class);
    }
}
