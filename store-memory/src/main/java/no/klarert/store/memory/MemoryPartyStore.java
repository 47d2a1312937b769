package no.klarert.store.memory;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.access.Party;
import no.klarert.access.PartyStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.UserId;

/** Parties, found by any of their identifiers. */
final class MemoryPartyStore implements PartyStore {
    private final MemoryTable<PartyId, Party> parties;
    /** From every other identifier, each of its own type, to the party's id. */
    private final MemoryTable<Object, PartyId> ids;

    MemoryPartyStore(MemoryTransactions transactions) {
        parties = new MemoryTable<>(transactions);
        ids = new MemoryTable<>(transactions);
    }

    @Override
    public Optional<Party> byId(Transaction transaction, PartyId id) {
        return parties.find(transaction, id);
    }

    @Override
    public Optional<Party> byUuid(Transaction transaction, PartyUuid uuid) {
        return by(transaction, uuid);
    }

    @Override
    public Optional<Party.Organization> byNumber(Transaction transaction, OrgNumber number) {
        return by(transaction, number).map(Party.Organization.class::cast);
    }

    @Override
    public Optional<Party.Person> byIdentifier(Transaction transaction, PersonIdentifier identifier) {
        return by(transaction, identifier).map(Party.Person.class::cast);
    }

    @Override
    public Optional<Party.Person> byUser(Transaction transaction, UserId user) {
        return by(transaction, user).map(Party.Person.class::cast);
    }

    private Optional<Party> by(Transaction transaction, Object identifier) {
        return ids.find(transaction, identifier).flatMap(id -> byId(transaction, id));
    }

    @Override
    public List<Party.Person> users(Transaction transaction, int limit) {
        return parties.all(transaction)
                .filter(Party.Person.class::isInstance)
                .map(Party.Person.class::cast)
                .filter(person -> person.user().isPresent())
                .sorted(DatabaseOrder.ofText(Party.Person::name)
                        .thenComparingInt(person -> person.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Party.Organization> subUnits(Transaction transaction, PartyId main) {
        return parties.all(transaction)
                .filter(Party.Organization.class::isInstance)
                .map(Party.Organization.class::cast)
                .filter(organization -> organization.mainUnit().equals(Optional.of(main)))
                .sorted(comparingInt(organization -> organization.id().value()))
                .toList();
    }

    @Override
    public void save(Transaction transaction, Party party) {
        byId(transaction, party.id())
                .ifPresent(old -> identifiers(old).forEach(identifier -> ids.remove(transaction, identifier)));
        for (var identifier : identifiers(party)) {
            if (!ids.insert(transaction, identifier, party.id())) {
                throw new StorageException("an identifier of a party belongs to another");
            }
        }
        parties.put(transaction, party.id(), party);
    }

    private static List<Object> identifiers(Party party) {
        var identifiers = new ArrayList<>();
        identifiers.add(party.uuid());
        switch (party) {
            case Party.Organization organization -> identifiers.add(organization.number());
            case Party.Person person -> {
                identifiers.add(person.identifier());
                person.user().ifPresent(identifiers::add);
            }
        }
        return identifiers;
    }
}
