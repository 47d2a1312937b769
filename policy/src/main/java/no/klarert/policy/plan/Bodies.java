package no.klarert.policy.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.function.Function;
import no.klarert.policy.function.Function.Body;
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
final class Bodies {
    /** The most combinations of values that one call tries. */
    static final int MOST_CALLS = 100_000;

    /** The same, where each is a search for a regular expression and costs far more. */
    static final int MOST_SEARCHES = 1_000;

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
            case Function.HigherOrder higherOrder -> whatever -> Failure.processing("not a plain function");
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

    /** The body of a higher-order function over the function that is called with these arguments. */
    static Body over(Function called, Scheme scheme, List<? extends Expression> arguments) {
        var body = of(called, arguments);
        int most = called instanceof Function.Pattern ? MOST_SEARCHES : MOST_CALLS;
        return switch (scheme) {
            case ANY_OF -> any(body);
            case ALL_OF -> all(body);
            case ANY_OF_ANY -> new AnyCombination(body, most);
            case ALL_OF_ANY -> new EachWith(0, any(body), most);
            case ANY_OF_ALL -> new EachWith(1, any(body), most);
            case ALL_OF_ALL -> new EachWith(0, all(body), most);
            case MAP -> new Mapping(body);
        };
    }

    private static Quantifier any(Body function) {
        return new Quantifier(BooleanValue.TRUE, function);
    }

    private static Quantifier all(Body function) {
        return new Quantifier(BooleanValue.FALSE, function);
    }

    private static Body connective(Connective connective) {
        return arguments -> {
            var parts = Stream.of(arguments).<Node>map(Constant::new).toList();
            return Connectives.node(connective, parts).evaluate(Evaluation.WITHOUT_REQUEST);
        };
    }
}
