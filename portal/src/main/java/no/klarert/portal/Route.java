package no.klarert.portal;

import java.util.Optional;
import no.klarert.portal.PortalRequest.Method;

/** One line of the table of routes. A path may have one variable part, written {@code {id}}. */
sealed interface Route {
    String VARIABLE = "{id}";

    Method method();

    String path();

    /** A page for everyone. */
    record Open(Method method, String path, OpenPage page) implements Route {}

    /** A page for people who are logged in; others log in first and come back. */
    record Personal(String path, PersonalPage page) implements Route {
        @Override
        public Method method() {
            return Method.GET;
        }
    }

    /**
     * A form of a person who is logged in. It is acted on only with the log-in's own token.
     *
     * @param formPath the page that holds the form, with the same query
     */
    record Action(String path, String formPath, PersonalPage page) implements Route {
        @Override
        public Method method() {
            return Method.POST;
        }
    }

    /** Answers anyone. */
    @FunctionalInterface
    interface OpenPage {
        PortalResponse answer(Visit visit);
    }

    /** Answers a person who is logged in. */
    @FunctionalInterface
    interface PersonalPage {
        PortalResponse answer(Visit visit, LoggedIn person);
    }

    /** What stands for {@code {id}} in {@code requested}, empty text if this path has no variable part; empty if no match. */
    default Optional<String> match(String requested) {
        int variable = path().indexOf(VARIABLE);
        if (variable < 0) {
            return path().equals(requested) ? Optional.of("") : Optional.empty();
        }
        var before = path().substring(0, variable);
        var after = path().substring(variable + VARIABLE.length());
        if (!requested.startsWith(before)
                || !requested.endsWith(after)
                || requested.length() <= before.length() + after.length()) {
            return Optional.empty();
        }
        var id = requested.substring(before.length(), requested.length() - after.length());
        return id.contains("/") ? Optional.empty() : Optional.of(id);
    }
}
