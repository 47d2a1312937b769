package no.klarert.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** Policies as they are after reading, for tests of what is made from them. */
final class TestPolicies {
    static final String ROLE = "urn:altinn:rolecode";
    static final String PACKAGE = "urn:altinn:accesspackage";
    private static final Position SOMEWHERE = new Position(1, 1);
    private static final String EQUAL = "urn:oasis:names:tc:xacml:1.0:function:string-equal";

    private TestPolicies() {}

    static Policy policy(Rule... rules) {
        return new Policy(
                SOMEWHERE,
                "p",
                "1.0",
                Xacml.DENY_OVERRIDES,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(rules),
                List.of(),
                List.of());
    }

    static Rule permit(AnyOf... target) {
        return rule(Effect.PERMIT, target);
    }

    static Rule deny(AnyOf... target) {
        return rule(Effect.DENY, target);
    }

    private static Rule rule(Effect effect, AnyOf... target) {
        return new Rule(
                SOMEWHERE,
                "r",
                effect,
                Optional.empty(),
                Optional.of(new Target(SOMEWHERE, List.of(target))),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Alternatives of one subject attribute each: {@code ROLE, "dagl", PACKAGE, "jordbruk"}. */
    static AnyOf subjects(String... typesAndValues) {
        return new AnyOf(SOMEWHERE, alternatives(Xacml.CATEGORY_ACCESS_SUBJECT, typesAndValues));
    }

    static AnyOf resource(String id) {
        return resourceWith(ResourceUrns.RESOURCE, id);
    }

    /** One alternative that wants all of these attributes. */
    static AnyOf resourceWith(String... typesAndValues) {
        return anyOf(allOf(matches(Xacml.CATEGORY_RESOURCE, typesAndValues)));
    }

    static AnyOf actions(String... values) {
        var pairs = Arrays.stream(values)
                .flatMap(value -> Stream.of(Xacml.ACTION_ID, value))
                .toArray(String[]::new);
        return new AnyOf(SOMEWHERE, alternatives(Xacml.CATEGORY_ACTION, pairs));
    }

    static AnyOf anyOf(AllOf... alternatives) {
        return new AnyOf(SOMEWHERE, List.of(alternatives));
    }

    static AllOf allOf(List<Match> matches) {
        return new AllOf(SOMEWHERE, matches);
    }

    private static List<AllOf> alternatives(String category, String... typesAndValues) {
        return matches(category, typesAndValues).stream()
                .map(match -> allOf(List.of(match)))
                .toList();
    }

    static List<Match> matches(String category, String... typesAndValues) {
        return Stream.iterate(0, i -> i < typesAndValues.length, i -> i + 2)
                .map(i -> match(category, typesAndValues[i], typesAndValues[i + 1]))
                .toList();
    }

    private static Match match(String category, String type, String value) {
        var designator = new AttributeDesignator(SOMEWHERE, category, type, Xacml.TYPE_STRING, Optional.empty(), false);
        return new Match(SOMEWHERE, EQUAL, new AttributeValue(SOMEWHERE, Xacml.TYPE_STRING, value), designator);
    }
}
