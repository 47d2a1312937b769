package no.klarert.portal;

import java.util.Optional;

/**
 * One request with what the portal found out about it.
 *
 * @param person who is logged in, if anyone
 * @param notice something an earlier page left to say
 * @param here a page to come back to: this one, or the one that holds the form
 * @param id the part of the path that a route calls {@code {id}}; empty text for other routes
 */
record Visit(
        PortalRequest request,
        Texts texts,
        Optional<LoggedIn> person,
        Optional<Notice> notice,
        LocalPath here,
        String id) {
    Visit(PortalRequest request, Texts texts, Optional<LoggedIn> person, Optional<Notice> notice) {
        this(request, texts, person, notice, pathOf(request), "");
    }

    private static LocalPath pathOf(PortalRequest request) {
        return LocalPath.parse(request.path() + request.query().encoded()).orElse(LocalPath.START);
    }

    Visit withId(String newId) {
        return new Visit(request, texts, person, notice, here, newId);
    }

    Visit at(LocalPath newHere) {
        return new Visit(request, texts, person, notice, newHere, id);
    }
}
