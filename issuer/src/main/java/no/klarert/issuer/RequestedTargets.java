package no.klarert.issuer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** The {@code resource} claim, which becomes the token's audience (RFC 8707 §2; Maskinporten §4.5). Only its form is checked. */
final class RequestedTargets {
    private RequestedTargets() {}

    /** Absolute URIs without fragment, each once; none if the claim is absent. */
    static Step<List<String>> decide(Optional<List<String>> resource) {
        if (resource.isEmpty()) {
            return Step.passed(List.of());
        }
        var targets = resource.get();
        return !targets.isEmpty() && targets.stream().allMatch(RequestedTargets::isTarget)
                ? Step.passed(targets.stream().distinct().toList())
                : Step.stopped(Refusal.of(
                        OAuthError.INVALID_TARGET, "`resource` must be one or more absolute URIs without fragment"));
    }

    private static boolean isTarget(String text) {
        try {
            var uri = new URI(text);
            return uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
