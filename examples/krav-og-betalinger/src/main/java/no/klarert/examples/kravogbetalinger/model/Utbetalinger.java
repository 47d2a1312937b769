package no.klarert.examples.kravogbetalinger.model;

import java.util.List;

/** Every payment out of a period: the answer at the address of that name. */
public record Utbetalinger(String partIdentifikator, Periode periode, List<Utbetaling> utbetaling, boolean skjermet) {}
