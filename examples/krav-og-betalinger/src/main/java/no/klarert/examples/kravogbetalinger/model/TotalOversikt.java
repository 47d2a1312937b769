package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What it all comes to (Krav og betalinger, models, totals). */
public record TotalOversikt(
        BigDecimal sumStipulerteRenter,
        BigDecimal sumForfalteKrav,
        BigDecimal sumIkkeForfalteKrav,
        BigDecimal sumUplasserteInnbetalinger,
        BigDecimal saldo) {
    /** The saldo is what is overdue, what is not yet due and the estimated interest, less the unplaced payments. */
    public static TotalOversikt of(List<Krav> krav, List<Innbetaling> innbetalinger, LocalDate today) {
        var interest = Beloep.sum(krav.stream().map(Krav::stipulerteRenter));
        var overdue = Beloep.sum(krav.stream().map(each -> each.overdue(today)));
        var notYet = Beloep.sum(krav.stream().map(each -> each.notYetOverdue(today)));
        var unplaced = Beloep.sum(innbetalinger.stream().map(Innbetaling::uplassertBeloep));
        var saldo = overdue.add(notYet).add(interest).subtract(unplaced);
        return new TotalOversikt(interest, overdue, notYet, unplaced, saldo);
    }
}
