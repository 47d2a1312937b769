package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A claim: something the party owes, or (with negative amounts) is owed. */
public record Krav(
        String partIdentifikator,
        String kravidentifikator,
        String kravtype,
        String kravgruppe,
        MultiSpraakTekst kravbeskrivelse,
        Kravperiode kravperiode,
        LocalDate opprettelsesdatoForKrav,
        BigDecimal opprinneligBeloep,
        BigDecimal gjenstaaendeBeloep,
        BigDecimal stipulerteRenter,
        List<Kravforfall> kravforfall,
        Optional<String> hovedstolKravidentifikator,
        String fastsettingsmaate) {
    /** What remains of this claim and is overdue on {@code today}. */
    public BigDecimal overdue(LocalDate today) {
        return Beloep.sum(
                kravforfall.stream().filter(due -> due.isOverdue(today)).map(Kravforfall::gjenstaaendeBeloep));
    }

    /** What remains of this claim and is not overdue on {@code today}. */
    public BigDecimal notYetOverdue(LocalDate today) {
        return gjenstaaendeBeloep.subtract(overdue(today));
    }
}
