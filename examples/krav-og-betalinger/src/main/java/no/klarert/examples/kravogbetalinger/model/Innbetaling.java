package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A payment from the party, what it was used for, and what is left of it. */
public record Innbetaling(
        String partIdentifikator,
        String innbetalingsidentifikator,
        LocalDate innbetalingsdato,
        BigDecimal innbetaltBeloep,
        BigDecimal uplassertBeloep,
        String innbetalingstype,
        Betalingsinformasjon innbetaltFra,
        Bankkonto mottakersKontonummer,
        List<PlassertKrav> plassertKrav,
        List<PlassertUtbetaling> plassertUtbetaling) {
    /** A due date of a claim that the payment covers, or a part of it. */
    public record PlassertKrav(
            UUID kravforfallIdentifikator,
            BigDecimal plassertBeloep,
            LocalDate plassertDato,
            MultiSpraakTekst kravbeskrivelse,
            LocalDate kravforfallsdato,
            BigDecimal opprinneligKravforfallsbeloep,
            BigDecimal gjenstaaendeKravforfallsbeloep) {}

    /** The payment with which it, or what was left of it, was paid back. */
    public record PlassertUtbetaling(
            String utbetalingsidentifikator,
            LocalDate utbetaltdato,
            BigDecimal utbetaltBeloep,
            Betalingsinformasjon betaltTil) {}
}
