package no.klarert.portal;

import java.util.Optional;
import no.klarert.portal.AccessRequest.Status;

/** What was answered, to keep; then on to the vendor (portal specification C-03c). */
final class ReceiptPage {
    private static final int SECONDS_SHOWN = 5;

    private final Site site;
    private final RequestPage page;
    private final Messages messages;

    ReceiptPage(Site site, RequestPage page, Messages messages) {
        this.site = site;
        this.page = page;
        this.messages = messages;
    }

    PortalResponse show(Visit visit, LoggedIn person) {
        return page.read(visit, person)
                .map(found -> hasReceipt(found.request())
                        ? render(visit, found.request())
                        : PortalResponse.seeOther(RequestLinks.of(visit).page()))
                .orElseGet(() -> messages.requestNotFound(visit));
    }

    /** The receipt as a text file. */
    PortalResponse text(Visit visit, LoggedIn person) {
        return page.read(visit, person)
                .filter(found -> hasReceipt(found.request()))
                .map(found -> new Receipt(found.request(), RequestLinks.of(visit)))
                .map(receipt -> PortalResponse.text(200, "text/plain; charset=utf-8", receipt.asText(visit.texts()))
                        .withHeader("Content-Disposition", "attachment; filename=\"klarert-" + receipt.id() + ".txt\""))
                .orElseGet(() -> messages.requestNotFound(visit));
    }

    private static boolean hasReceipt(AccessRequest request) {
        return request.status() == Status.ACCEPTED || request.status() == Status.REJECTED;
    }

    private PortalResponse render(Visit visit, AccessRequest request) {
        var links = RequestLinks.of(visit);
        var receipt = new Receipt(request, links);
        var frame = site.frame(visit, receipt.heading(visit.texts()), request.customer());
        var vendor = links.staysLoggedIn() ? Optional.<VendorUrl>empty() : VendorUrl.of(request);
        var moves = vendor.isPresent() && !visit.request().query().has("stay");
        var response =
                site.page(200, (out, none) -> JtereceiptGenerated.render(out, none, frame, receipt, vendor, moves));
        return moves ? response.withHeader("Refresh", SECONDS_SHOWN + "; url=" + links.onward()) : response;
    }
}
