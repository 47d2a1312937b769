package no.klarert.portal;

/**
 * The way back to the vendor: log out, then to the address stored on the request, unchanged (portal specification C-03,
 * system user API §11.3). No other address is ever used, and nothing is added to it.
 */
final class VendorReturn {
    private final RequestPage page;
    private final LogOut logOut;
    private final Messages messages;

    VendorReturn(RequestPage page, LogOut logOut, Messages messages) {
        this.page = page;
        this.logOut = logOut;
        this.messages = messages;
    }

    /** Follows the receipt. A request without an answer is shown instead, so that a link cannot log anyone out unasked. */
    PortalResponse go(Visit visit, LoggedIn person) {
        return page.read(visit, person)
                .map(found -> found.request().status() == AccessRequest.Status.NEW
                        ? PortalResponse.seeOther(RequestLinks.of(visit).page())
                        : leave(visit, found.request()))
                .orElseGet(() -> messages.requestNotFound(visit));
    }

    PortalResponse leave(Visit visit, AccessRequest request) {
        if (RequestLinks.of(visit).staysLoggedIn()) {
            return PortalResponse.seeOther(
                    Urls.OVERVIEW + "?org=" + request.customer().number());
        }
        var target = VendorUrl.of(request).map(VendorUrl::location).orElse(Urls.LOGGED_OUT);
        return logOut.endingWith(visit, PortalResponse.seeOther(target));
    }
}
