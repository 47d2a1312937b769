package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Claims and payments of which only the amounts and dates matter. */
final class Rows {
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final MultiSpraakTekst TEXT = MultiSpraakTekst.of("krav", "krav", "claim");

    private Rows() {}

    static Krav claim(String group, String interest, Kravforfall... due) {
        return new Krav(
                "313371735",
                "krav-1",
                "MERVERDIAVGIFT",
                group,
                TEXT,
                new Kravperiode(TEXT, 2026, DAY, DAY, "AARLIG"),
                DAY,
                Beloep.sum(Stream.of(due).map(Kravforfall::opprinneligBeloep)),
                Beloep.sum(Stream.of(due).map(Kravforfall::gjenstaaendeBeloep)),
                new BigDecimal(interest),
                List.of(due),
                Optional.empty(),
                "blank");
    }

    static Kravforfall due(String date, String remaining) {
        var amount = new BigDecimal(remaining);
        return new Kravforfall(
                UUID.randomUUID(),
                LocalDate.parse(date),
                amount,
                amount,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    static Innbetaling payment(String unplaced) {
        return new Innbetaling(
                "313371735",
                "inn-1",
                DAY,
                new BigDecimal("1000.00"),
                new BigDecimal(unplaced),
                "Bankoverføring",
                Betalingsinformasjon.inKroner(Optional.empty(), Optional.empty(), Optional.empty()),
                new Bankkonto(Optional.empty(), "Skatteetaten", "12340100016", Optional.empty(), Optional.empty()),
                List.of(),
                List.of());
    }
}
