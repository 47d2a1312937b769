package no.klarert.access;

import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.LocalizedText;

/**
 * An access package and in which ways it can be given (access packages and roles §2).
 *
 * @param givenBy the kind of party whose powers the package bundles
 * @param assignable may be given directly by one party to another
 * @param delegable may be passed on for clients
 */
public record CatalogPackage(
        AccessPackage id, GivenBy givenBy, boolean assignable, boolean delegable, LocalizedText name) {

    /** Kinds of parties that give packages. */
    public enum GivenBy {
        ORGANIZATION,
        PERSON;

        boolean includes(Party party) {
            return switch (party) {
                case Party.Organization organization -> this == ORGANIZATION;
                case Party.Person person -> this == PERSON;
            };
        }
    }
}
