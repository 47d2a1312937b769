package no.klarert.examples.kravogbetalinger.model;

import java.util.List;

/** Every payment in of a period: the answer at the address of that name. */
public record Innbetalinger(
        String partIdentifikator, Periode periode, List<Innbetaling> innbetaling, boolean skjermet) {}
