package no.klarert.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import no.klarert.vocabulary.SystemUserId;

/** Addresses within the portal. */
final class Urls {
    static final String START = "/";
    static final String LOG_IN = "/login";
    static final String LOG_OUT = "/logout";
    static final String LOGGED_OUT = "/logged-out";
    static final String LANGUAGE = "/language";
    static final String ACCESSIBILITY = "/accessibility";
    static final String PRIVACY = "/privacy";

    static final String CUSTOMER = "/accessmanagement/ui";
    static final String SYSTEM_USERS = CUSTOMER + "/systemuser";
    static final String OVERVIEW = SYSTEM_USERS + "/overview";
    static final String REQUEST = SYSTEM_USERS + "/request";
    static final String ACCESS = SYSTEM_USERS + "/{id}";

    private Urls() {}

    static String logIn(LocalPath comeBackTo) {
        return LOG_IN + "?goto=" + encoded(comeBackTo.value());
    }

    static String access(SystemUserId id) {
        return SYSTEM_USERS + "/" + id;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
