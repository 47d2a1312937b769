package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.access.Party;
import no.klarert.access.PartyStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.UserId;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of {@link PartyStore}. */
public abstract class PartyStoreContract extends StoreContract {
    private static final Party.Organization COMPANY = Samples.company(0);
    private static final Party.Person PERSON = Samples.human(0);

    private final PartyStore parties;

    protected PartyStoreContract(Transactions transactions, PartyStore parties) {
        super(transactions);
        this.parties = parties;
    }

    private void save(Party... several) {
        perform(transaction -> Stream.of(several).forEach(party -> parties.save(transaction, party)));
    }

    private Optional<Party> byId(PartyId id) {
        return answer(transaction -> parties.byId(transaction, id));
    }

    private static Party.Person named(int n, String name) {
        var person = Samples.human(n);
        return new Party.Person(person.id(), person.uuid(), name, person.identifier(), person.user());
    }

    private static Party.Person withoutProfile(int n) {
        var person = Samples.human(n);
        return new Party.Person(person.id(), person.uuid(), person.name(), person.identifier(), Optional.empty());
    }

    @Test
    void finds_an_organization_by_each_identifier() {
        save(COMPANY, Samples.company(1), PERSON);

        assertThat(byId(COMPANY.id())).contains(COMPANY);
        assertFound(transaction -> parties.byUuid(transaction, COMPANY.uuid())).contains(COMPANY);
        assertFound(transaction -> parties.byNumber(transaction, COMPANY.number()))
                .contains(COMPANY);
    }

    @Test
    void finds_a_person_by_each_identifier() {
        save(COMPANY, PERSON, Samples.human(1));

        assertThat(byId(PERSON.id())).contains(PERSON);
        assertFound(transaction -> parties.byUuid(transaction, PERSON.uuid())).contains(PERSON);
        assertFound(transaction -> parties.byIdentifier(transaction, PERSON.identifier()))
                .contains(PERSON);
        assertFound(transaction -> parties.byUser(transaction, PERSON.user().orElseThrow()))
                .contains(PERSON);
    }

    @Test
    void finds_no_party_that_was_not_saved() {
        save(Samples.company(1), Samples.human(1));

        assertThat(byId(COMPANY.id())).isEmpty();
        assertFound(transaction -> parties.byUuid(transaction, COMPANY.uuid())).isEmpty();
        assertFound(transaction -> parties.byNumber(transaction, COMPANY.number()))
                .isEmpty();
        assertFound(transaction -> parties.byIdentifier(transaction, PERSON.identifier()))
                .isEmpty();
        assertFound(transaction -> parties.byUser(transaction, PERSON.user().orElseThrow()))
                .isEmpty();
    }

    @Test
    void keeps_a_person_without_a_user_profile_and_a_sub_unit() {
        var subUnit = new Party.Organization(
                new PartyId(7),
                Samples.partyUuid(7),
                "Avdeling",
                Samples.organization(7),
                "BEDR",
                Optional.of(COMPANY.id()));
        save(subUnit, COMPANY, withoutProfile(0));

        assertThat(byId(PERSON.id())).contains(withoutProfile(0));
        assertThat(byId(subUnit.id())).contains(subUnit);
    }

    @Test
    void replaces_the_party_with_that_id_and_frees_what_it_let_go() {
        save(PERSON);
        save(withoutProfile(0));

        assertThat(byId(PERSON.id())).contains(withoutProfile(0));
        assertFound(transaction -> parties.byUser(transaction, PERSON.user().orElseThrow()))
                .isEmpty();

        var heir = new Party.Person(
                Samples.human(1).id(), Samples.human(1).uuid(), "Arving", Samples.person(1), PERSON.user());
        save(heir);
        assertFound(transaction -> parties.byUser(transaction, PERSON.user().orElseThrow()))
                .contains(heir);
    }

    @Test
    void replaces_a_person_by_an_organization() {
        save(PERSON);
        var company = new Party.Organization(
                PERSON.id(), PERSON.uuid(), "Selskap", Samples.organization(3), "ENK", Optional.empty());
        save(company);

        assertThat(byId(PERSON.id())).contains(company);
        assertFound(transaction -> parties.byIdentifier(transaction, PERSON.identifier()))
                .isEmpty();
    }

    static Stream<Party> parties_that_take_an_identifier_of_another() {
        var other = Samples.company(9);
        return Stream.of(
                new Party.Organization(other.id(), COMPANY.uuid(), "Tyv", other.number(), "AS", Optional.empty()),
                new Party.Organization(other.id(), other.uuid(), "Tyv", COMPANY.number(), "AS", Optional.empty()),
                new Party.Person(other.id(), PERSON.uuid(), "Tyv", Samples.person(9), Optional.empty()),
                new Party.Person(other.id(), other.uuid(), "Tyv", PERSON.identifier(), Optional.empty()),
                new Party.Person(other.id(), other.uuid(), "Tyv", Samples.person(9), PERSON.user()));
    }

    @ParameterizedTest
    @MethodSource("parties_that_take_an_identifier_of_another")
    void refuses_an_identifier_of_another_party(Party thief) {
        save(COMPANY, PERSON);

        assertThatThrownBy(() -> save(thief)).isInstanceOf(StorageException.class);

        assertThat(byId(thief.id())).isEmpty();
        assertThat(byId(COMPANY.id())).contains(COMPANY);
        assertThat(byId(PERSON.id())).contains(PERSON);
    }

    @Test
    void says_nothing_of_a_person_in_the_refusal() {
        save(PERSON);
        var thief = new Party.Person(
                new PartyId(1), Samples.partyUuid(1), "Tyv", PERSON.identifier(), Optional.of(new UserId(1)));

        assertThat(Throwables.getStackTrace(catchThrowable(() -> save(thief))))
                .contains("StorageException")
                .doesNotContain(PERSON.identifier().reveal())
                .doesNotContain(thief.name());
    }

    @Test
    void lists_the_sub_units_of_an_organization_in_order_of_id() {
        var first = subUnit(1, COMPANY.id());
        var second = subUnit(2, COMPANY.id());
        save(COMPANY, second, first, subUnit(3, first.id()), PERSON);

        assertListed(transaction -> parties.subUnits(transaction, COMPANY.id())).containsExactly(first, second);
        assertListed(transaction -> parties.subUnits(transaction, second.id())).isEmpty();
    }

    private static Party.Organization subUnit(int n, PartyId main) {
        var company = Samples.company(n);
        return new Party.Organization(
                company.id(), company.uuid(), "Avdeling", company.number(), "BEDR", Optional.of(main));
    }

    @Test
    void lists_persons_with_a_user_profile_in_order_of_name_then_id() {
        var third = named(1, "Berit");
        var second = named(3, "Anne");
        var first = named(2, "Anne");
        save(COMPANY, third, second, first, withoutProfile(4));

        assertListed(transaction -> parties.users(transaction, 10)).containsExactly(first, second, third);
        assertListed(transaction -> parties.users(transaction, 2)).containsExactly(first, second);
    }
}
