package no.klarert.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.klarert.issuer.UnusedMembers;
import no.klarert.vocabulary.InvalidValueException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Members of a client that only other kinds of client use (Maskinporten §7.2): their types are checked, and they are stored and
 * echoed as they came, those that are left out or null not at all.
 */
final class UnusedClientMembers {
    private static final int LONGEST_TEXT = 2_000;

    private enum Kind {
        SECONDS,
        FLAG,
        TEXT,
        TEXTS,
        USAGE
    }

    private record Member(String name, Kind kind) {}

    private static final List<Member> MEMBERS = List.of(
            new Member("authorization_lifetime", Kind.SECONDS),
            new Member("client_uri", Kind.TEXT),
            new Member("frontchannel_logout_session_required", Kind.FLAG),
            new Member("frontchannel_logout_uri", Kind.TEXT),
            new Member("post_logout_redirect_uris", Kind.TEXTS),
            new Member("redirect_uris", Kind.TEXTS),
            new Member("refresh_token_lifetime", Kind.SECONDS),
            new Member("refresh_token_usage", Kind.USAGE),
            new Member("sso_disabled", Kind.FLAG));

    private UnusedClientMembers() {}

    static UnusedMembers read(JsonFields body) {
        var kept = Json.object();
        for (var member : MEMBERS) {
            body.raw(member.name()).ifPresent(value -> {
                check(body, member.name(), member.kind());
                kept.set(member.name(), value);
            });
        }
        try {
            return new UnusedMembers(kept.toString());
        } catch (InvalidValueException e) {
            body.wrong("", e.getMessage());
            return UnusedMembers.NONE;
        }
    }

    private static void check(JsonFields body, String name, Kind kind) {
        switch (kind) {
            case SECONDS -> body.integer(name, 0, 0, Integer.MAX_VALUE);
            case FLAG -> body.flag(name, false);
            case TEXT -> body.text(name, LONGEST_TEXT);
            case TEXTS -> body.texts(name);
            case USAGE ->
                body.text(name)
                        .filter(usage -> !List.of("ONETIME", "REUSE").contains(usage))
                        .ifPresent(usage -> body.wrong(name, "must be ONETIME or REUSE"));
        }
    }

    static void write(UnusedMembers unused, ObjectNode into) {
        if (!unused.equals(UnusedMembers.NONE)) {
            Json.read(unused.json().getBytes(StandardCharsets.UTF_8))
                    .properties()
                    .forEach(member -> into.set(member.getKey(), member.getValue()));
        }
    }
}
