package no.klarert.issuer;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a check within a stop answers: the value to go on with, or the refusal that ends the request. */
sealed interface Step<T> {
    record Passed<T>(T value) implements Step<T> {}

    record Stopped<T>(Refusal refusal) implements Step<T> {}

    static <T> Step<T> passed(T value) {
        return new Passed<>(value);
    }

    static <T> Step<T> stopped(Refusal refusal) {
        return new Stopped<>(refusal);
    }

    /** Goes on with {@code next} if this passed; otherwise stays stopped. */
    default <R> Step<R> then(Function<? super T, Step<R>> next) {
        return switch (this) {
            case Passed<T> p -> next.apply(p.value());
            case Stopped<T> s -> new Stopped<>(s.refusal());
        };
    }

    /** Stops if this passed and there is a reason to refuse. */
    default Step<T> unless(Supplier<Optional<Refusal>> reason) {
        return then(value -> reason.get().map(Step::<T>stopped).orElseGet(() -> passed(value)));
    }

    /** The value changed by {@code change} if this passed; otherwise stays stopped. */
    default <R> Step<R> map(Function<? super T, R> change) {
        return then(value -> new Passed<>(change.apply(value)));
    }
}
