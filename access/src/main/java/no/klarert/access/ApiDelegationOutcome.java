package no.klarert.access;

/** What comes of a person's wish about API delegations. Anything but {@link Done} changed nothing. */
public sealed interface ApiDelegationOutcome<T> {
    record Done<T>(T value) implements ApiDelegationOutcome<T> {}

    /** There is no such organisation, or the person does not deal with its delegations: which of the two is not told. */
    record NotAllowed<T>() implements ApiDelegationOutcome<T> {}

    record Refused<T>(Reason reason) implements ApiDelegationOutcome<T> {}

    /** Why a wish of someone who may have wishes is refused. */
    enum Reason {
        /** There is no such resource, or it is not one of API scopes. */
        NO_SUCH_SCHEME,
        /** The scheme's owner does not let it be delegated, or not by everyone. */
        NOT_DELEGABLE,
        /** The person has no right to the scheme that can be passed on. */
        NO_RIGHT,
        /** The person must log in more surely for this scheme. */
        LEVEL_TOO_LOW,
        /** The other party is not an organisation in the register. */
        NO_SUCH_ORGANIZATION,
        /** Consumer and supplier are the same. */
        TO_ITSELF
    }
}
