package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.DecisionValue;

/** Reads what a case of a test file expects: {@code expect}, {@code status}, {@code obligations} and {@code advice}. */
final class ExpectationReader {
    static final List<String> KEYS = List.of("expect", "status", "obligations", "advice");

    private static final List<String> DUTY_KEYS = List.of("id", "assignments");
    private static final List<String> DECISIONS =
            Stream.of(DecisionValue.values()).map(DecisionValue::text).toList();

    private final Problems problems;

    private ExpectationReader(Problems problems) {
        this.problems = problems;
    }

    /** Empty, and a problem, if there is no decision to expect. */
    static Optional<Expectation> read(YamlKeys keys, Problems problems) {
        var reader = new ExpectationReader(problems);
        keys.required("expect");
        var decision = keys.scalar("expect").flatMap(reader::decision);
        var status = keys.scalar("status").flatMap(name -> ShortNames.STATUSES.identifier(name, problems));
        var obligations = keys.list("obligations").map(reader::duties);
        var advice = keys.list("advice").map(reader::duties);
        return decision.map(value -> new Expectation(value, status, obligations, advice));
    }

    private Optional<DecisionValue> decision(YamlNode.Scalar scalar) {
        var found = Stream.of(DecisionValue.values())
                .filter(value -> value.text().equals(scalar.text()))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(
                    scalar.at(),
                    "unknown decision " + Words.quoted(scalar.text()) + Words.nearest(scalar.text(), DECISIONS));
        }
        return found;
    }

    private List<Expectation.Duty> duties(List<YamlNode> nodes) {
        return nodes.stream().flatMap(node -> duty(node).stream()).toList();
    }

    /** An id alone says nothing about assignments. */
    private Optional<Expectation.Duty> duty(YamlNode node) {
        if (!(node instanceof YamlNode.Members members)) {
            return YamlKeys.scalar(node, "an obligation or piece of advice", problems)
                    .map(id -> new Expectation.Duty(id.text(), Optional.empty()));
        }
        var keys = new YamlKeys(members, "an obligation or piece of advice", problems, DUTY_KEYS);
        keys.required("id");
        var assignments = keys.get("assignments")
                .flatMap(given -> YamlKeys.members(given, "`assignments`", problems))
                .map(this::assignments);
        return keys.text("id").map(id -> new Expectation.Duty(id, assignments));
    }

    private List<Expectation.Assignment> assignments(YamlNode.Members members) {
        var assignments = new ArrayList<Expectation.Assignment>();
        for (var member : members.members()) {
            var values = member.value() instanceof YamlNode.Items several ? several.items() : List.of(member.value());
            for (var value : values) {
                YamlKeys.scalar(value, "an assignment", problems)
                        .ifPresent(text -> assignments.add(new Expectation.Assignment(member.name(), text.text())));
            }
        }
        return assignments;
    }
}
