package no.klarert.issuer;

import java.util.List;

/** What comes of an administrator's wish (Maskinporten §6.5). Anything but {@link Done} changed nothing. */
public sealed interface AdministrationOutcome<T> {
    /** It is done; {@code value} is how things are now. */
    record Done<T>(T value) implements AdministrationOutcome<T> {}

    /** Every field that is wrong, at least one. */
    record Invalid<T>(List<InvalidField> fields) implements AdministrationOutcome<T> {
        public Invalid {
            fields = List.copyOf(fields);
        }
    }

    /** The thing exists or may exist, but is not this organisation's to touch. */
    record Forbidden<T>(String reason) implements AdministrationOutcome<T> {}

    /** There is no such thing. */
    record Unknown<T>(String reason) implements AdministrationOutcome<T> {}

    /** The thing exists already, or is deactivated. */
    record Conflict<T>(String reason) implements AdministrationOutcome<T> {}
}
