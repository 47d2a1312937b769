package no.klarert.examples.kravogbetalinger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.klarert.examples.kravogbetalinger.model.Bankkonto;
import no.klarert.examples.kravogbetalinger.model.Betalingsinformasjon;
import no.klarert.examples.kravogbetalinger.model.Innbetaling;
import no.klarert.examples.kravogbetalinger.model.Innbetaling.PlassertKrav;
import no.klarert.examples.kravogbetalinger.model.Innbetaling.PlassertUtbetaling;
import no.klarert.examples.kravogbetalinger.model.Part;
import no.klarert.examples.kravogbetalinger.model.Periode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payments in, what each covers, and what is left of it. */
@Repository
class InnbetalingRows {
    private static final String HEADS = """
            SELECT i.id, i.part, i.dato, i.beloep, u.beloep AS uplassert, i.type, i.kidnummer, i.melding,
                   b.kontonummer, b.kontoeiers_navn, b.bankinformasjon, b.iban, b.swift_bic, i.mottaker_konto
            FROM innbetaling i
            JOIN uplassert u ON u.innbetaling = i.id
            LEFT JOIN bankkonto b ON b.kontonummer = i.fra_konto
            WHERE i.part = :part
            """;
    private static final String UNPLACED = HEADS + "AND u.beloep <> 0 ORDER BY i.dato, i.id";
    private static final String IN_PERIOD = HEADS + "AND i.dato BETWEEN :fraOgMed AND :tilOgMed ORDER BY i.dato, i.id";
    private static final String ACCOUNTS = """
            SELECT kontonummer, kontoeiers_navn, bankinformasjon, iban, swift_bic FROM bankkonto
            WHERE kontonummer IN (:keys)
            """;
    private static final String CLAIMS = """
            SELECT p.innbetaling, f.id, p.beloep, p.dato, t.nb, t.nn, t.en, f.forfallsdato, f.opprinnelig_beloep,
                   g.beloep AS gjenstaaende
            FROM plassert_innbetaling p
            JOIN kravforfall f ON f.id = p.kravforfall
            JOIN gjenstaaende g ON g.kravforfall = f.id
            JOIN krav k ON k.kravidentifikator = f.krav
            JOIN kravtype t ON t.kode = k.kravtype
            WHERE p.innbetaling IN (:keys)
            ORDER BY p.dato, f.id
            """;
    private static final String PAID_BACK = """
            SELECT r.innbetaling, u.id, u.dato, r.beloep, NULL AS kidnummer, u.melding,
                   b.kontonummer, b.kontoeiers_navn, b.bankinformasjon, b.iban, b.swift_bic
            FROM tilbakebetaling r
            JOIN utbetaling u ON u.id = r.utbetaling
            JOIN bankkonto b ON b.kontonummer = u.til_konto
            WHERE r.innbetaling IN (:keys)
            ORDER BY u.dato, u.id
            """;

    private final JdbcClient sql;

    InnbetalingRows(JdbcClient sql) {
        this.sql = sql;
    }

    private record Head(
            String id,
            String part,
            LocalDate date,
            BigDecimal amount,
            BigDecimal unplaced,
            String type,
            Betalingsinformasjon from,
            String toAccount) {}

    /** The payments of which something is left. */
    List<Innbetaling> unplaced(Part part) {
        return withUses(sql.sql(UNPLACED)
                .param("part", part.identifikator())
                .query(InnbetalingRows::head)
                .list());
    }

    /** The payments made in {@code periode}. */
    List<Innbetaling> in(Part part, Periode periode) {
        return withUses(sql.sql(IN_PERIOD)
                .param("part", part.identifikator())
                .param("fraOgMed", periode.fraOgMed())
                .param("tilOgMed", periode.tilOgMed())
                .query(InnbetalingRows::head)
                .list());
    }

    private List<Innbetaling> withUses(List<Head> heads) {
        var ids = heads.stream().map(Head::id).toList();
        var accounts = accounts(heads.stream().map(Head::toAccount).distinct().toList());
        var claims = Grouped.rows(sql, CLAIMS, ids, row -> row.getString("innbetaling"), InnbetalingRows::claim);
        var back = Grouped.rows(sql, PAID_BACK, ids, row -> row.getString("innbetaling"), InnbetalingRows::paidBack);
        return heads.stream()
                .map(head -> new Innbetaling(
                        head.part(),
                        head.id(),
                        head.date(),
                        head.amount(),
                        head.unplaced(),
                        head.type(),
                        head.from(),
                        accounts.getOrDefault(head.toAccount(), List.of()).get(0),
                        claims.getOrDefault(head.id(), List.of()),
                        back.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private Map<String, List<Bankkonto>> accounts(List<String> numbers) {
        return Grouped.rows(
                sql,
                ACCOUNTS,
                numbers,
                row -> row.getString("kontonummer"),
                row -> Columns.account(row).orElseThrow());
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        return new Head(
                row.getString("id"),
                row.getString("part"),
                Columns.date(row, "dato"),
                row.getBigDecimal("beloep"),
                row.getBigDecimal("uplassert"),
                row.getString("type"),
                Columns.payment(row),
                row.getString("mottaker_konto"));
    }

    private static PlassertKrav claim(ResultSet row) throws SQLException {
        return new PlassertKrav(
                Columns.uuid(row, "id"),
                row.getBigDecimal("beloep"),
                Columns.date(row, "dato"),
                Columns.description(row),
                Columns.date(row, "forfallsdato"),
                row.getBigDecimal("opprinnelig_beloep"),
                row.getBigDecimal("gjenstaaende"));
    }

    private static PlassertUtbetaling paidBack(ResultSet row) throws SQLException {
        return new PlassertUtbetaling(
                row.getString("id"), Columns.date(row, "dato"), row.getBigDecimal("beloep"), Columns.payment(row));
    }
}
