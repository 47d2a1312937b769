package no.klarert.portal;

import no.klarert.portal.AccessRequest.Status;
import no.klarert.portal.RequestPage.Problem;

/** The forms of a request's page: approve, decline, or leave without an answer. */
final class RequestAnswers {
    private final AccessRequests requests;
    private final RequestPage page;
    private final VendorReturn vendorReturn;
    private final Messages messages;
    private final Cookies cookies;

    RequestAnswers(
            AccessRequests requests, RequestPage page, VendorReturn vendorReturn, Messages messages, Cookies cookies) {
        this.requests = requests;
        this.page = page;
        this.vendorReturn = vendorReturn;
        this.messages = messages;
        this.cookies = cookies;
    }

    PortalResponse approve(Visit visit, LoggedIn person) {
        return RequestPage.idOf(visit)
                .map(id -> requests.approve(person.user(), id))
                .map(answer -> after(answer, Status.ACCEPTED, visit, person))
                .orElseGet(() -> messages.requestNotFound(visit));
    }

    PortalResponse decline(Visit visit, LoggedIn person) {
        var reason = DeclineReason.fromForm(visit.request().form().get("reason").orElse(""));
        return RequestPage.idOf(visit)
                .map(id -> requests.decline(person.user(), id, reason))
                .map(answer -> after(answer, Status.REJECTED, visit, person))
                .orElseGet(() -> messages.requestNotFound(visit));
    }

    PortalResponse leave(Visit visit, LoggedIn person) {
        return page.read(visit, person)
                .map(found -> vendorReturn.leave(visit, found.request()))
                .orElseGet(() -> messages.requestNotFound(visit));
    }

    private PortalResponse after(RequestAnswer answer, Status wanted, Visit visit, LoggedIn person) {
        return switch (answer) {
            case RequestAnswer.Done done -> answered(wanted, visit, person);
            case RequestAnswer.AnsweredBefore before -> answeredBefore(wanted, visit, person);
            case RequestAnswer.NotFound notFound -> messages.requestNotFound(visit);
            case RequestAnswer.MayNotAnswer mayNot ->
                page.showAgain(403, visit, person, new Standing.MayNotAnswer(), nothingChanged(visit, ""));
            case RequestAnswer.LacksRights lacks ->
                page.showAgain(
                        409, visit, person, new Standing.LacksRights(lacks.missing()), nothingChanged(visit, ""));
            case RequestAnswer.LevelTooLow tooLow ->
                page.showAgain(
                        403, visit, person, new Standing.LevelTooLow(tooLow.required()), nothingChanged(visit, ""));
            case RequestAnswer.Refused refused ->
                page.showAgain(409, visit, person, new Standing.MayAnswer(), nothingChanged(visit, refused.code()));
        };
    }

    private PortalResponse answered(Status wanted, Visit visit, LoggedIn person) {
        var links = RequestLinks.of(visit);
        if (!links.staysLoggedIn()) {
            return PortalResponse.seeOther(links.receipt());
        }
        var notice = wanted == Status.ACCEPTED ? Notice.APPROVED : Notice.DECLINED;
        return PortalResponse.seeOther(overviewAfter(visit, person)).withCookie(cookies.notice(notice));
    }

    private String overviewAfter(Visit visit, LoggedIn person) {
        return page.read(visit, person)
                .map(RequestReading.Found::request)
                .map(request -> Urls.OVERVIEW
                        + "?org="
                        + request.customer().number()
                        + request.access().map(access -> "&new=" + access).orElse(""))
                .orElse(Urls.OVERVIEW);
    }

    /** The same person's second click gets the receipt of the first; anyone else sees how the request stands. */
    private PortalResponse answeredBefore(Status wanted, Visit visit, LoggedIn person) {
        var links = RequestLinks.of(visit);
        var isRepeated = page.read(visit, person)
                .filter(found -> found.request().status() == wanted)
                .flatMap(found -> found.request().decision())
                .filter(AccessRequest.Decision::byVisitor)
                .isPresent();
        return isRepeated
                ? PortalResponse.seeOther(links.receipt()).withCookie(cookies.notice(Notice.ALREADY_ANSWERED))
                : PortalResponse.seeOther(links.page());
    }

    private static Problem nothingChanged(Visit visit, String code) {
        var texts = visit.texts();
        var key = "problem." + code;
        return new Problem(texts.get(texts.has(key) ? key : "request.nothing_changed"), code);
    }
}
