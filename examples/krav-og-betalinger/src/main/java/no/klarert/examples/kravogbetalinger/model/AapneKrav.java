package no.klarert.examples.kravogbetalinger.model;

import java.time.LocalDate;
import java.util.List;

/** What is open as of now, and what it comes to. */
public record AapneKrav(
        String partIdentifikator,
        List<Krav> aapentKravMedGjenstaaendeBeloep,
        List<Innbetaling> innbetalingMedUplassertBeloep,
        TotalOversikt totalOversikt,
        List<KravgruppeOversikt> oversiktPerKravgruppe,
        boolean skjermet) {
    /** The answer for what is open on {@code today}; every sum is computed here and stored nowhere. */
    public static AapneKrav asOf(LocalDate today, Part part, List<Krav> krav, List<Innbetaling> innbetalinger) {
        return new AapneKrav(
                part.identifikator(),
                krav,
                innbetalinger,
                TotalOversikt.of(krav, innbetalinger, today),
                KravgruppeOversikt.of(krav, today),
                part.skjermet());
    }
}
