package no.klarert.policy.reference;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;

/** What an expression gives in the reference: values of one type, or why there are none. One value is a list of one. */
record Answer(Optional<Status> error, List<Literal> values) {
    /**
     * A value.
     *
     * @param type the identifier of its data type
     * @param value what the text stands for; equal for texts that mean the same
     * @param text the text it was written as, or the canonical one if it was computed
     */
    record Literal(String type, Object value, String text) {}

    static Answer of(List<Literal> values) {
        return new Answer(Optional.empty(), List.copyOf(values));
    }

    static Answer of(Literal value) {
        return of(List.of(value));
    }

    /** A value that was computed. */
    static Answer of(String type, Object value) {
        return of(new Literal(type, value, ReferenceTypes.canonical(type, value)));
    }

    static Answer of(boolean truth) {
        return of(Xacml.TYPE_BOOLEAN, truth);
    }

    static Answer error(Status status) {
        return new Answer(Optional.of(status), List.of());
    }

    static Answer error(String code) {
        return error(new Status(code, ""));
    }

    static Answer processingError() {
        return error(Xacml.STATUS_PROCESSING_ERROR);
    }

    boolean isError() {
        return error.isPresent();
    }

    boolean isTrue() {
        return !isError() && only().value().equals(true);
    }

    boolean isFalse() {
        return !isError() && !isTrue();
    }

    /** The value of an answer that has one. */
    Literal only() {
        return values.get(0);
    }
}
