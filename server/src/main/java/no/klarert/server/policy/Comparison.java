package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.klarert.policy.Advice;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.Obligation;
import no.klarert.policy.Status;

/** What differs between what a case of a test file expects and what came, in sentences; empty if nothing does. */
final class Comparison {
    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    static List<String> of(Expectation expected, Decision actual) {
        var comparison = new Comparison();
        comparison.decision(expected, actual);
        expected.status().ifPresent(code -> comparison.status(code, actual.status()));
        expected.obligations().ifPresent(duties -> comparison.duties("obligation", duties, obligations(actual)));
        expected.advice().ifPresent(duties -> comparison.duties("advice", duties, advice(actual)));
        return List.copyOf(comparison.differences);
    }

    /** An obligation or piece of advice that came. */
    private record Came(String id, List<AttributeAssignment> assignments) {
        Came {
            assignments = List.copyOf(assignments);
        }

        boolean isAsExpected(Expectation.Duty expected) {
            return id.equals(expected.id()) && expected.assignments().stream().allMatch(this::assigns);
        }

        private boolean assigns(List<Expectation.Assignment> expected) {
            var left = new ArrayList<>(assignments);
            return left.size() == expected.size() && expected.stream().allMatch(each -> removeFirst(left, each));
        }

        private static boolean removeFirst(List<AttributeAssignment> left, Expectation.Assignment expected) {
            var same = left.stream()
                    .filter(each -> each.attributeId().equals(expected.attributeId()) && isSameValue(each, expected))
                    .findFirst();
            return same.isPresent() && left.remove(same.get());
        }

        private static boolean isSameValue(AttributeAssignment came, Expectation.Assignment expected) {
            return LexicalForm.of(came.dataType(), came.value())
                    .equals(LexicalForm.of(came.dataType(), expected.value()));
        }

        @Override
        public String toString() {
            return described(id, assignments, each -> each.attributeId() + " = " + each.value());
        }
    }

    private static List<Came> obligations(Decision decision) {
        return decision.obligations().stream().map(Comparison::came).toList();
    }

    private static Came came(Obligation obligation) {
        return new Came(obligation.id(), obligation.assignments());
    }

    private static List<Came> advice(Decision decision) {
        return decision.advice().stream().map(Comparison::came).toList();
    }

    private static Came came(Advice advice) {
        return new Came(advice.id(), advice.assignments());
    }

    private static <T> String described(String id, List<T> assignments, Function<T, String> text) {
        var each = assignments.stream().map(text).toList();
        return Words.shown("`" + id + "`" + (each.isEmpty() ? "" : " with " + String.join(", ", each)));
    }

    private static String described(Expectation.Duty duty) {
        return described(
                duty.id(), duty.assignments().orElse(List.of()), each -> each.attributeId() + " = " + each.value());
    }

    private void decision(Expectation expected, Decision actual) {
        if (expected.decision() != actual.value()) {
            differences.add("expected " + expected.decision().text() + ", came "
                    + actual.value().text() + because(actual.status()));
        }
    }

    private static String because(Status status) {
        return status.equals(Status.OK) ? "" : " (" + described(status) + ")";
    }

    private static String described(Status status) {
        var code = ShortNames.STATUSES.shortened(status.code());
        return Words.shown(code + (status.message().isEmpty() ? "" : ": " + status.message()));
    }

    private void status(String code, Status actual) {
        if (!code.equals(actual.code())) {
            differences.add("expected status " + ShortNames.STATUSES.shortened(code) + ", came " + described(actual));
        }
    }

    /** Those that say more are looked for first, so that one that says only an id does not take their place. */
    private void duties(String kind, List<Expectation.Duty> expected, List<Came> actual) {
        var left = new ArrayList<>(actual);
        var bySpecificity = Stream.concat(
                expected.stream().filter(each -> each.assignments().isPresent()),
                expected.stream().filter(each -> each.assignments().isEmpty()));
        bySpecificity.forEach(duty -> {
            Optional<Came> found =
                    left.stream().filter(came -> came.isAsExpected(duty)).findFirst();
            found.ifPresentOrElse(left::remove, () -> differences.add("expected " + kind + " " + described(duty)));
        });
        left.forEach(came -> differences.add("came " + kind + " " + came + ", not expected"));
    }
}
