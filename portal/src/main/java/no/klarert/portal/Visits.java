package no.klarert.portal;

import java.util.Optional;

/** Finds out who visits, in which language, and what an earlier page left to say. */
final class Visits {
    private final People people;
    private final Sessions sessions;
    private final Cookies cookies;

    Visits(People people, Sessions sessions, Cookies cookies) {
        this.people = people;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    Visit of(PortalRequest request) {
        var notice = request.cookie(cookies.noticeName()).flatMap(Notice::ofCode);
        return new Visit(request, texts(request, cookies), person(request), notice);
    }

    /** A visit of nobody in particular, for when nothing else can be relied on. */
    static Visit ofStranger(PortalRequest request, Cookies cookies) {
        return new Visit(request, texts(request, cookies), Optional.empty(), Optional.empty());
    }

    /** Explicit choice, else the browser's, else nb. */
    private static Texts texts(PortalRequest request, Cookies cookies) {
        return Texts.in(request.cookie(cookies.languageName())
                .flatMap(Language::ofCode)
                .orElseGet(() ->
                        Language.preferred(request.header("accept-language").orElse(""))));
    }

    private Optional<LoggedIn> person(PortalRequest request) {
        return request.cookie(cookies.sessionName())
                .flatMap(sessions::find)
                .flatMap(session -> people.byUser(session.user())
                        .map(person -> new LoggedIn(
                                new PortalUser(person.user(), person.name(), session.level()), session.csrfToken())));
    }
}
