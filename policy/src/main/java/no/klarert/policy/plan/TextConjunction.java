package no.klarert.policy.plan;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/** Matches by text that must all hold and cannot fail: what most targets are. */
final class TextConjunction implements Node {
    private final TextMatchNode[] matches;

    TextConjunction(List<TextMatchNode> matches) {
        this.matches = matches.toArray(TextMatchNode[]::new);
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        for (var match : matches) {
            if (!match.holds(evaluation)) {
                return BooleanValue.FALSE;
            }
        }
        return BooleanValue.TRUE;
    }

    @Override
    public boolean isCertain() {
        return true;
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("all of", this, Step.NOWHERE, why.each(List.of(matches)));
    }

    @Override
    public Node knowing(Known known) {
        if (!known.mayLookAt(matches.length)) {
            return this;
        }
        var open = Stream.of(matches)
                .map(match -> match.knowing(known))
                .filter(part -> !Constant.isTrue(part))
                .toList();
        return open.size() == matches.length ? this : AndNode.of(open);
    }
}
