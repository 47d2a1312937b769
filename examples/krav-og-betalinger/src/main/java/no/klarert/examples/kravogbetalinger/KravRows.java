package no.klarert.examples.kravogbetalinger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.klarert.examples.kravogbetalinger.model.Beloep;
import no.klarert.examples.kravogbetalinger.model.Krav;
import no.klarert.examples.kravogbetalinger.model.Kravforfall;
import no.klarert.examples.kravogbetalinger.model.Kravperiode;
import no.klarert.examples.kravogbetalinger.model.MultiSpraakTekst;
import no.klarert.examples.kravogbetalinger.model.Part;
import no.klarert.examples.kravogbetalinger.model.Periode;
import no.klarert.examples.kravogbetalinger.model.Rentesatser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The claims, with their due dates; amounts and interest are computed from those. */
@Repository
class KravRows {
    private static final String HEADS = """
            SELECT k.kravidentifikator, k.part, k.kravtype, t.kravgruppe, t.nb, t.nn, t.en, k.opprettelsesdato,
                   k.aar, k.fra_dato, k.til_dato, k.termin, p.nb AS termin_nb, p.nn AS termin_nn, p.en AS termin_en,
                   k.fastsettingsmaate, k.hovedstol_krav
            FROM krav k
            JOIN kravtype t ON t.kode = k.kravtype
            JOIN termin p ON p.teknisk_navn = k.termin
            WHERE k.part = :part
            """;
    private static final String OPEN = HEADS + """
            AND EXISTS (SELECT 1 FROM kravforfall f JOIN gjenstaaende g ON g.kravforfall = f.id
                        WHERE f.krav = k.kravidentifikator AND g.beloep <> 0)
            ORDER BY k.opprettelsesdato, k.kravidentifikator
            """;
    private static final String CREATED = HEADS + """
            AND k.opprettelsesdato BETWEEN :fraOgMed AND :tilOgMed
            ORDER BY k.opprettelsesdato, k.kravidentifikator
            """;
    private static final String RATES = "SELECT fra_dato, prosent FROM rentesats";

    private final JdbcClient sql;
    private final KravforfallRows kravforfall;

    KravRows(JdbcClient sql, KravforfallRows kravforfall) {
        this.sql = sql;
        this.kravforfall = kravforfall;
    }

    /** A claim without what its due dates say. */
    private record Head(
            String id,
            String part,
            String type,
            String group,
            MultiSpraakTekst description,
            Kravperiode period,
            LocalDate created,
            Optional<String> principal,
            String assessedBy) {}

    /** The claims of which something remains. */
    List<Krav> open(Part part, LocalDate today) {
        return withDueDates(
                sql.sql(OPEN)
                        .param("part", part.identifikator())
                        .query(KravRows::head)
                        .list(),
                today);
    }

    /** The claims created in {@code periode}. */
    List<Krav> created(Part part, Periode periode, LocalDate today) {
        return withDueDates(
                sql.sql(CREATED)
                        .param("part", part.identifikator())
                        .param("fraOgMed", periode.fraOgMed())
                        .param("tilOgMed", periode.tilOgMed())
                        .query(KravRows::head)
                        .list(),
                today);
    }

    private List<Krav> withDueDates(List<Head> heads, LocalDate today) {
        var rates = rates();
        var due = kravforfall.of(heads.stream().map(Head::id).toList());
        return heads.stream()
                .map(head -> krav(head, due.getOrDefault(head.id(), List.of()), rates, today))
                .toList();
    }

    private static Krav krav(Head head, List<Kravforfall> due, Rentesatser rates, LocalDate today) {
        return new Krav(
                head.part(),
                head.id(),
                head.type(),
                head.group(),
                head.description(),
                head.period(),
                head.created(),
                Beloep.sum(due.stream().map(Kravforfall::opprinneligBeloep)),
                Beloep.sum(due.stream().map(Kravforfall::gjenstaaendeBeloep)),
                Beloep.sum(due.stream()
                        .map(each -> rates.estimate(each.gjenstaaendeBeloep(), each.forfallsdato(), today))),
                due,
                head.principal(),
                head.assessedBy());
    }

    private Rentesatser rates() {
        return new Rentesatser(sql
                .sql(RATES)
                .query((row, index) -> Map.entry(Columns.date(row, "fra_dato"), row.getBigDecimal("prosent")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        return new Head(
                row.getString("kravidentifikator"),
                row.getString("part"),
                row.getString("kravtype"),
                row.getString("kravgruppe"),
                Columns.description(row),
                Columns.period(row),
                Columns.date(row, "opprettelsesdato"),
                Columns.text(row, "hovedstol_krav"),
                row.getString("fastsettingsmaate"));
    }
}
