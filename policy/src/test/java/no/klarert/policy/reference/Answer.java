package no.klarert.policy.reference;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.Xacml;

/** What an expression gives in the reference: values of one type, or the code of an error. One value is a list of one. */
record Answer(Optional<String> error, List<Literal> values) {
    /** A value: the identifier of its type, and its text. */
    record Literal(String type, String text) {}

    static Answer of(List<Literal> values) {
        return new Answer(Optional.empty(), values);
    }

    static Answer of(boolean truth) {
        return of(List.of(new Literal(Xacml.TYPE_BOOLEAN, String.valueOf(truth))));
    }

    static Answer error(String code) {
        return new Answer(Optional.of(code), List.of());
    }

    boolean isError() {
        return error.isPresent();
    }

    boolean isTrue() {
        return !isError() && ReferenceTypes.truth(values.get(0).text());
    }

    boolean isFalse() {
        return !isError() && !isTrue();
    }
}
