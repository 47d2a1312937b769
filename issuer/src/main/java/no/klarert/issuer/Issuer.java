package no.klarert.issuer;

import java.net.URI;
import java.net.URISyntaxException;
import no.klarert.vocabulary.InvalidValueException;

/**
 * One issuer: what its tokens call it, and the keys it signs with.
 *
 * @param identifier an http or https URL with a trailing slash, compared byte for byte (Maskinporten §1.2)
 */
public record Issuer(String identifier, IssuerKeys keys) {
    public Issuer {
        if (!isIdentifier(identifier)) {
            throw InvalidValueException.of(
                    "issuer", identifier, "an http or https URL with a trailing slash, without query and fragment");
        }
    }

    private static boolean isIdentifier(String text) {
        try {
            var uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && text.endsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
