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
            case HigherOrder higherOrder -> Optional.empty();
        };
    }

    /** A function that needs the values of all its arguments, and is Indeterminate if one of them is. */
    record Strict(String id, Signature signature, Body body) implements Function {}

    /** {@code and}, {@code or} and {@code n-of}, which may know their result without all arguments (XACML 3.0 §A.3.5). */
    record Logical(String id, Signature signature, Connective connective) implements Function {}

    /** A regular expression match (XACML 3.0 §A.3.13): pattern first, text second. */
    record Pattern(String id, Signature signature) implements Function {}

    /** A function that calls another with the values of bags (XACML 3.0 §A.3.12). */
    record HigherOrder(String id, Scheme scheme) implements Function {}

    enum Connective {
        AND,
        OR,
        N_OF
    }

    /** What is called with what. */
    enum Scheme {
        /** True for some value of the one bag. */
        ANY_OF,
        /** True for every value of the one bag. */
        ALL_OF,
        /** True for some combination of values, one of each bag. */
        ANY_OF_ANY,
        /** For every value of the first of two bags, true for some value of the second. */
        ALL_OF_ANY,
        /** For every value of the second of two bags, true for some value of the first. */
        ANY_OF_ALL,
        /** True for every pair of values of two bags. */
        ALL_OF_ALL,
        /** The results for all values of the one bag. */
        MAP
    }

    /**
     * What a strict function computes. Arguments have the types of the signature and none is a failure; the array is used again
     * after the call.
     */
    interface Body {
        Result call(Result... arguments);
    }
}
