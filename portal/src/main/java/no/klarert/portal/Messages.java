package no.klarert.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.portal.PortalRequest.Method;
import no.klarert.vocabulary.AuthenticationLevel;

/** Pages that say why something cannot be shown or done, each with a way on (portal specification S-04, S-05, S-06). */
final class Messages {
    private final Site site;

    Messages(Site site) {
        this.site = site;
    }

    PortalResponse notFound(Visit visit) {
        return say(visit, 404, "error.not_found", List.of(toStart(visit)));
    }

    /** {@code Allow} names the methods that there are (RFC 9110 §15.5.6). */
    PortalResponse methodNotAllowed(Visit visit, Set<Method> allowed) {
        var methods = allowed.stream()
                .map(method -> method == Method.GET ? "GET, HEAD" : method.name())
                .collect(Collectors.joining(", "));
        return say(visit, 405, "error.method", List.of(toStart(visit))).withHeader("Allow", methods);
    }

    PortalResponse unreadable(Visit visit, Unreadable why) {
        return say(visit, why.status(), why.textKey(), List.of(toStart(visit)));
    }

    /** The log-in is real but not sure enough; after a surer one the person comes back to the same page. */
    PortalResponse levelTooLow(Visit visit, LoggedIn person, AuthenticationLevel required) {
        var texts = visit.texts();
        var why = texts.get(
                "overview.level",
                "required",
                Integer.toString(required.value()),
                "level",
                Integer.toString(person.user().level().value()));
        var again = new Message.Link(Urls.logIn(visit.here()), texts.get("request.level.log_in"));
        var message = new Message(
                texts.get("request.level.title"), List.of(why), List.of(again, toStart(visit)), Optional.empty());
        return render(visit, 403, message);
    }

    /** A form without its token, with a wrong one, or from another site. Nothing was changed. */
    PortalResponse formRefused(Visit visit) {
        var back = new Message.Link(visit.here().value(), visit.texts().get("error.form.back"));
        return say(visit, 403, "error.form", List.of(back));
    }

    /** Unknown, or not for this person: the same page, so that ids cannot be probed. */
    PortalResponse requestNotFound(Visit visit) {
        return say(visit, 404, "request.not_found", List.of(toOverview(visit)));
    }

    PortalResponse accessNotFound(Visit visit) {
        return say(visit, 404, "access.not_found", List.of(toOverview(visit)));
    }

    PortalResponse noOrganization(Visit visit) {
        return say(visit, 200, "overview.no_organization", List.of(toStart(visit)));
    }

    PortalResponse logInNotSetUp(Visit visit) {
        return say(visit, 503, "login.not_set_up", List.of(toStart(visit)));
    }

    PortalResponse loggedOut(Visit visit) {
        var texts = visit.texts();
        var links = List.of(new Message.Link(Urls.LOG_IN, texts.get("logged_out.again")), toStart(visit));
        return say(visit, 200, "logged_out", links);
    }

    /** Something unexpected; what it was is in the log under the same reference. */
    PortalResponse failed(Visit visit) {
        var message = message(
                visit.texts(),
                "error.generic",
                List.of(toStart(visit)),
                Optional.of(visit.request().reference()));
        return render(visit, 500, message);
    }

    private PortalResponse say(Visit visit, int status, String key, List<Message.Link> links) {
        return render(visit, status, message(visit.texts(), key, links, Optional.empty()));
    }

    private static Message message(Texts texts, String key, List<Message.Link> links, Optional<String> reference) {
        return new Message(
                texts.get(key + ".title"), List.of(texts.get(key), texts.get(key + ".next")), links, reference);
    }

    private PortalResponse render(Visit visit, int status, Message message) {
        var frame = site.frame(visit, message.heading());
        return site.page(status, (out, none) -> JtemessageGenerated.render(out, none, frame, message));
    }

    private static Message.Link toStart(Visit visit) {
        return new Message.Link(Urls.START, visit.texts().get("common.to_start"));
    }

    private static Message.Link toOverview(Visit visit) {
        return new Message.Link(Urls.OVERVIEW, visit.texts().get("common.to_overview"));
    }
}
