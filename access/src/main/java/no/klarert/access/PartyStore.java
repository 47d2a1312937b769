package no.klarert.access;

import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.UserId;

/** The register of parties. Ids, UUIDs, organisation numbers, identity numbers and user ids are each unique. */
public interface PartyStore {
    Optional<Party> byId(Transaction transaction, PartyId id);

    Optional<Party> byUuid(Transaction transaction, PartyUuid uuid);

    Optional<Party.Organization> byNumber(Transaction transaction, OrgNumber number);

    Optional<Party.Person> byIdentifier(Transaction transaction, PersonIdentifier identifier);

    Optional<Party.Person> byUser(Transaction transaction, UserId user);

    /** Persons with a user profile, in order of name then id, at most {@code limit}. */
    List<Party.Person> users(Transaction transaction, int limit);

    /** The organisations whose main unit is {@code main}, in order of id. */
    List<Party.Organization> subUnits(Transaction transaction, PartyId main);

    /** Inserts or replaces the party with that id. */
    void save(Transaction transaction, Party party);
}
