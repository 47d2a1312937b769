package no.klarert.policy.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.function.Function;
import no.klarert.policy.function.Function.Body;
import no.klarert.policy.function.Function.Connective;
import no.klarert.policy.regex.XmlPattern;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.Value;

/** What a function computes once all its arguments are there. */
final class Bodies {
    private Bodies() {}

    /**
     * The body of a function that is called with these arguments, or with elements of them. A pattern that is a literal is
     * compiled here, once; any other, each time it is met.
     */
    static Body of(Function function, List<? extends Expression> arguments) {
        return switch (function) {
            case Function.Strict strict -> strict.body();
            case Function.Pattern pattern ->
                literal(arguments).map(Bodies::search).orElse(Bodies::parseAndSearch);
            case Function.Logical logical -> connective(logical.connective());
            // INVARIANT: the check admits no higher-order function as an argument or match function.
            case Function.Quantified quantified -> whatever -> Failure.processing("not a plain function");
        };
    }

    private static Optional<String> literal(List<? extends Expression> arguments) {
        return arguments.get(0) instanceof AttributeValue literal ? Optional.of(literal.text()) : Optional.empty();
    }

    private static Body search(String pattern) {
        return switch (XmlPattern.parse(pattern)) {
            case XmlPattern.Parsed.Valid valid -> arguments -> search(valid.pattern(), arguments[1]);
            case XmlPattern.Parsed.Invalid invalid -> {
                var failure = Failure.processing("the pattern " + invalid.reason());
                yield arguments -> failure;
            }
        };
    }

    private static Result parseAndSearch(Result... arguments) {
        return search(((StringValue) arguments[0]).text()).call(arguments);
    }

    private static Result search(XmlPattern pattern, Result searched) {
        var text = ((Value) searched).text();
        return pattern.canSearch(text)
                ? BooleanValue.of(pattern.isFoundIn(text))
                : Failure.processing("the text is too long for the pattern");
    }

    private static Body connective(Connective connective) {
        return arguments -> {
            var parts = Stream.of(arguments).<Node>map(Constant::new).toList();
            return Connectives.node(connective, parts).evaluate(Evaluation.WITHOUT_REQUEST);
        };
    }
}
