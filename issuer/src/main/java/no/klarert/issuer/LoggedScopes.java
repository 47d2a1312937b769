package no.klarert.issuer;

import java.util.Arrays;
import java.util.stream.Collectors;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.ScopeName;

/**
 * The scopes of a request as the token log keeps them. Whoever asks may put anything in the claim, an assertion or a personal
 * number among it: of what was not granted at most 2000 characters are kept, with a question mark for each text that is no name
 * of a scope.
 */
final class LoggedScopes {
    private static final int LONGEST = 2_000;

    private LoggedScopes() {}

    /** Those granted, which are names of scopes. */
    static String of(Grant grant) {
        return grant.scopes().stream().map(scope -> scope.name().value()).collect(Collectors.joining(" "));
    }

    /** Those asked for, which may be anything. */
    static String of(String requested) {
        var shown = requested.length() > LONGEST ? requested.substring(0, LONGEST) : requested;
        var names = Arrays.stream(shown.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .map(text -> isName(text) ? text : "?")
                .collect(Collectors.joining(" "));
        return PersonalNumbers.masked(names);
    }

    private static boolean isName(String text) {
        try {
            ScopeName.parse(text);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
