package no.klarert.systemuser;

import java.util.List;

/** The values that could be read, and everything that was wrong. */
record Checked<T>(List<T> values, List<ValidationIssue> issues) {
    Checked {
        values = List.copyOf(values);
        issues = List.copyOf(issues);
    }
}
