package no.klarert.portal;

/** Ending a log-in: a page that asks, so that no link can do it, and the form that does it (portal specification S-04). */
final class LogOut {
    private final Site site;
    private final Sessions sessions;
    private final Cookies cookies;

    LogOut(Site site, Sessions sessions, Cookies cookies) {
        this.site = site;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    PortalResponse ask(Visit visit) {
        if (visit.person().isEmpty()) {
            return PortalResponse.seeOther(Urls.LOGGED_OUT);
        }
        var frame = site.frame(visit, visit.texts().get("logout.title"));
        return site.page(200, (out, none) -> JtelogoutGenerated.render(out, none, frame));
    }

    PortalResponse act(Visit visit, LoggedIn person) {
        return endingWith(visit, PortalResponse.seeOther(Urls.LOGGED_OUT));
    }

    /** Ends the visitor's log-in and answers with {@code response}. */
    PortalResponse endingWith(Visit visit, PortalResponse response) {
        visit.request().cookie(cookies.sessionName()).ifPresent(sessions::close);
        return response.withCookie(cookies.noSession());
    }
}
