package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.policy.plan.AltinnComparison.OneOfTexts;
import no.klarert.policy.plan.AltinnComparison.OneOfTextsIgnoringCase;
import no.klarert.policy.plan.AltinnComparison.SameText;
import no.klarert.policy.plan.AltinnComparison.SameTextIgnoringCase;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Target;

/** Plans one category of a target at a time. */
final class AltinnTargetPlanner {
    private final Slots slots;

    AltinnTargetPlanner(Slots slots) {
        this.slots = slots;
    }

    AltinnTest category(Optional<Target> target, String category) {
        var alternatives = alternatives(target, category);
        var tests = alternatives.stream()
                .map(matches -> matches.stream().map(this::match).toList())
                .toList();
        boolean certain = tests.stream().flatMap(List::stream).allMatch(AltinnTest::isCertain);
        return AltinnAlternatives.of(certain ? withSets(alternatives, tests) : tests);
    }

    /** Every {@code AllOf} that mentions the category, reduced to its matches of the category. */
    private static List<List<Match>> alternatives(Optional<Target> target, String category) {
        return target.stream()
                .flatMap(present -> present.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .map(allOf -> allOf.matches().stream()
                        .filter(match -> match.attribute().category().equals(category))
                        .toList())
                .filter(matches -> !matches.isEmpty())
                .toList();
    }

    private AltinnTest match(Match match) {
        return new AltinnMatch(
                slot(match),
                AltinnComparisons.inTarget(match.functionId(), match.value()),
                match.attribute().mustBePresent() ? Outcome.MISSING : Outcome.FAILS);
    }

    private Slot slot(Match match) {
        return slots.ofAnyIssuer(match.attribute(), match.value().dataType());
    }

    /**
     * Alternatives of a single match with one attribute and one text become look-ups in sets. Only for tests that are certain:
     * their order then makes no difference.
     */
    private List<List<AltinnTest>> withSets(List<List<Match>> alternatives, List<List<AltinnTest>> tests) {
        var sets = new LinkedHashMap<TextSet, Set<String>>();
        var rest = new ArrayList<List<AltinnTest>>();
        for (int i = 0; i < alternatives.size(); i++) {
            var set = alternatives.get(i).size() == 1
                    ? textSet(alternatives.get(i).get(0))
                    : Optional.<TextSet>empty();
            if (set.isPresent()) {
                sets.computeIfAbsent(set.get(), fresh -> new HashSet<>())
                        .add(alternatives.get(i).get(0).value().text());
            } else {
                rest.add(tests.get(i));
            }
        }
        var combined = new ArrayList<List<AltinnTest>>();
        sets.forEach((set, texts) -> combined.add(List.of(set.test(texts))));
        combined.addAll(rest);
        return combined;
    }

    private Optional<TextSet> textSet(Match match) {
        return switch (AltinnComparisons.inTarget(match.functionId(), match.value())) {
            case SameText text -> Optional.of(new TextSet(slot(match), false));
            case SameTextIgnoringCase text -> Optional.of(new TextSet(slot(match), true));
            case AltinnComparison other -> Optional.empty();
        };
    }

    /** What alternatives have in common that can become one look-up. */
    private record TextSet(Slot slot, boolean ignoresCase) {
        AltinnTest test(Set<String> texts) {
            return new AltinnMatch(slot, comparison(texts), Outcome.FAILS);
        }

        private AltinnComparison comparison(Set<String> texts) {
            if (texts.size() == 1) {
                var text = texts.iterator().next();
                return ignoresCase ? new SameTextIgnoringCase(text) : new SameText(text);
            }
            return ignoresCase
                    ? new OneOfTextsIgnoringCase(
                            texts.stream().map(LetterCase::folded).collect(Collectors.toUnmodifiableSet()))
                    : new OneOfTexts(Set.copyOf(texts));
        }
    }
}
