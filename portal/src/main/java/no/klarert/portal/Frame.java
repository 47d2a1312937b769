package no.klarert.portal;

import java.util.Optional;

/**
 * What every page has around its content.
 *
 * @param title the page's own title; organisation and product follow it in the browser's
 * @param organization name of the organisation the page is about, if any
 */
record Frame(Visit visit, String title, Optional<String> organization, PortalSettings settings, Assets assets) {
    static final String PRODUCT = "Klarert";

    Texts texts() {
        return visit.texts();
    }

    String documentTitle() {
        var middle = organization.map(name -> texts().name(name) + " – ").orElse("");
        return title + " – " + middle + PRODUCT;
    }

    String here() {
        return visit.here().value();
    }
}
