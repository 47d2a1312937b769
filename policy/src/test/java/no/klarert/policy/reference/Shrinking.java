package no.klarert.policy.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;

/** Makes a disagreement smaller: takes away rules, members, targets, duties and attributes as long as it stays one. */
final class Shrinking {
    private Shrinking() {}

    /** The smallest policy and request found, for people. */
    static String shrunk(Agreement agreement, Source source, Request request) {
        var tree = repeat(
                source.tree(),
                Shrinking::smaller,
                smaller -> agreement.isBroken(new Source(smaller, source.library()), request));
        var small = new Source(tree, source.library());
        var attributes = repeat(
                request.attributes(), Shrinking::without, smaller -> agreement.isBroken(small, request(smaller)));
        var library = source.library().stream().map(PolicyPrinter::print).toList();
        return PolicyPrinter.print(tree) + (PolicyPrinter.print(tree).contains("Reference>") ? library : "") + "\n"
                + attributes;
    }

    private static Request request(List<RequestAttribute> attributes) {
        var request = Request.builder();
        attributes.forEach(request::attribute);
        return request.build();
    }

    private static <T> T repeat(T start, Function<T, Stream<T>> smaller, Predicate<T> fails) {
        var current = start;
        Optional<T> next = Optional.of(start);
        while (next.isPresent()) {
            current = next.get();
            next = smaller.apply(current).filter(fails).findFirst();
        }
        return current;
    }

    private static <T> Stream<List<T>> without(List<T> all) {
        return IntStream.range(0, all.size()).mapToObj(i -> {
            var rest = new ArrayList<>(all);
            rest.remove(i);
            return rest;
        });
    }

    private static <T> Stream<List<T>> changed(List<T> all, Function<T, Stream<T>> smaller) {
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> smaller.apply(all.get(i)).map(one -> {
                    var changed = new ArrayList<>(all);
                    changed.set(i, one);
                    return changed;
                }));
    }

    private static Stream<PolicyTree> smaller(PolicyTree tree) {
        return switch (tree) {
            case Policy policy -> smaller(policy).map(each -> each);
            case PolicySet set -> smaller(set).map(each -> each);
        };
    }

    private static Stream<PolicySet> smaller(PolicySet set) {
        return Stream.of(
                        without(set.members())
                                .map(members -> new PolicySet(
                                        set.position(),
                                        set.id(),
                                        set.version(),
                                        set.combiningAlgorithm(),
                                        set.description(),
                                        set.target(),
                                        members,
                                        set.obligations(),
                                        set.advice())),
                        Stream.of(new PolicySet(
                                        set.position(),
                                        set.id(),
                                        set.version(),
                                        set.combiningAlgorithm(),
                                        set.description(),
                                        Optional.empty(),
                                        set.members(),
                                        List.of(),
                                        List.of()))
                                .filter(bare -> !bare.equals(set)),
                        changed(
                                        set.members(),
                                        member -> member instanceof PolicyTree tree
                                                ? smaller(tree).map(each -> each)
                                                : Stream.empty())
                                .map(members -> new PolicySet(
                                        set.position(),
                                        set.id(),
                                        set.version(),
                                        set.combiningAlgorithm(),
                                        set.description(),
                                        set.target(),
                                        members,
                                        set.obligations(),
                                        set.advice())))
                .flatMap(each -> each);
    }

    private static Stream<Policy> smaller(Policy policy) {
        return Stream.of(
                        without(policy.rules()).map(rules -> with(policy, rules)),
                        changed(policy.rules(), Shrinking::smaller).map(rules -> with(policy, rules)),
                        without(policy.variables())
                                .map(variables -> new Policy(
                                        policy.position(),
                                        policy.id(),
                                        policy.version(),
                                        policy.combiningAlgorithm(),
                                        policy.description(),
                                        policy.target(),
                                        variables,
                                        policy.rules(),
                                        policy.obligations(),
                                        policy.advice())),
                        Stream.of(new Policy(
                                        policy.position(),
                                        policy.id(),
                                        policy.version(),
                                        policy.combiningAlgorithm(),
                                        policy.description(),
                                        Optional.empty(),
                                        policy.variables(),
                                        policy.rules(),
                                        List.of(),
                                        List.of()))
                                .filter(bare -> !bare.equals(policy)))
                .flatMap(each -> each);
    }

    private static Policy with(Policy policy, List<Rule> rules) {
        return new Policy(
                policy.position(),
                policy.id(),
                policy.version(),
                policy.combiningAlgorithm(),
                policy.description(),
                policy.target(),
                policy.variables(),
                rules,
                policy.obligations(),
                policy.advice());
    }

    private static Stream<Rule> smaller(Rule rule) {
        return Stream.of(
                        new Rule(
                                rule.position(),
                                rule.id(),
                                rule.effect(),
                                rule.description(),
                                Optional.empty(),
                                rule.condition(),
                                rule.obligations(),
                                rule.advice()),
                        new Rule(
                                rule.position(),
                                rule.id(),
                                rule.effect(),
                                rule.description(),
                                rule.target(),
                                Optional.empty(),
                                rule.obligations(),
                                rule.advice()),
                        new Rule(
                                rule.position(),
                                rule.id(),
                                rule.effect(),
                                rule.description(),
                                rule.target(),
                                rule.condition(),
                                List.of(),
                                List.of()))
                .filter(smaller -> !smaller.equals(rule));
    }
}
