package no.klarert.examples.kravogbetalinger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import no.klarert.examples.kravogbetalinger.model.Betalingsinformasjon;
import no.klarert.examples.kravogbetalinger.model.Part;
import no.klarert.examples.kravogbetalinger.model.Periode;
import no.klarert.examples.kravogbetalinger.model.Utbetaling;
import no.klarert.examples.kravogbetalinger.model.Utbetaling.GrunnlagForUtbetaling;
import no.klarert.examples.kravogbetalinger.model.Utbetaling.Kreditkrav;
import no.klarert.examples.kravogbetalinger.model.Utbetaling.Tilbakebetaling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payments out, and why each was made. */
@Repository
class UtbetalingRows {
    private static final String IN_PERIOD = """
            SELECT u.id, u.part, u.dato, u.beloep, u.status, NULL AS kidnummer, u.melding,
                   b.kontonummer, b.kontoeiers_navn, b.bankinformasjon, b.iban, b.swift_bic
            FROM utbetaling u
            JOIN bankkonto b ON b.kontonummer = u.til_konto
            WHERE u.part = :part AND u.dato BETWEEN :fraOgMed AND :tilOgMed
            ORDER BY u.dato, u.id
            """;
    private static final String CREDIT_CLAIMS = """
            SELECT r.utbetaling, f.id, t.nb, t.nn, t.en, k.kravtype, k.aar, k.fra_dato, k.til_dato, k.termin,
                   p.nb AS termin_nb, p.nn AS termin_nn, p.en AS termin_en, f.opprinnelig_beloep,
                   g.beloep AS gjenstaaende, r.beloep
            FROM plassert_utbetaling r
            JOIN kravforfall f ON f.id = r.kreditforfall
            JOIN gjenstaaende g ON g.kravforfall = f.id
            JOIN krav k ON k.kravidentifikator = f.krav
            JOIN kravtype t ON t.kode = k.kravtype
            JOIN termin p ON p.teknisk_navn = k.termin
            WHERE r.utbetaling IN (:keys)
            ORDER BY f.forfallsdato, f.id
            """;
    private static final String PAID_BACK = """
            SELECT r.utbetaling, i.id, i.type, i.dato, i.beloep, r.beloep AS utbetalt, i.kidnummer, i.melding,
                   b.kontonummer, b.kontoeiers_navn, b.bankinformasjon, b.iban, b.swift_bic
            FROM tilbakebetaling r
            JOIN innbetaling i ON i.id = r.innbetaling
            LEFT JOIN bankkonto b ON b.kontonummer = i.fra_konto
            WHERE r.utbetaling IN (:keys)
            ORDER BY i.dato, i.id
            """;

    private final JdbcClient sql;

    UtbetalingRows(JdbcClient sql) {
        this.sql = sql;
    }

    private record Head(
            String id, String part, LocalDate date, BigDecimal amount, String status, Betalingsinformasjon to) {}

    /** The payments made in {@code periode}. */
    List<Utbetaling> in(Part part, Periode periode) {
        return withReasons(sql.sql(IN_PERIOD)
                .param("part", part.identifikator())
                .param("fraOgMed", periode.fraOgMed())
                .param("tilOgMed", periode.tilOgMed())
                .query(UtbetalingRows::head)
                .list());
    }

    private List<Utbetaling> withReasons(List<Head> heads) {
        var ids = heads.stream().map(Head::id).toList();
        var claims = Grouped.rows(sql, CREDIT_CLAIMS, ids, row -> row.getString("utbetaling"), UtbetalingRows::claim);
        var back = Grouped.rows(sql, PAID_BACK, ids, row -> row.getString("utbetaling"), UtbetalingRows::paidBack);
        return heads.stream()
                .map(head -> new Utbetaling(
                        head.part(),
                        head.id(),
                        head.date(),
                        head.amount(),
                        head.to(),
                        new GrunnlagForUtbetaling(
                                claims.getOrDefault(head.id(), List.of()), back.getOrDefault(head.id(), List.of())),
                        head.status()))
                .toList();
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        return new Head(
                row.getString("id"),
                row.getString("part"),
                Columns.date(row, "dato"),
                row.getBigDecimal("beloep"),
                row.getString("status"),
                Columns.payment(row));
    }

    private static Kreditkrav claim(ResultSet row) throws SQLException {
        return new Kreditkrav(
                Columns.uuid(row, "id"),
                Columns.description(row),
                row.getString("kravtype"),
                Columns.period(row),
                row.getBigDecimal("opprinnelig_beloep"),
                row.getBigDecimal("gjenstaaende"),
                row.getBigDecimal("beloep"));
    }

    private static Tilbakebetaling paidBack(ResultSet row) throws SQLException {
        return new Tilbakebetaling(
                row.getString("id"),
                row.getString("type"),
                Columns.date(row, "dato"),
                row.getBigDecimal("beloep"),
                Columns.payment(row),
                row.getBigDecimal("utbetalt"));
    }
}
