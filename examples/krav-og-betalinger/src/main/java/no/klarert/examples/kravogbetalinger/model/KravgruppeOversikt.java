package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same for one group of claims. Payments that are not placed belong to no group. */
public record KravgruppeOversikt(
        String kravgruppe,
        BigDecimal sumStipulerteRenter,
        BigDecimal sumForfalteKrav,
        BigDecimal sumIkkeForfalteKrav,
        BigDecimal saldo) {
    /** One overview for each group that has claims, by name. */
    public static List<KravgruppeOversikt> of(List<Krav> krav, LocalDate today) {
        return krav.stream()
                .collect(Collectors.groupingBy(Krav::kravgruppe, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> of(group.getKey(), TotalOversikt.of(group.getValue(), List.of(), today)))
                .toList();
    }

    private static KravgruppeOversikt of(String kravgruppe, TotalOversikt total) {
        return new KravgruppeOversikt(
                kravgruppe,
                total.sumStipulerteRenter(),
                total.sumForfalteKrav(),
                total.sumIkkeForfalteKrav(),
                total.saldo());
    }
}
