package no.klarert.portal;

import java.util.Optional;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.RequestId;

/** A vendor's request, for a customer's person to answer (portal specification C-03, C-03b). */
final class RequestPage {
    private final Site site;
    private final AccessRequests requests;
    private final Messages messages;

    RequestPage(Site site, AccessRequests requests, Messages messages) {
        this.site = site;
        this.requests = requests;
        this.messages = messages;
    }

    PortalResponse show(Visit visit, LoggedIn person) {
        return read(visit, person)
                .map(found -> render(200, visit, person, found, Optional.empty()))
                .orElseGet(() -> messages.requestNotFound(visit));
    }

    /** The page again after an answer that changed nothing, with what stood in the way. */
    PortalResponse showAgain(int status, Visit visit, LoggedIn person, Standing standing, Problem problem) {
        return read(visit, person)
                .map(found -> new RequestReading.Found(found.request(), standing))
                .map(found -> render(status, visit, person, found, Optional.of(problem)))
                .orElseGet(() -> messages.requestNotFound(visit));
    }

    /** The request that the page's {@code id} names, if this person may see it. */
    Optional<RequestReading.Found> read(Visit visit, LoggedIn person) {
        return idOf(visit).flatMap(id -> switch (requests.read(person.user(), id)) {
            case RequestReading.Found found -> Optional.of(found);
            case RequestReading.NotFound notFound -> Optional.empty();
        });
    }

    static Optional<RequestId> idOf(Visit visit) {
        try {
            return visit.request().query().text("id").map(RequestId::parse);
        } catch (InvalidValueException notAnId) {
            return Optional.empty();
        }
    }

    private PortalResponse render(
            int status, Visit visit, LoggedIn person, RequestReading.Found found, Optional<Problem> problem) {
        var request = found.request();
        var view = new RequestView(request, found.standing(), RequestLinks.of(visit), person, problem);
        var frame = site.frame(visit, view.heading(visit.texts()), request.customer());
        var page = site.page(status, (out, none) -> JterequestGenerated.render(out, none, frame, view));
        return view.vendorUrl()
                .filter(vendor -> view.mayLeave())
                .map(vendor -> page.withFormsLeadingTo(vendor.origin()))
                .orElse(page);
    }

    /**
     * Why an answer changed nothing.
     *
     * @param code the problem's code, for support; empty text if there is none
     */
    record Problem(String message, String code) {}
}
