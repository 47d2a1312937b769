package no.klarert.policy.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** Adds to a policy rules that are like those it has: the same, narrower, wider, or of the other effect. */
final class RepeatedRules {
    private final Chance chance;

    private RepeatedRules(Chance chance) {
        this.chance = chance;
    }

    static Policy of(Policy policy, Chance chance) {
        var rules = new ArrayList<>(policy.rules());
        for (int i = 0; i < chance.upTo(3) && !rules.isEmpty(); i++) {
            var like = new RepeatedRules(chance).like(chance.of(rules), "again" + i);
            rules.add(chance.upTo(rules.size()), like);
        }
        return PolicyEdits.withRules(policy, rules);
    }

    private Rule like(Rule rule, String id) {
        var effect = chance.oneIn(3) ? other(rule.effect()) : rule.effect();
        boolean bare = chance.oneIn(2);
        return new Rule(
                rule.position(),
                id,
                effect,
                rule.description(),
                rule.target().filter(target -> !chance.oneIn(6)).map(this::like),
                rule.condition().filter(condition -> !chance.oneIn(4)),
                bare ? List.of() : rule.obligations(),
                bare ? List.of() : rule.advice());
    }

    private static Effect other(Effect effect) {
        return switch (effect) {
            case PERMIT -> Effect.DENY;
            case DENY -> Effect.PERMIT;
        };
    }

    private Target like(Target target) {
        var anyOf = target.anyOf().stream()
                .filter(one -> !chance.oneIn(5))
                .map(this::like)
                .toList();
        return new Target(target.position(), anyOf);
    }

    /** An alternative may be left out, repeated, or demand one thing less. */
    private AnyOf like(AnyOf anyOf) {
        var allOf = anyOf.allOf().stream()
                .flatMap(one -> switch (chance.upTo(7)) {
                    case 0 -> Stream.<AllOf>empty();
                    case 1 -> Stream.of(one, one);
                    case 2 -> Stream.of(new AllOf(one.position(), one.matches().subList(0, 1)));
                    default -> Stream.of(one);
                })
                .toList();
        return allOf.isEmpty() ? anyOf : new AnyOf(anyOf.position(), allOf);
    }
}
