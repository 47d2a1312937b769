package no.klarert.policy.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Absolute URIs in a form in which equal ones are equal text: scheme and host in lower case, no default port. */
final class NormalUri {
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443, "ftp", 21);

    private NormalUri() {}

    static Optional<String> of(String text) {
        try {
            var uri = new URI(text.strip());
            return uri.isAbsolute() ? Optional.of(normal(uri)) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static String normal(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        if (uri.isOpaque() || uri.getHost() == null) {
            return scheme + ":" + uri.getRawSchemeSpecificPart() + fragment;
        }
        var user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        boolean portSaysNothing = uri.getPort() < 0 || DEFAULT_PORTS.getOrDefault(scheme, -1) == uri.getPort();
        var port = portSaysNothing ? "" : ":" + uri.getPort();
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return scheme + "://" + user + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query + fragment;
    }
}
