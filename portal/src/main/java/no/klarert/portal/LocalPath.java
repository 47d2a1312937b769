package no.klarert.portal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path of this portal, with query: safe to redirect to. Browsers read {@code //host}, {@code /\host} and, because they drop
 * tabs and line breaks, {@code /<tab>/host} as other hosts; only printable ASCII without backslash is let through.
 */
record LocalPath(String value) {
    private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}");

    static final LocalPath START = new LocalPath("/");

    LocalPath {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a path of this portal");
        }
    }

    /** The path, unless it could lead elsewhere. */
    static Optional<LocalPath> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LocalPath(text)) : Optional.empty();
    }

    /** The parameter {@code goto}, or the start page where it is missing or could lead elsewhere. */
    static LocalPath ofGoto(Parameters parameters) {
        return parameters.get("goto").flatMap(LocalPath::parse).orElse(START);
    }
}
