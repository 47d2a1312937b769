package no.klarert.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.klarert.portal.Parameters;
import no.klarert.portal.PortalRequest;
import no.klarert.portal.PortalRequest.Method;
import no.klarert.portal.Unreadable;
import no.klarert.vocabulary.InvalidValueException;

/** A call, read as the portal reads requests: the form at most once and bounded, cookies, and the few headers it knows. */
sealed interface PortalCall {
    /** More than any form of the portal needs. */
    int LARGEST_FORM = 16 * 1024;

    int LONGEST_HEADER = 1_000;

    /** The call as a request. */
    record Read(PortalRequest request) implements PortalCall {}

    /**
     * Path, query or body could not be read.
     *
     * @param rest the request without them, in the language it asks for
     */
    record NotRead(PortalRequest rest, Unreadable why) implements PortalCall {}

    static PortalCall read(Call call) {
        var bare = bare(call);
        var body = call.bodyWithin(LARGEST_FORM);
        if (body.isEmpty()) {
            return new NotRead(bare, Unreadable.TOO_LARGE);
        }
        if (body.get().length > 0 && !call.contentType().equals("application/x-www-form-urlencoded")) {
            return new NotRead(bare, Unreadable.NOT_A_FORM);
        }
        return form(body.get())
                .flatMap(form -> request(call, bare, form))
                .<PortalCall>map(Read::new)
                .orElseGet(() -> new NotRead(bare, Unreadable.MALFORMED));
    }

    private static Optional<QueryString> form(byte[] body) {
        return UrlEncoded.utf8(body).flatMap(UrlEncoded::parse);
    }

    private static Optional<PortalRequest> request(Call call, PortalRequest bare, QueryString form) {
        try {
            return Optional.of(new PortalRequest(
                    bare.method(),
                    path(call.path()),
                    new Parameters(call.query().values()),
                    new Parameters(form.values()),
                    bare.cookies(),
                    bare.headers(),
                    bare.reference()));
        } catch (InvalidValueException outOfBounds) {
            return Optional.empty();
        }
    }

    private static PortalRequest bare(Call call) {
        return new PortalRequest(
                call.method().equals("POST") ? Method.POST : Method.GET,
                "/",
                Parameters.NONE,
                Parameters.NONE,
                cookies(call.headers().all("Cookie")),
                headers(call),
                call.trace().trace());
    }

    /** Segments are decoded one by one, and one in which a slash was hidden stays as it is: no page has such a name. */
    private static String path(String raw) {
        return PathPattern.split(raw).stream()
                .map(segment -> UrlEncoded.decodeSegment(segment)
                        .filter(decoded -> !decoded.contains("/"))
                        .orElse(segment))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** Cookies by name (RFC 6265 §4.2.1). Of a name that comes twice nobody knows which one is ours, so neither counts. */
    private static Map<String, String> cookies(List<String> headers) {
        Map<String, String> cookies = new TreeMap<>();
        Set<String> twice = new HashSet<>();
        for (var pair : pairs(headers)) {
            var name = pair.get(0);
            if (cookies.put(name, pair.get(1)) != null) {
                twice.add(name);
            }
        }
        cookies.keySet().removeAll(twice);
        cookies.values().removeIf(value -> value.length() > LONGEST_HEADER);
        return cookies;
    }

    private static Collection<List<String>> pairs(List<String> headers) {
        List<List<String>> pairs = new ArrayList<>();
        for (var header : headers) {
            for (var text : header.split(";", -1)) {
                int equals = text.indexOf('=');
                if (equals > 0) {
                    pairs.add(List.of(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip()));
                }
            }
        }
        return pairs;
    }

    /** A header that is too long is cut, not dropped: what says where a form comes from must not vanish. */
    private static Map<String, String> headers(Call call) {
        Map<String, String> headers = new TreeMap<>();
        for (var name : PortalRequest.HEADERS) {
            var all = String.join(",", call.headers().all(name));
            if (!all.isEmpty()) {
                headers.put(name, all.substring(0, Math.min(all.length(), LONGEST_HEADER)));
            }
        }
        return headers;
    }
}
