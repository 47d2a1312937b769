package no.klarert.policy.plan;

import no.klarert.policy.function.Function.Body;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.Base64BinaryValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.HexBinaryValue;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Rfc822NameValue;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.UriValue;
import no.klarert.policy.value.X500NameValue;

/** A function with what it costs to call it. Arguments have the types of the signature and none is a failure. */
interface Call {
    Failure TOO_MUCH = Failure.processing("the decision takes more work than one may");

    Result call(Evaluation evaluation, Result... arguments);

    /** A function that looks at each value it is given a bounded number of times. */
    static Call of(Body body) {
        return (evaluation, arguments) -> evaluation.spends(cost(arguments)) ? body.call(arguments) : TOO_MUCH;
    }

    private static long cost(Result... arguments) {
        long cost = 1;
        for (var argument : arguments) {
            if (argument instanceof Bag bag) {
                cost += bag.values().size();
                for (var value : bag.values()) {
                    cost += length(value) >> 5;
                }
            } else if (argument instanceof IntegerValue integer) {
                long words = integer.number().bitLength() >> 6;
                cost += words * words;
            } else {
                cost += length(argument) >> 5;
            }
        }
        return cost;
    }

    /** Of the types whose texts may be long. */
    private static int length(Result argument) {
        return switch (argument) {
            case StringValue string -> string.text().length();
            case UriValue uri -> uri.text().length();
            case X500NameValue name -> name.text().length();
            case Rfc822NameValue name -> name.text().length();
            case HexBinaryValue binary -> binary.text().length();
            case Base64BinaryValue binary -> binary.text().length();
            default -> 0;
        };
    }
}
