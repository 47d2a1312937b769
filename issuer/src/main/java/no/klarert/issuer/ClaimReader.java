package no.klarert.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads claims of the types they must have (Maskinporten §2.3) and keeps the first problem. After a problem a stand-in is
 * answered; whoever reads asks {@link #problem()} before using any value.
 */
final class ClaimReader {
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Map<String, Object> claims;
    private Optional<String> problem = Optional.empty();

    ClaimReader(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** The first claim that was missing, unknown or of a wrong type. */
    Optional<String> problem() {
        return problem;
    }

    /** Notes the first claim that is not among {@code known}. */
    void refuseUnknown(Set<String> known) {
        claims.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> note(ShownName.of("claim", name) + " is not among those accepted"));
    }

    String requiredText(String name) {
        var text = text(name);
        if (text.isEmpty() && !claims.containsKey(name)) {
            note("claim `" + name + "` is missing");
        }
        return text.orElse("");
    }

    Optional<String> text(String name) {
        return switch (claims.get(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> wrong(name, "a string");
        };
    }

    Instant requiredTime(String name) {
        if (!claims.containsKey(name)) {
            note("claim `" + name + "` is missing");
        }
        return time(name).orElse(Instant.EPOCH);
    }

    /** Seconds since 1970, at most those of the year 9999 (RFC 7519 §2, NumericDate); a fraction is allowed and cut off. */
    Optional<Instant> time(String name) {
        return switch (claims.get(name)) {
            case null -> Optional.empty();
            case Long seconds when seconds >= 0 && seconds <= LATEST -> Optional.of(Instant.ofEpochSecond(seconds));
            case Double seconds
            when seconds >= 0 && seconds <= LATEST -> Optional.of(Instant.ofEpochSecond(seconds.longValue()));
            default -> wrong(name, "seconds since 1970");
        };
    }

    /** One string or an array of strings; empty if the claim is absent. */
    Optional<List<String>> texts(String name) {
        return switch (claims.get(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(List.of(text));
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                Optional.of(list.stream().map(String.class::cast).toList());
            default -> wrong(name, "a string or an array of strings");
        };
    }

    Optional<List<Object>> array(String name) {
        return switch (claims.get(name)) {
            case null -> Optional.empty();
            case List<?> list -> Optional.of(List.copyOf(list));
            default -> wrong(name, "an array");
        };
    }

    private <T> Optional<T> wrong(String name, String expected) {
        note("claim `" + name + "` must be " + expected);
        return Optional.empty();
    }

    private void note(String what) {
        if (problem.isEmpty()) {
            problem = Optional.of(what);
        }
    }
}
