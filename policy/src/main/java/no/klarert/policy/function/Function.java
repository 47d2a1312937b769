package no.klarert.policy.function;

import java.util.Optional;
import no.klarert.policy.value.Result;

/** A function the engine knows. */
public sealed interface Function {
    String id();

    /** The static type; a higher-order function has none of its own. */
    default Optional<Signature> plainSignature() {
        return switch (this) {
            case Strict strict -> Optional.of(strict.signature());
            case Logical logical -> Optional.of(logical.signature());
            case Pattern pattern -> Optional.of(pattern.signature());
            case Quantified quantified -> Optional.empty();
        };
    }

    /** A function that needs the values of all its arguments, and is Indeterminate if one of them is. */
    record Strict(String id, Signature signature, Body body) implements Function {}

    /** {@code and}, {@code or} and {@code n-of}, which may know their result without all arguments (XACML 3.0 §A.3.5). */
    record Logical(String id, Signature signature, Connective connective) implements Function {}

    /** A regular expression match (XACML 3.0 §A.3.13): pattern first, text second. */
    record Pattern(String id, Signature signature) implements Function {}

    /** {@code any-of} or {@code all-of} (XACML 3.0 §A.3.12): a boolean function over the values of one bag. */
    record Quantified(String id, Quantifier quantifier) implements Function {}

    enum Connective {
        AND,
        OR,
        N_OF
    }

    enum Quantifier {
        ANY_OF,
        ALL_OF
    }

    /** What a strict function computes. Arguments have the types of the signature and none is a failure. */
    interface Body {
        Result call(Result... arguments);
    }
}
