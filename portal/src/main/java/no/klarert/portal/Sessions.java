package no.klarert.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import no.klarert.portal.SessionStore.Session;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.UserId;

/** Log-ins: 256 random bits in a cookie, only their SHA-256 in the store, ended by idleness, age or log-out. */
final class Sessions {
    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** Use is noted at most this often, so that reading a page rarely writes. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Transactions transactions;
    private final InstantSource clock;
    private final SecureRandom random;
    private final PortalSettings settings;

    Sessions(PortalPorts ports, InstantSource clock, SecureRandom random, PortalSettings settings) {
        this.store = ports.sessions();
        this.transactions = ports.transactions();
        this.clock = clock;
        this.random = random;
        this.settings = settings;
    }

    /** Starts a log-in and ends the one that {@code replaced} names, if any; answers the new cookie value. */
    String open(UserId user, AuthenticationLevel level, Optional<String> replaced) {
        var token = token();
        var now = clock.instant();
        var session = new Session(hash(token), user, level, token(), now, now);
        transactions.run(transaction -> {
            replaced.filter(Sessions::isToken).ifPresent(old -> store.delete(transaction, hash(old)));
            store.insert(transaction, session);
            return session;
        });
        return token;
    }

    /**
     * The log-in that a cookie value names, unless it has ended. Where no way to log in is set up there is none: those that
     * an earlier configuration left behind do not count.
     */
    Optional<Session> find(String token) {
        if (settings.logIn() == PortalSettings.LogIn.NONE || !isToken(token)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return transactions.run(transaction -> {
            var session = store.find(transaction, hash(token)).filter(found -> isAlive(found, now));
            session.filter(found -> isDueForNote(found, now))
                    .ifPresent(found -> store.touch(transaction, found.idHash(), now));
            return session;
        });
    }

    void close(String token) {
        if (isToken(token)) {
            transactions.run(transaction -> {
                store.delete(transaction, hash(token));
                return token;
            });
        }
    }

    int deleteEnded() {
        var now = clock.instant();
        return transactions.run(transaction ->
                store.deleteOlder(transaction, now.minus(settings.absoluteLimit()), now.minus(settings.idleLimit())));
    }

    private boolean isAlive(Session session, Instant now) {
        return now.isBefore(session.lastUsed().plus(settings.idleLimit()))
                && now.isBefore(session.created().plus(settings.absoluteLimit()));
    }

    private static boolean isDueForNote(Session session, Instant now) {
        return !now.isBefore(session.lastUsed().plus(NOTED_EVERY));
    }

    private String token() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    private static String hash(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
