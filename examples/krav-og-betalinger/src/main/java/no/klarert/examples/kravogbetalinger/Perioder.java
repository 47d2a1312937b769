package no.klarert.examples.kravogbetalinger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import no.klarert.examples.kravogbetalinger.model.Periode;
import org.jspecify.annotations.Nullable;

/** Reads the period of a request; what is not one is refused with KB-006 (Krav og betalinger, errors). */
final class Perioder {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Perioder() {}

    static Periode read(@Nullable String fraOgMed, @Nullable String tilOgMed) {
        var start = date("fraOgMed", fraOgMed);
        var end = date("tilOgMed", tilOgMed);
        try {
            return new Periode(start, end);
        } catch (IllegalArgumentException refused) {
            throw Refusal.input("Ugyldig periode: " + refused.getMessage());
        }
    }

    private static LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw Refusal.input(name + " mangler");
        }
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            throw notADate(name);
        }
        throw notADate(name);
    }

    private static Refusal notADate(String name) {
        return Refusal.input(name + " er ikke en dato på formen åååå-mm-dd");
    }
}
