package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import no.klarert.access.Party;
import no.klarert.access.PartyRegister;
import no.klarert.issuer.Organization;
import no.klarert.storage.Actor;
import no.klarert.store.memory.MemoryStore;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    private static final OrgNumber NUMBER = new OrgNumber("310000019");
    private static final UserId USER = new UserId(20000021);

    private final Stores stores = TestStores.of(new MemoryStore(new MovableClock()));
    private final KnownNames names =
            new KnownNames(new PartyRegister(stores.parties(), stores.roles()), stores.organizations());

    private String organization() {
        return stores.transactions()
                .run(transaction -> names.organization(transaction, NUMBER))
                .name();
    }

    @Test
    void an_organisation_is_called_what_the_register_says_else_its_agreement_else_its_number() {
        assertThat(organization()).isEqualTo("310000019");
        save(new Organization(NUMBER, "SmartCloud i avtalen", Set.of()));
        assertThat(organization()).isEqualTo("SmartCloud i avtalen");
        save(new Party.Organization(
                new PartyId(51000002), uuid(2), "SmartCloud AS", NUMBER, "AS", Optional.<PartyId>empty()));
        assertThat(organization()).isEqualTo("SmartCloud AS");
    }

    @Test
    void a_person_is_known_by_the_label_of_the_audit_trail_and_other_actors_are_no_persons() {
        save(new Party.Person(
                new PartyId(50000021),
                uuid(1),
                "Ingrid Bakken",
                new PersonIdentifier("12857410260"),
                Optional.of(USER)));
        assertThat(person(new Actor.OfPerson(USER).label())).contains("Ingrid Bakken");
        for (var other : new String[] {"user:20000099", "user:x", "user:", "org:310000019", "installation", ""}) {
            assertThat(person(other)).as(other).isEmpty();
        }
    }

    private Optional<String> person(String actor) {
        return stores.transactions().run(transaction -> names.person(transaction, actor));
    }

    private static PartyUuid uuid(int n) {
        return PartyUuid.parse("3f0d3f6e-6b1c-4f2b-8d0e-10000000000" + n);
    }

    private void save(Party party) {
        stores.transactions().run(transaction -> {
            stores.parties().save(transaction, party);
            return party;
        });
    }

    private void save(Organization organization) {
        stores.transactions().run(transaction -> {
            stores.organizations().save(transaction, organization);
            return organization;
        });
    }
}
