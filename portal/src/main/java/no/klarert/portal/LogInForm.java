package no.klarert.portal;

import java.util.Optional;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.UserId;

/** The form of the test log-in, read: who and how surely, or which message to show. */
sealed interface LogInForm {
    /** The level a form without one means. */
    AuthenticationLevel DEFAULT_LEVEL = new AuthenticationLevel(4);

    record Valid(People.Person person, AuthenticationLevel level) implements LogInForm {}

    /**
     * Not a person who can log in here.
     *
     * @param messageKey text to show at the field
     */
    record Invalid(String messageKey) implements LogInForm {}

    static LogInForm read(Parameters form, People people) {
        var level = level(form);
        if (level.isEmpty()) {
            return new Invalid("login.error.level");
        }
        var user = form.text("user");
        if (user.isPresent()) {
            return of(byUser(user.get(), people), level.get());
        }
        var pid = form.text("pid").map(text -> text.replace(" ", ""));
        if (pid.isEmpty()) {
            return new Invalid("login.error.missing");
        }
        if (!PersonIdentifier.isWellFormed(pid.get())) {
            return new Invalid("login.error.malformed");
        }
        return isSynthetic(pid.get())
                ? of(people.byIdentifier(new PersonIdentifier(pid.get())), level.get())
                : new Invalid("login.error.real");
    }

    private static LogInForm of(Optional<People.Person> person, AuthenticationLevel level) {
        return person.<LogInForm>map(found -> new Valid(found, level)).orElse(new Invalid("login.error.unknown"));
    }

    private static Optional<People.Person> byUser(String user, People people) {
        try {
            return people.byUser(UserId.parse(user));
        } catch (InvalidValueException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<AuthenticationLevel> level(Parameters form) {
        var text = form.text("level");
        if (text.isEmpty()) {
            return Optional.of(DEFAULT_LEVEL);
        }
        return text.filter(digit -> digit.matches("[0-4]"))
                .map(digit -> new AuthenticationLevel(Integer.parseInt(digit)));
    }

    /** Synthetic numbers have 40, 65 or 80 added to the month; a test installation wants no others. */
    private static boolean isSynthetic(String wellFormed) {
        return Integer.parseInt(wellFormed.substring(2, 4)) > 12;
    }
}
