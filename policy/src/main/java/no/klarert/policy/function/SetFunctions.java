package no.klarert.policy.function;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.klarert.policy.function.Function.Body;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Value;
import no.klarert.policy.value.ValueType;

/** Bags as sets (XACML 3.0 §A.3.11): order and repetition make no difference, and results have no repetition. */
final class SetFunctions {
    /** Up to here, looking at each value is quicker than a hash table. */
    private static final int SMALL = 8;

    private static final Body INTERSECTION = arguments -> common(bag(arguments[0]), bag(arguments[1]));
    private static final Body UNION = SetFunctions::union;
    private static final Body SHARE =
            arguments -> BooleanValue.of(bag(arguments[0]).values().stream().anyMatch(membersOf(bag(arguments[1]))));
    private static final Body SUBSET = arguments -> BooleanValue.of(isWithin(bag(arguments[0]), bag(arguments[1])));
    private static final Body EQUAL = arguments -> BooleanValue.of(
            isWithin(bag(arguments[0]), bag(arguments[1])) && isWithin(bag(arguments[1]), bag(arguments[0])));

    private SetFunctions() {}

    static Stream<Function> all() {
        return Functions.comparableTypes().flatMap(SetFunctions::families);
    }

    private static Stream<Function> families(DataType type) {
        return Functions.prefixes(type).flatMap(name -> family(name, ValueType.bag(type)));
    }

    private static Stream<Function> family(String name, ValueType bag) {
        var test = Signature.of(ValueType.one(DataType.BOOLEAN), bag, bag);
        return Stream.of(
                new Strict(name + "-intersection", Signature.of(bag, bag, bag), INTERSECTION),
                new Strict(name + "-union", Signature.of(bag, bag, bag).andMore(bag), UNION),
                new Strict(name + "-at-least-one-member-of", test, SHARE),
                new Strict(name + "-subset", test, SUBSET),
                new Strict(name + "-set-equals", test, EQUAL));
    }

    private static Bag bag(Result argument) {
        return (Bag) argument;
    }

    private static Predicate<Value> membersOf(Bag bag) {
        if (bag.values().size() <= SMALL) {
            return bag::contains;
        }
        var keys = new HashSet<Comparable<?>>();
        bag.values().forEach(value -> keys.add(value.key()));
        return value -> keys.contains(value.key());
    }

    private static boolean isWithin(Bag part, Bag whole) {
        return part.values().stream().allMatch(membersOf(whole));
    }

    private static Bag common(Bag left, Bag right) {
        var members = membersOf(right);
        var common = new LinkedHashMap<Comparable<?>, Value>();
        left.values().stream().filter(members).forEach(value -> add(common, value));
        return bag(common);
    }

    private static Bag union(Result... bags) {
        var all = new LinkedHashMap<Comparable<?>, Value>();
        for (var bag : bags) {
            bag(bag).values().forEach(value -> add(all, value));
        }
        return bag(all);
    }

    private static void add(Map<Comparable<?>, Value> values, Value value) {
        values.putIfAbsent(value.key(), value);
    }

    private static Bag bag(Map<Comparable<?>, Value> values) {
        return new Bag(values.values().stream().toList());
    }
}
