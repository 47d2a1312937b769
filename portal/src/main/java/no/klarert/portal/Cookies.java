package no.klarert.portal;

import java.time.Duration;
import java.util.regex.Pattern;

/** The cookies of the portal: HttpOnly, SameSite=Lax, for this host only, and Secure where the portal is encrypted. */
final class Cookies {
    private static final Pattern OURS = Pattern.compile("(__Host-)?klarert-[a-z]+");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final boolean encrypted;

    Cookies(PortalSettings settings) {
        this.encrypted = settings.isEncrypted();
    }

    /** Whether the portal sets cookies of such a name; installations under one host name may share them. */
    static boolean isOurs(String name) {
        return OURS.matcher(name).matches();
    }

    /** The prefix makes browsers insist on Secure, path {@code /} and no domain (RFC 6265bis §4.1.3.2). */
    String sessionName() {
        return encrypted ? "__Host-klarert-session" : "klarert-session";
    }

    String languageName() {
        return "klarert-language";
    }

    String noticeName() {
        return "klarert-notice";
    }

    /** Lives as long as the browser; the log-in itself ends earlier. */
    String session(String token) {
        return sessionName() + "=" + token + attributes();
    }

    String noSession() {
        return gone(sessionName());
    }

    String language(Language language) {
        return languageName() + "=" + language.code() + lasting(YEAR);
    }

    String notice(Notice notice) {
        return noticeName() + "=" + notice.code() + lasting(MOMENT);
    }

    String noNotice() {
        return gone(noticeName());
    }

    private String gone(String name) {
        return name + "=" + lasting(Duration.ZERO);
    }

    private String lasting(Duration age) {
        return "; Max-Age=" + age.toSeconds() + attributes();
    }

    private String attributes() {
        return "; Path=/; HttpOnly; SameSite=Lax" + (encrypted ? "; Secure" : "");
    }
}
