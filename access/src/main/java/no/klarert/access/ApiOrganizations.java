package no.klarert.access;

import java.util.Optional;
import no.klarert.access.ApiDelegationAuthority.Wish;
import no.klarert.storage.Transaction;

/** The organisations between which APIs are delegated, and who may act for them. */
public final class ApiOrganizations {
    private final PartyStore parties;
    private final ApiDelegationAuthority authority;

    public ApiOrganizations(PartyStore parties, ApiDelegationAuthority authority) {
        this.parties = parties;
        this.authority = authority;
    }

    /** The organisation, if there is one and the person may deal with its API delegations in that way. */
    Optional<Party.Organization> admit(Transaction transaction, Delegator person, PartyKey key, Wish wish) {
        return find(transaction, key)
                .filter(organization -> authority.permits(transaction, person, organization.uuid(), wish));
    }

    /** Empty if there is no such party, or if it is a person. */
    Optional<Party.Organization> find(Transaction transaction, PartyKey key) {
        return switch (key) {
            case PartyKey.ById(var id) -> parties.byId(transaction, id).flatMap(ApiOrganizations::organization);
            case PartyKey.ByUuid(var uuid) -> parties.byUuid(transaction, uuid).flatMap(ApiOrganizations::organization);
            case PartyKey.ByNumber(var number) -> parties.byNumber(transaction, number);
            case PartyKey.ByIdentifier byIdentifier -> Optional.empty();
        };
    }

    private static Optional<Party.Organization> organization(Party party) {
        return party instanceof Party.Organization organization ? Optional.of(organization) : Optional.empty();
    }
}
