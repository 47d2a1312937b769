package no.klarert.systemuser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An address to which a browser may be sent after a decision: absolute, {@code https}, without user information. Two are the
 * same place if scheme, host, port and path are equal; query and fragment are the vendor's own (system user API §6.2).
 */
record RedirectUrl(URI uri) {
    private static final int HTTPS_PORT = 443;

    /** Empty for anything else than such an address. */
    static Optional<RedirectUrl> parse(String text) {
        try {
            var uri = new URI(text);
            boolean valid =
                    "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
            return valid ? Optional.of(new RedirectUrl(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean isSamePlaceAs(RedirectUrl other) {
        return place().equals(other.place());
    }

    /** Scheme and host in lower case, no default port, at least {@code /} as path; query and fragment as written. */
    String normalized() {
        var text = new StringBuilder(place());
        if (uri.getRawQuery() != null) {
            text.append('?').append(uri.getRawQuery());
        }
        if (uri.getRawFragment() != null) {
            text.append('#').append(uri.getRawFragment());
        }
        return text.toString();
    }

    private String place() {
        var host = Objects.requireNonNull(uri.getHost()).toLowerCase(Locale.ROOT);
        var port = uri.getPort() == -1 || uri.getPort() == HTTPS_PORT ? "" : ":" + uri.getPort();
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return "https://" + host + port + path;
    }
}
