package no.klarert.portal;

import java.util.Optional;

/**
 * The addresses around one request, with the parameters vendors and pages give along.
 *
 * @param staysLoggedIn whether the person stays after answering ({@code skiplogout})
 * @param back where the back link leads ({@code backtopage}); other than paths of ours are ignored
 */
record RequestLinks(String id, boolean staysLoggedIn, Optional<LocalPath> back) {
    static RequestLinks of(Visit visit) {
        var query = visit.request().query();
        return new RequestLinks(
                query.get("id").orElse(""),
                query.get("skiplogout").filter(value -> !value.equals("false")).isPresent(),
                query.get("backtopage").flatMap(LocalPath::parse));
    }

    String page() {
        return Urls.REQUEST + query();
    }

    /** The page without parameters that are for this visit only, to send to someone else. */
    String plain() {
        return Urls.REQUEST + "?id=" + Urls.encoded(id);
    }

    String approve() {
        return Urls.REQUEST + "/approve" + query();
    }

    String decline() {
        return Urls.REQUEST + "/decline" + query();
    }

    String leave() {
        return Urls.REQUEST + "/leave" + query();
    }

    String receipt() {
        return Urls.REQUEST + "/receipt" + query();
    }

    String receiptThatStays() {
        return receipt() + "&stay=true";
    }

    String receiptText() {
        return Urls.REQUEST + "/receipt.txt" + query();
    }

    String onward() {
        return Urls.REQUEST + "/continue" + query();
    }

    private String query() {
        return "?id="
                + Urls.encoded(id)
                + (staysLoggedIn ? "&skiplogout=true" : "")
                + back.map(path -> "&backtopage=" + Urls.encoded(path.value())).orElse("");
    }
}
