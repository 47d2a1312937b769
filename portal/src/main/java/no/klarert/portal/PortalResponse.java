package no.klarert.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.klarert.storage.Bytes;

/**
 * One HTTP response.
 *
 * @param headers by name, without {@code Set-Cookie}
 * @param cookies values of {@code Set-Cookie}, one header each
 */
public record PortalResponse(int status, Map<String, String> headers, List<String> cookies, Bytes body) {
    /** Nothing from elsewhere, no script, no inline style, no frame; Designsystemet draws its icons from data URLs. */
    private static final String CONTENT_SECURITY_POLICY = policy("'self'");

    private static String policy(String formAction) {
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action " + formAction
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    public PortalResponse {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    static PortalResponse html(int status, String html) {
        return text(status, "text/html; charset=utf-8", html);
    }

    static PortalResponse text(int status, String contentType, String text) {
        var headers = personal();
        headers.put("Content-Type", contentType);
        return new PortalResponse(status, headers, List.of(), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** 303: the browser continues with GET, also after a form. */
    static PortalResponse seeOther(String location) {
        return redirect(303, location);
    }

    /** 302, for addresses that have moved but may move again. */
    static PortalResponse found(String location) {
        return redirect(302, location);
    }

    private static PortalResponse redirect(int status, String location) {
        var headers = personal();
        headers.put("Location", location);
        return new PortalResponse(status, headers, List.of(), Bytes.of(new byte[0]));
    }

    /** An asset whose name contains a hash of its content. */
    static PortalResponse immutable(String contentType, Bytes content) {
        var headers = guarded();
        headers.put("Content-Type", contentType);
        headers.put("Cache-Control", "public, max-age=31536000, immutable");
        return new PortalResponse(200, headers, List.of(), content);
    }

    PortalResponse withHeader(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new PortalResponse(status, more, cookies, body);
    }

    /** For a page with a form whose answer leads on to {@code origin}: browsers hold redirects after a form to the policy too. */
    PortalResponse withFormsLeadingTo(String origin) {
        return withHeader("Content-Security-Policy", policy("'self' " + origin));
    }

    PortalResponse withCookie(String cookie) {
        var more = new ArrayList<>(cookies);
        more.add(cookie);
        return new PortalResponse(status, headers, more, body);
    }

    private static Map<String, String> personal() {
        var headers = guarded();
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    private static Map<String, String> guarded() {
        var headers = new TreeMap<String, String>();
        headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        return headers;
    }
}
