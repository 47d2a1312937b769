package no.klarert.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The address a vendor stored on a request for the browser to go to. It was checked when it was stored; here it is only read
 * again as what it must be, an absolute http or https address, so that a page never links to anything else.
 *
 * @param location as stored, with characters beyond ASCII percent-encoded
 * @param host the name that the page shows
 */
record VendorUrl(String location, String host) {
    static Optional<VendorUrl> parse(String stored) {
        try {
            var uri = new URI(stored);
            var isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (!isWeb || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            return Optional.of(new VendorUrl(uri.toASCIIString(), uri.getHost()));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port, as a content security policy names them. */
    String origin() {
        var uri = URI.create(location);
        return uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    static Optional<VendorUrl> of(AccessRequest request) {
        return request.redirectUrl().flatMap(VendorUrl::parse);
    }
}
