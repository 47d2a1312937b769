package no.klarert.server;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.klarert.registry.PolicyAttribute;
import no.klarert.registry.PolicyRights;

/** What a right is called where people choose rights (resource registry §6.5). */
final class RightName {
    private static final Map<String, Words> ACTIONS = Map.of(
            "read", new Words("Les", "Les", "Read"),
            "write", new Words("Skriv", "Skriv", "Write"),
            "complete", new Words("Fullfør", "Fullfør", "Complete"),
            "delete", new Words("Slett", "Slett", "Delete"),
            "confirm", new Words("Bekreft", "Stadfest", "Confirm"),
            "instantiate", new Words("Opprett", "Opprett", "Instantiate"),
            "sign", new Words("Signer", "Signer", "Sign"),
            "reject", new Words("Avvis", "Avvis", "Reject"),
            "subscribe", new Words("Abonner", "Abonner", "Subscribe"));

    private RightName() {}

    /**
     * The action, and in parentheses what of the resource it is about if not the whole.
     *
     * @param language {@code nn} or {@code en}; anything else is taken for {@code nb}
     */
    static String of(PolicyRights.Right right, String language) {
        var parts = right.resource().stream()
                .filter(attribute -> !attribute.type().equals(ResourceJson.RESOURCE))
                .map(PolicyAttribute::value)
                .collect(Collectors.joining(", "));
        var action = action(right.action().value(), language);
        return parts.isEmpty() ? action : action + " (" + parts + ")";
    }

    private static String action(String action, String language) {
        var words = ACTIONS.get(action.toLowerCase(Locale.ROOT));
        if (words != null) {
            return words.in(language);
        }
        int first = action.offsetByCodePoints(0, Math.min(1, action.length()));
        return action.substring(0, first).toUpperCase(Locale.ROOT) + action.substring(first);
    }

    private record Words(String nb, String nn, String en) {
        String in(String language) {
            return switch (language) {
                case "nn" -> nn;
                case "en" -> en;
                default -> nb;
            };
        }
    }
}
