package no.klarert.policy.plan;

import java.util.Optional;
import java.util.Set;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Target;

/** Finds what a target demands of the texts of an attribute (XACML 3.0 §7.7): one part that does not match outweighs errors. */
final class GuardFinder {
    private final Slots slots;

    GuardFinder(Slots slots) {
        this.slots = slots;
    }

    Guards target(Optional<Target> target) {
        return Guards.all(target.stream()
                .flatMap(present -> present.anyOf().stream())
                .map(this::anyOf)
                .toList());
    }

    private Guards anyOf(AnyOf anyOf) {
        return Guards.anyOrMixed(anyOf.allOf().stream().map(this::allOf).toList());
    }

    private Guards allOf(AllOf allOf) {
        return Guards.all(allOf.matches().stream().map(this::match).toList());
    }

    private Guards match(Match match) {
        return TextForm.of(match.functionId())
                .map(form -> Guards.of(new TextKey(slots.of(match.attribute()), form), guard(match, form)))
                .orElse(Guards.NONE);
    }

    private static Guard guard(Match match, TextForm form) {
        var wanted = form.text(match.value().text());
        return new Guard(Set.of(wanted), !match.attribute().mustBePresent());
    }
}
