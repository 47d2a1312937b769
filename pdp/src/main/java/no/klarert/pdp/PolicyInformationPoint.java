package no.klarert.pdp;

import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/** What the context handler asks about parties, roles, packages and delegated rights (Altinn PDP §4 and §8.3–8.4). */
public interface PolicyInformationPoint {
    Optional<KnownParty> party(Transaction transaction, PartyId id);

    Optional<KnownParty> party(Transaction transaction, PartyUuid uuid);

    Optional<KnownParty> party(Transaction transaction, OrgNumber number);

    Optional<KnownParty> party(Transaction transaction, PersonIdentifier identifier);

    /** The person behind a user profile. */
    Optional<KnownParty> party(Transaction transaction, UserId user);

    /** Whether there is such a system user, and neither it nor its system is deleted. */
    boolean isActive(Transaction transaction, SystemUserId systemUser);

    /** The roles the person or organisation has for {@code from}, with those that follow, each under all its names. */
    Set<RoleName> roles(Transaction transaction, PartyUuid from, PartyUuid to);

    /** The packages that reach {@code to} from {@code from}, by role or directly. */
    Set<AccessPackage> packages(Transaction transaction, PartyUuid from, Holder to);

    /** The actions on {@code resource} that reach {@code to} from {@code from} or its main unit by delegation. */
    Set<ActionName> actions(Transaction transaction, PartyUuid from, Holder to, ResourceId resource);

    /**
     * A party in the register.
     *
     * @param user the user profile, for persons that have one
     */
    record KnownParty(PartyId id, PartyUuid uuid, Optional<UserId> user, boolean isOrganization) {}

    /**
     * One name of a role, as policies write it (Altinn PDP §3.4): the attribute {@code urn:altinn:rolecode} with a value such
     * as {@code dagl}, or one of the newer attributes, such as {@code urn:altinn:external-role:ccr} with
     * {@code daglig-leder}. Values are in lower case.
     */
    record RoleName(String attributeId, String value) {}

    /** Who holds something: a party or a system user. */
    sealed interface Holder {
        record OfParty(PartyUuid party) implements Holder {}

        record OfSystemUser(SystemUserId systemUser) implements Holder {}
    }
}
