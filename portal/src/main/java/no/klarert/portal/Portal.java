package no.klarert.portal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import no.klarert.portal.PortalRequest.Method;

/**
 * The portal: people's pages. A request finds its line in the table of routes; forms are acted on only with the token of the
 * log-in that they belong to.
 */
public final class Portal {
    private final Visits visits;
    private final Cookies cookies;
    private final Sessions sessions;
    private final Messages messages;
    private final List<Route> routes;

    public Portal(PortalSettings settings, PortalPorts ports, InstantSource clock, SecureRandom random) {
        var assets = new Assets();
        var site = new Site(settings, assets);
        cookies = new Cookies(settings);
        messages = new Messages(site);
        sessions = new Sessions(ports, clock, random, settings);
        visits = new Visits(ports.people(), sessions, cookies);
        routes = new Routes(site, assets, ports, sessions, cookies, messages).table();
    }

    /** Answers a request; one for an unknown address with a page that says so. */
    public PortalResponse handle(PortalRequest request) {
        var visit = visits.of(request);
        var response = answer(visit);
        return visit.notice().isPresent() && isPage(response) ? response.withCookie(cookies.noNotice()) : response;
    }

    /** The page for a request that failed unexpectedly; it says nothing about the cause. */
    public PortalResponse failed(PortalRequest request) {
        return messages.failed(Visits.ofStranger(request, cookies));
    }

    /**
     * The page for a request whose path, query or body could not be read.
     *
     * @param request what is left of it, without them
     */
    public PortalResponse unreadable(PortalRequest request, Unreadable why) {
        return messages.unreadable(Visits.ofStranger(request, cookies), why);
    }

    /** Deletes log-ins that have ended and answers how many; to be called now and then. */
    public int deleteEndedSessions() {
        return sessions.deleteEnded();
    }

    /** The paths that the portal answers, with {@code {id}} for a part that varies. */
    public List<String> paths() {
        return routes.stream().map(Route::path).distinct().toList();
    }

    private PortalResponse answer(Visit visit) {
        var request = visit.request();
        var others = EnumSet.noneOf(Method.class);
        for (var route : routes) {
            var id = route.match(request.path());
            if (id.isPresent() && route.method() == request.method()) {
                return answer(route, visit.withId(id.get()));
            }
            id.ifPresent(matched -> others.add(route.method()));
        }
        return others.isEmpty() ? messages.notFound(visit) : messages.methodNotAllowed(visit, others);
    }

    private PortalResponse answer(Route route, Visit visit) {
        if (route.method() == Method.POST && isFromAnotherSite(visit)) {
            return messages.formRefused(visit.at(LocalPath.START));
        }
        return switch (route) {
            case Route.Open open -> open.page().answer(visit);
            case Route.Personal personal ->
                visit.person()
                        .map(person -> personal.page().answer(visit, person))
                        .orElseGet(() -> toLogIn(visit.here()));
            case Route.Action action -> act(action, visit);
        };
    }

    private PortalResponse act(Route.Action action, Visit visit) {
        var path = action.formPath().replace(Route.VARIABLE, visit.id());
        var formPage = LocalPath.parse(path + visit.request().query().encoded()).orElse(LocalPath.START);
        if (visit.person().isEmpty()) {
            return toLogIn(formPage);
        }
        var person = visit.person().get();
        return person.sent(visit.request().form())
                ? action.page().answer(visit.at(formPage), person)
                : messages.formRefused(visit.at(formPage));
    }

    /** Browsers say where a request comes from (Fetch Metadata); programs do not, and need not. */
    private static boolean isFromAnotherSite(Visit visit) {
        return visit.request()
                .header("sec-fetch-site")
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
    }

    private static PortalResponse toLogIn(LocalPath comeBackTo) {
        return PortalResponse.seeOther(Urls.logIn(comeBackTo));
    }

    private static boolean isPage(PortalResponse response) {
        return Optional.ofNullable(response.headers().get("Content-Type"))
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }
}
