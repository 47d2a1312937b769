package no.klarert.policy.plan;

import java.util.List;

/** The values of one attribute and data type in a request, as they came in. */
record Texts(List<String> values) {
    static final Texts NONE = new Texts(List.of());

    Texts {
        values = List.copyOf(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }
}
