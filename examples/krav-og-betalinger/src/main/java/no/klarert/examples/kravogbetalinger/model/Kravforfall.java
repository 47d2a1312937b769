package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A part of a claim that is due on one day, and what has been placed against it. */
public record Kravforfall(
        UUID kravforfallsIdentifikator,
        LocalDate forfallsdato,
        BigDecimal opprinneligBeloep,
        BigDecimal gjenstaaendeBeloep,
        Optional<Betalingsinformasjon> betalingsinformasjon,
        List<PlassertInnbetaling> plassertInnbetaling,
        List<PlassertMotkrav> plassertMotkrav,
        List<PlassertUtbetaling> plassertUtbetaling) {
    /** A payment, or a part of one, that covers this. */
    public record PlassertInnbetaling(
            String innbetalingsIdentifikator,
            BigDecimal plassertBeloep,
            LocalDate plassertDato,
            LocalDate innbetalingsdato,
            BigDecimal innbetaltBeloep,
            Betalingsinformasjon innbetaltFra,
            String innbetalingstype) {}

    /** A claim of the other side, or a part of one, that this is set off against. */
    public record PlassertMotkrav(
            UUID kravforfallsIdentifikator,
            BigDecimal plassertBeloep,
            LocalDate plassertDato,
            MultiSpraakTekst kravbeskrivelse,
            LocalDate forfallsdato,
            Kravperiode kravperiode,
            String kravtype) {}

    /** A payment out of what the party is owed. */
    public record PlassertUtbetaling(
            String utbetalingsidentifikator,
            BigDecimal utbetaltBeloep,
            LocalDate utbetaltDato,
            Betalingsinformasjon betaltTil,
            BigDecimal plassertBeloep,
            LocalDate plassertDato) {}

    /** Whether the last day to pay has passed on {@code today}; the due date itself is still in time. */
    public boolean isOverdue(LocalDate today) {
        return forfallsdato.isBefore(today);
    }
}
