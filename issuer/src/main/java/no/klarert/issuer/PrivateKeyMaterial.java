package no.klarert.issuer;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds private keys that someone sends by mistake, so that nothing of them is kept, answered or logged: private members of a JWK
 * (RFC 7518 §6) at any depth and in any case, and PEM (RFC 7468 §10 and §11) in any text.
 */
public final class PrivateKeyMaterial {
    /** What to tell whoever sent it. */
    public static final String ADVICE =
            "there is private key material in it, of which nothing was kept; send only public members, and use a new key";

    private static final String PEM = "PRIVATE KEY-----";
    private static final Set<String> MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private PrivateKeyMaterial() {}

    /** Whether the text has a private key in PEM, be it inside JSON. */
    public static boolean isInText(String text) {
        return text.contains(PEM);
    }

    /** Whether a JSON value as {@link JsonReader} reads it has a member that only private and secret keys have, or PEM. */
    static boolean isIn(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members ->
                members.entrySet().stream().anyMatch(member -> isPrivate(member.getKey()) || isIn(member.getValue()));
            case Collection<?> elements -> elements.stream().anyMatch(PrivateKeyMaterial::isIn);
            case String text -> isInText(text);
            case null, default -> false;
        };
    }

    private static boolean isPrivate(Object name) {
        return MEMBERS.contains(name.toString().toLowerCase(Locale.ROOT));
    }
}
