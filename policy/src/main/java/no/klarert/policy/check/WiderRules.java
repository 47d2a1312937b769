package no.klarert.policy.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds rules that may cover another, without comparing every two. Whoever meets the first demand of a wider rule holds what an
 * alternative of that demand starts with.
 */
final class WiderRules {
    private final List<RuleReading> withoutDemands = new ArrayList<>();
    private final Map<Comparison, List<RuleReading>> byFirstDemand = new HashMap<>();

    WiderRules(List<RuleReading> rules) {
        for (var rule : rules) {
            if (rule.demands().isEmpty()) {
                withoutDemands.add(rule);
            } else {
                rule.demands()
                        .get(0)
                        .forEach(alternative -> byFirstDemand
                                .computeIfAbsent(alternative.get(0).withAnyFunction(), fresh -> new ArrayList<>())
                                .add(rule));
            }
        }
    }

    /** Among these are all rules that cover the one given, or are the same. It may be one of them itself. */
    Stream<RuleReading> than(RuleReading rule) {
        return Stream.concat(
                withoutDemands.stream(),
                rule.demands().stream()
                        .flatMap(demand -> demand.get(0).stream())
                        .flatMap(held -> byFirstDemand.getOrDefault(held.withAnyFunction(), List.of()).stream()));
    }
}
