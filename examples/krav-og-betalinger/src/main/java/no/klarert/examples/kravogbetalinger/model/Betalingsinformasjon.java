package no.klarert.examples.kravogbetalinger.model;

import java.util.Optional;

/** How something is paid, or was. */
public record Betalingsinformasjon(
        Optional<String> kidnummer,
        Optional<String> meldingSendtTilMottaker,
        Optional<Bankkonto> konto,
        String valutakode) {
    /** In Norwegian kroner. */
    public static Betalingsinformasjon inKroner(
            Optional<String> kidnummer, Optional<String> melding, Optional<Bankkonto> konto) {
        return new Betalingsinformasjon(kidnummer, melding, konto, "NOK");
    }
}
