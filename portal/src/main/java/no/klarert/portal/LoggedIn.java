package no.klarert.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A person with a log-in that is alive, and the token that proves a form comes from one of our pages. */
record LoggedIn(PortalUser user, String csrfToken) {
    static final String CSRF_FIELD = "csrf";

    /** Whether the form carries this log-in's token; compared in constant time. */
    boolean sent(Parameters form) {
        return form.get(CSRF_FIELD).map(this::isToken).orElse(false);
    }

    private boolean isToken(String candidate) {
        return MessageDigest.isEqual(
                candidate.getBytes(StandardCharsets.UTF_8), csrfToken.getBytes(StandardCharsets.UTF_8));
    }
}
