package no.klarert.portal;

import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.UserId;

/** The people who can log in and the organisations they act for. */
public interface People {
    Optional<Person> byUser(UserId user);

    Optional<Person> byIdentifier(PersonIdentifier identifier);

    /** The organisations the person represents in any way, in order of name; at most a few hundred. */
    List<Organization> represented(UserId user);

    /** The people that a test log-in offers, by story; empty outside test mode. */
    List<Group> offered();

    /** Someone with a user profile. */
    record Person(UserId user, String name) {}

    /** People of one story, such as those of the customer in it. */
    record Group(LocalizedText heading, List<Offered> people) {
        public Group {
            people = List.copyOf(people);
        }
    }

    /**
     * One person on offer.
     *
     * @param part what the person is in the story, such as general manager of which organisation
     */
    record Offered(Person person, LocalizedText part) {}
}
