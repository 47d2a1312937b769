package no.klarert.portal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.klarert.vocabulary.InvalidValueException;

/**
 * One HTTP request, as far as the portal reads it. Sizes are bounded: what is longer is refused when the record is made.
 *
 * @param path the path, percent-decoded
 * @param form parameters of an {@code application/x-www-form-urlencoded} body; empty for GET
 * @param cookies those of the portal, by name; others, which share a host with it, are dropped
 * @param headers those named in {@link #HEADERS}, by lower-case name; others are dropped
 * @param reference the correlation id of the request, which an error page shows
 */
public record PortalRequest(
        Method method,
        String path,
        Parameters query,
        Parameters form,
        Map<String, String> cookies,
        Map<String, String> headers,
        String reference) {
    /** The headers that the portal reads. */
    public static final Set<String> HEADERS = Set.of("accept-encoding", "accept-language", "sec-fetch-site");

    private static final int PATH = 1024;
    private static final int VALUE = 4096;
    private static final int COOKIES = 64;

    public PortalRequest {
        if (path.length() > PATH) {
            throw InvalidValueException.of("path", path, "at most " + PATH + " characters");
        }
        cookies = bounded("cookies", onlyOurs(cookies));
        headers = bounded("headers", onlyRead(headers));
    }

    private static Map<String, String> onlyOurs(Map<String, String> cookies) {
        var ours = new TreeMap<>(cookies);
        ours.keySet().removeIf(name -> !Cookies.isOurs(name));
        return ours;
    }

    private static Map<String, String> onlyRead(Map<String, String> headers) {
        var read = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (HEADERS.contains(lower)) {
                read.put(lower, value);
            }
        });
        return read;
    }

    private static Map<String, String> bounded(String kind, Map<String, String> values) {
        if (values.size() > COOKIES || values.values().stream().anyMatch(value -> value.length() > VALUE)) {
            throw InvalidValueException.secret(kind, "at most " + COOKIES + " of at most " + VALUE + " characters");
        }
        return Map.copyOf(values);
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The methods that the portal answers; a server may present HEAD as GET and drop the body of the answer. */
    public enum Method {
        GET,
        POST
    }
}
