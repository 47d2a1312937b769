package no.klarert.sdk;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * Which token is wanted (Maskinporten JWT grant, claims). Requests that are equal share one token from the cache.
 *
 * @param scopes at least one; the issuer grants all of them or none
 * @param resources audiences the token is restricted to (RFC 8707); empty for no restriction
 * @param systemUser the customer whose system user the token is for; empty for the client's own organisation
 */
public record TokenRequest(SortedSet<ScopeName> scopes, List<String> resources, Optional<Customer> systemUser) {
    public TokenRequest {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a token needs at least one scope");
        }
        scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
        resources = List.copyOf(resources);
    }

    /**
     * A customer that has given the vendor's system a system user (Maskinporten system user tokens).
     *
     * @param organization who owns the system user
     * @param reference the vendor's own reference, when the system user was created with one
     */
    public record Customer(OrgNumber organization, Optional<ExternalRef> reference) {}

    /** A token for the client's own organisation. */
    public static TokenRequest of(ScopeName... scopes) {
        return of(List.of(scopes));
    }

    /** A token for the client's own organisation. */
    public static TokenRequest of(Collection<ScopeName> scopes) {
        return new TokenRequest(new TreeSet<>(scopes), List.of(), Optional.empty());
    }

    /** The same for the system user of {@code customer} that was created without an external reference. */
    public TokenRequest forSystemUser(OrgNumber customer) {
        return forSystemUser(new Customer(customer, Optional.empty()));
    }

    /** The same for the system user of {@code customer} that was created with {@code reference}. */
    public TokenRequest forSystemUser(OrgNumber customer, ExternalRef reference) {
        return forSystemUser(new Customer(customer, Optional.of(reference)));
    }

    /** The same for the system user of {@code customer}, with or without a reference. */
    public TokenRequest forSystemUser(Customer customer) {
        return new TokenRequest(scopes, resources, Optional.of(customer));
    }

    /** The same, restricted to these audiences. */
    public TokenRequest restrictedTo(String... audiences) {
        return new TokenRequest(scopes, List.of(audiences), systemUser);
    }
}
