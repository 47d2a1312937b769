package no.klarert.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.PartyUuid;

/** Look-ups of parties for others (access packages and roles §7.1); whoever calls has settled who may ask. */
public final class PartyLookup {
    private final Transactions transactions;
    private final PartyStore parties;
    private final AccessLookup access;

    public PartyLookup(Transactions transactions, PartyStore parties, AccessLookup access) {
        this.transactions = transactions;
        this.parties = parties;
        this.access = access;
    }

    /** A party and, if they were asked for, its sub-units. */
    public record Found(Party party, List<Party.Organization> subUnits) {
        public Found {
            subUnits = List.copyOf(subUnits);
        }
    }

    public Optional<Party> find(PartyKey key) {
        return transactions.run(tx -> find(tx, key));
    }

    /** The party, if it is the person itself or one the person may act for in any way. */
    public Optional<Party> findFor(PartyUuid person, PartyKey key) {
        return transactions.run(tx -> find(tx, key)
                .filter(party -> party.uuid().equals(person) || access.represents(tx, person, party.uuid())));
    }

    /** One answer for each key, in that order. */
    public List<Optional<Party>> findEach(List<PartyKey> keys) {
        return transactions.run(tx -> keys.stream().map(key -> find(tx, key)).toList());
    }

    /** The parties that exist, each once, in the order first named. */
    public List<Party> findAll(Collection<PartyKey> keys) {
        return transactions.run(tx -> List.copyOf(distinct(tx, keys)));
    }

    /** As {@link #findAll}, with the sub-units of each. */
    public List<Found> findAllWithSubUnits(Collection<PartyKey> keys) {
        Function<Transaction, List<Found>> work = tx -> distinct(tx, keys).stream()
                .map(party -> new Found(party, parties.subUnits(tx, party.id())))
                .toList();
        return transactions.run(work);
    }

    private Set<Party> distinct(Transaction transaction, Collection<PartyKey> keys) {
        Set<Party> found = new LinkedHashSet<>();
        keys.forEach(key -> find(transaction, key).ifPresent(found::add));
        return found;
    }

    private Optional<Party> find(Transaction transaction, PartyKey key) {
        return switch (key) {
            case PartyKey.ById(var id) -> parties.byId(transaction, id);
            case PartyKey.ByUuid(var uuid) -> parties.byUuid(transaction, uuid);
            case PartyKey.ByNumber(var number) ->
                parties.byNumber(transaction, number).map(party -> party);
            case PartyKey.ByIdentifier(var identifier) ->
                parties.byIdentifier(transaction, identifier).map(party -> party);
        };
    }
}
