package no.klarert.examples.kravogbetalinger.model;

import java.util.List;

/** Every claim created in a period. */
public record AlleKrav(String partIdentifikator, Periode periode, List<Krav> krav, boolean skjermet) {}
