package no.klarert.examples.kravogbetalinger.model;

import java.time.LocalDate;

/** The time a claim is for. */
public record Kravperiode(
        MultiSpraakTekst periodeBeskrivelse, int aar, LocalDate fraDato, LocalDate tilDato, String terminTekniskNavn) {}
