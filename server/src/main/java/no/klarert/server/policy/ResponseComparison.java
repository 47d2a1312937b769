package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;

/**
 * Compares whole responses by meaning, as conformance cases want it: results, obligations, advice, assignments, returned
 * attributes and policies in any order; values by data type; no status messages or details.
 */
final class ResponseComparison {
    private ResponseComparison() {}

    /** What differs, a line for each thing expected that did not come and each that came unexpectedly; empty if nothing does. */
    static List<String> of(List<Decision> expected, List<Decision> actual) {
        var missing = texts(expected);
        var unexpected = texts(actual);
        texts(expected).forEach(text -> {
            if (unexpected.remove(text)) {
                missing.remove(text);
            }
        });
        return Stream.concat(
                        missing.stream().map(text -> "expected " + text),
                        unexpected.stream().map(text -> "came " + text))
                .map(Words::shown)
                .toList();
    }

    private static List<String> texts(List<Decision> decisions) {
        return decisions.stream().map(ResponseComparison::text).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String text(Decision decision) {
        var carried = Stream.of(
                        decision.obligations().stream().map(each -> duty("obligation", each.id(), each.assignments())),
                        decision.advice().stream().map(each -> duty("advice", each.id(), each.assignments())),
                        decision.echoed().stream()
                                .map(each -> "attribute " + ShortNames.of(each.name()) + " = "
                                        + value(each.dataType(), each.value())),
                        decision.policies().stream().map(each -> "policy `" + each.id() + "` " + each.version()))
                .flatMap(lines -> lines)
                .sorted()
                .map(line -> "; " + line)
                .collect(Collectors.joining());
        var status = ShortNames.STATUSES.shortened(decision.status().code());
        return decision.value().text() + " with status " + status + carried;
    }

    private static String duty(String kind, String id, List<AttributeAssignment> assignments) {
        return kind + " `" + id + "`"
                + assignments.stream()
                        .map(ResponseComparison::assignment)
                        .sorted()
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String assignment(AttributeAssignment each) {
        var category = each.category().map(name -> name + " ").orElse("");
        return category + each.attributeId() + " = " + value(each.dataType(), each.value());
    }

    private static String value(String type, String text) {
        return ShortNames.DATA_TYPES.shortened(type) + " " + LexicalForm.of(type, text);
    }
}
