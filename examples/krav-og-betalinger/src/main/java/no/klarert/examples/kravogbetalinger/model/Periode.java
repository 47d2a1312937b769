package no.klarert.examples.kravogbetalinger.model;

import java.time.LocalDate;

/** Days that are asked for, both included. */
public record Periode(LocalDate fraOgMed, LocalDate tilOgMed) {
    /** Refuses an end before the start, and more than a year between them. */
    public Periode {
        if (tilOgMed.isBefore(fraOgMed)) {
            throw new IllegalArgumentException("tilOgMed er før fraOgMed");
        }
        if (tilOgMed.isAfter(fraOgMed.plusYears(1))) {
            throw new IllegalArgumentException("det er mer enn ett år mellom fraOgMed og tilOgMed");
        }
    }
}
