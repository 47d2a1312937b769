package no.klarert.policy.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.function.Function;
import no.klarert.policy.function.Function.Connective;
import no.klarert.policy.function.Function.Scheme;
import no.klarert.policy.regex.XmlPattern;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.Value;

/** What a function computes once all its arguments are there. */
final class Calls {
    private Calls() {}

    /**
     * A function that is called with these arguments, or with elements of them. A pattern that is a literal is compiled here,
     * once; any other, each time it is met.
     */
    static Call of(Function function, List<? extends Expression> arguments) {
        return switch (function) {
            case Function.Strict strict -> Call.of(strict.body());
            case Function.Pattern pattern ->
                literal(arguments).map(Calls::search).orElse(Calls::parseAndSearch);
            case Function.Logical logical -> connective(logical.connective());
            // INVARIANT: the check admits no higher-order function as an argument or match function.
            case Function.HigherOrder higherOrder -> failing(Failure.processing("not a plain function"));
        };
    }

    private static Call failing(Failure failure) {
        return (evaluation, arguments) -> failure;
    }

    private static Optional<String> literal(List<? extends Expression> arguments) {
        return arguments.get(0) instanceof AttributeValue literal ? Optional.of(literal.text()) : Optional.empty();
    }

    private static Call search(String pattern) {
        return switch (XmlPattern.parse(pattern)) {
            case XmlPattern.Parsed.Valid valid ->
                (evaluation, arguments) -> search(evaluation, valid.pattern(), arguments[1]);
            case XmlPattern.Parsed.Invalid invalid -> failing(Failure.processing("the pattern " + invalid.reason()));
        };
    }

    private static Result parseAndSearch(Evaluation evaluation, Result... arguments) {
        var pattern = ((StringValue) arguments[0]).text();
        return evaluation.spends(pattern.length()) ? search(pattern).call(evaluation, arguments) : Call.TOO_MUCH;
    }

    private static Result search(Evaluation evaluation, XmlPattern pattern, Result searched) {
        var text = ((Value) searched).text();
        if (!pattern.canSearch(text)) {
            return Failure.processing("the text is too long for the pattern");
        }
        return evaluation.spends(pattern.work(text)) ? BooleanValue.of(pattern.isFoundIn(text)) : Call.TOO_MUCH;
    }

    /** A higher-order function over the function that is called with these arguments. */
    static Call over(Function called, Scheme scheme, List<? extends Expression> arguments) {
        var call = of(called, arguments);
        return switch (scheme) {
            case ANY_OF -> any(call);
            case ALL_OF -> all(call);
            case ANY_OF_ANY -> new AnyCombination(call);
            case ALL_OF_ANY -> new EachWith(0, any(call));
            case ANY_OF_ALL -> new EachWith(1, any(call));
            case ALL_OF_ALL -> new EachWith(0, all(call));
            case MAP -> new Mapping(call);
        };
    }

    private static Quantifier any(Call function) {
        return new Quantifier(BooleanValue.TRUE, function);
    }

    private static Quantifier all(Call function) {
        return new Quantifier(BooleanValue.FALSE, function);
    }

    private static Call connective(Connective connective) {
        return (evaluation, arguments) -> {
            var parts = Stream.of(arguments).<Node>map(Constant::new).toList();
            return evaluation.spends(parts.size())
                    ? Connectives.node(connective, parts).evaluate(evaluation)
                    : Call.TOO_MUCH;
        };
    }
}
