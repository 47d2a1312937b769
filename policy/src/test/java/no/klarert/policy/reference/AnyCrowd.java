package no.klarert.policy.reference;

import static no.klarert.policy.PolicyXml.function;
import static no.klarert.policy.reference.AnyExpression.NOWHERE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** Many policies or rules whose targets demand texts of one or two attributes, as those of a large installation do. */
final class AnyCrowd {
    private static final List<String> ODD_TEXTS = List.of("K1", "k 1", " k1", "");

    private static final List<String> ONLY_ONE = Algorithms.OF_POLICIES.stream()
            .filter(id -> id.endsWith(":only-one-applicable"))
            .toList();

    private final Chance chance;
    private final AnyExpression expressions;
    private final AnyTarget targets;
    private final AnyDuties duties;
    private final List<String> categories;
    private final List<String> algorithms;
    private final int texts;
    private int count;

    private AnyCrowd(Chance chance) {
        this.chance = chance;
        this.expressions = AnyExpression.withoutVariables(chance);
        this.targets = new AnyTarget(chance, expressions);
        this.duties = new AnyDuties(chance, expressions);
        this.categories = chance.some(1, 2, chance::category);
        this.algorithms = chance.oneIn(4) ? ONLY_ONE : Algorithms.OF_POLICIES;
        this.texts = chance.oneIn(2) ? 5 : 100;
    }

    static Source of(Chance chance) {
        var crowd = new AnyCrowd(chance);
        return chance.oneIn(3) ? new Source(crowd.policy(20, 60)) : new Source(crowd.set());
    }

    private PolicySet set() {
        return new PolicySet(
                NOWHERE,
                "root",
                "1.0",
                chance.of(algorithms),
                Optional.empty(),
                chance.oneIn(4) ? Optional.of(targets.of()) : Optional.empty(),
                members(),
                duties.obligations(),
                duties.advice());
    }

    private List<PolicySetMember> members() {
        return chance.some(20, 60, () -> chance.oneIn(12) ? nested() : policy(1, 2));
    }

    private PolicySet nested() {
        return new PolicySet(
                NOWHERE,
                "m" + count++,
                "1.0",
                chance.of(Algorithms.OF_POLICIES),
                Optional.empty(),
                target(),
                chance.some(0, 3, () -> policy(1, 1)),
                List.of(),
                duties.advice());
    }

    private Policy policy(int least, int most) {
        return new Policy(
                NOWHERE,
                "m" + count++,
                "1.0",
                chance.of(Algorithms.OF_RULES),
                Optional.empty(),
                chance.oneIn(5) ? Optional.empty() : target(),
                List.of(),
                chance.some(least, most, this::rule),
                chance.oneIn(4) ? duties.obligations() : List.of(),
                List.of());
    }

    private Rule rule() {
        return new Rule(
                NOWHERE,
                "r" + count++,
                AnyDuties.effect(chance),
                Optional.empty(),
                chance.oneIn(3) ? Optional.empty() : target(),
                chance.oneIn(5) ? Optional.of(expressions.truth(1)) : Optional.empty(),
                List.of(),
                List.of());
    }

    private Optional<Target> target() {
        if (chance.oneIn(20)) {
            return Optional.of(targets.of());
        }
        var anyOf = new ArrayList<AnyOf>();
        anyOf.add(chance.oneIn(3) ? roles() : anyOf(1));
        if (chance.oneIn(3)) {
            anyOf.add(anyOf(3));
        }
        return Optional.of(new Target(NOWHERE, anyOf));
    }

    private AnyOf anyOf(int most) {
        return new AnyOf(
                NOWHERE,
                chance.some(1, most, () -> new AllOf(NOWHERE, chance.some(1, chance.oneIn(3) ? 2 : 1, this::demand))));
    }

    /** Some texts of one attribute. */
    private AnyOf roles() {
        var demand = demand();
        return new AnyOf(
                NOWHERE,
                chance.some(
                        2,
                        5,
                        () -> new AllOf(
                                NOWHERE,
                                List.of(new Match(
                                        NOWHERE,
                                        demand.functionId(),
                                        text(demand.value().dataType()),
                                        demand.attribute())))));
    }

    private Match demand() {
        var type = chance.oneIn(10) ? Xacml.TYPE_ANY_URI : Xacml.TYPE_STRING;
        var name = type.equals(Xacml.TYPE_ANY_URI)
                ? "anyURI-equal"
                : chance.oneIn(6) ? "string-equal-ignore-case" : chance.oneIn(20) ? "string-contains" : "string-equal";
        return new Match(NOWHERE, function(name), text(type), attribute(type));
    }

    private AttributeValue text(String type) {
        return new AttributeValue(NOWHERE, type, chance.oneIn(6) ? chance.of(ODD_TEXTS) : "k" + chance.upTo(texts));
    }

    private AttributeDesignator attribute(String type) {
        return new AttributeDesignator(
                NOWHERE,
                chance.oneIn(4) ? chance.of(categories) : categories.get(0),
                "k",
                type,
                chance.oneIn(20) ? Optional.of("i") : Optional.empty(),
                chance.oneIn(15));
    }
}
