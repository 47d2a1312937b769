package no.klarert.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.access.Catalog;
import no.klarert.access.Party;
import no.klarert.access.PartyRegister;
import no.klarert.access.RoleAssignment;
import no.klarert.portal.Organization;
import no.klarert.portal.People;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.RoleCode;
import no.klarert.vocabulary.UserId;

/** The people of the party register who have a user profile. */
final class RegisteredPeople implements People {
    private static final int MOST_OFFERED = 50;
    private static final LocalizedText WITHOUT_ROLE =
            LocalizedText.of(Map.of("nb", "Uten rolle", "nn", "Utan rolle", "en", "Without a role"));

    private final Stores stores;
    private final PartyRegister register;
    private final Catalog catalog;
    private final KlarertConfig config;

    RegisteredPeople(Stores stores, PartyRegister register, Catalog catalog, KlarertConfig config) {
        this.stores = stores;
        this.register = register;
        this.catalog = catalog;
        this.config = config;
    }

    @Override
    public Optional<Person> byUser(UserId user) {
        return stores.transactions()
                .run(transaction -> register.person(transaction, user).flatMap(RegisteredPeople::person));
    }

    @Override
    public Optional<Person> byIdentifier(PersonIdentifier identifier) {
        return stores.transactions()
                .run(transaction ->
                        stores.parties().byIdentifier(transaction, identifier).flatMap(RegisteredPeople::person));
    }

    private static Optional<Person> person(Party.Person person) {
        return person.user().map(user -> new Person(user, person.name()));
    }

    @Override
    public List<Organization> represented(UserId user) {
        return stores.transactions()
                .run(transaction -> register.person(transaction, user).stream()
                        .flatMap(person -> register.organizationsOf(transaction, person).stream())
                        .map(organization -> new Organization(organization.name(), organization.number()))
                        .toList());
    }

    /** By organisation, with the role each person has there, and last those who have none. */
    @Override
    public List<Group> offered() {
        return config.testLogin() ? stores.transactions().run(this::offered) : List.of();
    }

    private List<Group> offered(Transaction transaction) {
        Map<LocalizedText, List<Offered>> byHeading = new LinkedHashMap<>();
        List<Offered> withoutRole = new ArrayList<>();
        for (var party : stores.parties().users(transaction, MOST_OFFERED)) {
            var person = person(party).orElseThrow();
            var held = stores.roles().heldBy(transaction, party.id());
            held.forEach(role -> byHeading
                    .computeIfAbsent(heading(transaction, role), heading -> new ArrayList<>())
                    .add(new Offered(person, name(role.role()))));
            if (held.isEmpty()) {
                withoutRole.add(new Offered(person, LocalizedText.of(Map.of())));
            }
        }
        if (!withoutRole.isEmpty()) {
            byHeading.put(WITHOUT_ROLE, withoutRole);
        }
        return byHeading.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private LocalizedText heading(Transaction transaction, RoleAssignment role) {
        var giver = stores.parties().byId(transaction, role.from()).map(Party::name);
        return LocalizedText.of(Map.of("nb", giver.orElse("")));
    }

    private LocalizedText name(RoleCode code) {
        var name = catalog.role(code).name();
        return name.in("nb").isBlank() ? LocalizedText.of(Map.of("nb", code.value())) : name;
    }
}
