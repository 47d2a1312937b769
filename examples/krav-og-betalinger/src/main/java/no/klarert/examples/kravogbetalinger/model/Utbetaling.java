package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A payment to the party, and why it was made; {@code utbetalingstatus} is {@code bekreftet} or {@code underUtbetaling}. */
public record Utbetaling(
        String partIdentifikator,
        String utbetalingsidentifikator,
        LocalDate utbetaltdato,
        BigDecimal utbetaltBeloep,
        Betalingsinformasjon betaltTil,
        GrunnlagForUtbetaling grunnlagForUtbetaling,
        String utbetalingstatus) {
    /** What is paid out: claims of the party's own, and payments given back. */
    public record GrunnlagForUtbetaling(List<Kreditkrav> kreditKrav, List<Tilbakebetaling> tilbakebetalingAv) {}

    /** A claim of the party's own, or a part of it. */
    public record Kreditkrav(
            UUID kravforfallidentifikator,
            MultiSpraakTekst kravbeskrivelse,
            String kravtype,
            Kravperiode kravperiode,
            BigDecimal opprinneligBeloep,
            BigDecimal gjenstaaendeBeloep,
            BigDecimal utbetaltBeloep) {}

    /** A payment given back, or a part of it. */
    public record Tilbakebetaling(
            String innbetalingsIdentifikator,
            String innbetalingstype,
            LocalDate innbetalingsdato,
            BigDecimal innbetaltBeloep,
            Betalingsinformasjon innbetaltFra,
            BigDecimal utbetaltBeloep) {}
}
