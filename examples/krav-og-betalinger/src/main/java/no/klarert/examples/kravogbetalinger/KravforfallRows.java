package no.klarert.examples.kravogbetalinger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.klarert.examples.kravogbetalinger.model.Betalingsinformasjon;
import no.klarert.examples.kravogbetalinger.model.Kravforfall;
import no.klarert.examples.kravogbetalinger.model.Kravforfall.PlassertInnbetaling;
import no.klarert.examples.kravogbetalinger.model.Kravforfall.PlassertMotkrav;
import no.klarert.examples.kravogbetalinger.model.Kravforfall.PlassertUtbetaling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The due dates of claims, with everything placed against them. */
@Repository
class KravforfallRows {
    private static final String IDS = "SELECT krav, id FROM kravforfall WHERE krav IN (:keys)";
    private static final String DUE = """
            SELECT f.krav, f.id, f.forfallsdato, f.opprinnelig_beloep, g.beloep AS gjenstaaende, f.kidnummer,
                   NULL AS melding, b.kontonummer, b.kontoeiers_navn, b.bankinformasjon, b.iban, b.swift_bic
            FROM kravforfall f
            JOIN gjenstaaende g ON g.kravforfall = f.id
            LEFT JOIN bankkonto b ON b.kontonummer = f.konto
            WHERE f.krav IN (:keys)
            ORDER BY f.forfallsdato, f.id
            """;
    private static final String PAYMENTS = """
            SELECT p.kravforfall, i.id, p.beloep AS plassert, p.dato AS plassert_dato, i.dato, i.beloep, i.type,
                   i.kidnummer, i.melding, b.kontonummer, b.kontoeiers_navn, b.bankinformasjon, b.iban, b.swift_bic
            FROM plassert_innbetaling p
            JOIN innbetaling i ON i.id = p.innbetaling
            LEFT JOIN bankkonto b ON b.kontonummer = i.fra_konto
            WHERE p.kravforfall IN (:keys)
            ORDER BY p.dato, i.id
            """;
    private static final String COUNTER_CLAIMS = """
            SELECT s.own, s.other, s.beloep, s.dato, k.kravtype, t.nb, t.nn, t.en, f.forfallsdato, k.aar, k.fra_dato,
                   k.til_dato, k.termin, p.nb AS termin_nb, p.nn AS termin_nn, p.en AS termin_en
            FROM (SELECT kravforfall AS own, kreditforfall AS other, beloep, dato FROM plassert_motkrav
                  UNION ALL
                  SELECT kreditforfall, kravforfall, beloep, dato FROM plassert_motkrav) s
            JOIN kravforfall f ON f.id = s.other
            JOIN krav k ON k.kravidentifikator = f.krav
            JOIN kravtype t ON t.kode = k.kravtype
            JOIN termin p ON p.teknisk_navn = k.termin
            WHERE s.own IN (:keys)
            ORDER BY s.dato, s.other
            """;
    private static final String PAYOUTS = """
            SELECT p.kreditforfall, u.id, u.beloep, u.dato, p.beloep AS plassert, p.dato AS plassert_dato,
                   NULL AS kidnummer, u.melding, b.kontonummer, b.kontoeiers_navn, b.bankinformasjon, b.iban, b.swift_bic
            FROM plassert_utbetaling p
            JOIN utbetaling u ON u.id = p.utbetaling
            JOIN bankkonto b ON b.kontonummer = u.til_konto
            WHERE p.kreditforfall IN (:keys)
            ORDER BY p.dato, u.id
            """;

    private final JdbcClient sql;

    KravforfallRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The due dates of each of {@code krav}, by date. */
    Map<String, List<Kravforfall>> of(Collection<String> krav) {
        var ids =
                Grouped.rows(sql, IDS, krav, row -> row.getString("krav"), row -> Columns.uuid(row, "id"))
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        var placed = new Placed(
                Grouped.rows(sql, PAYMENTS, ids, row -> Columns.uuid(row, "kravforfall"), KravforfallRows::payment),
                Grouped.rows(sql, COUNTER_CLAIMS, ids, row -> Columns.uuid(row, "own"), KravforfallRows::counterClaim),
                Grouped.rows(sql, PAYOUTS, ids, row -> Columns.uuid(row, "kreditforfall"), KravforfallRows::payout));
        return Grouped.rows(sql, DUE, krav, row -> row.getString("krav"), row -> due(row, placed));
    }

    private record Placed(
            Map<UUID, List<PlassertInnbetaling>> payments,
            Map<UUID, List<PlassertMotkrav>> counterClaims,
            Map<UUID, List<PlassertUtbetaling>> payouts) {}

    private static Kravforfall due(ResultSet row, Placed placed) throws SQLException {
        var id = Columns.uuid(row, "id");
        return new Kravforfall(
                id,
                Columns.date(row, "forfallsdato"),
                row.getBigDecimal("opprinnelig_beloep"),
                row.getBigDecimal("gjenstaaende"),
                howToPay(row),
                placed.payments().getOrDefault(id, List.of()),
                placed.counterClaims().getOrDefault(id, List.of()),
                placed.payouts().getOrDefault(id, List.of()));
    }

    /** What the party is owed needs no payment from it. */
    private static Optional<Betalingsinformasjon> howToPay(ResultSet row) throws SQLException {
        return Columns.account(row).isPresent() ? Optional.of(Columns.payment(row)) : Optional.empty();
    }

    private static PlassertInnbetaling payment(ResultSet row) throws SQLException {
        return new PlassertInnbetaling(
                row.getString("id"),
                row.getBigDecimal("plassert"),
                Columns.date(row, "plassert_dato"),
                Columns.date(row, "dato"),
                row.getBigDecimal("beloep"),
                Columns.payment(row),
                row.getString("type"));
    }

    private static PlassertMotkrav counterClaim(ResultSet row) throws SQLException {
        return new PlassertMotkrav(
                Columns.uuid(row, "other"),
                row.getBigDecimal("beloep"),
                Columns.date(row, "dato"),
                Columns.description(row),
                Columns.date(row, "forfallsdato"),
                Columns.period(row),
                row.getString("kravtype"));
    }

    private static PlassertUtbetaling payout(ResultSet row) throws SQLException {
        return new PlassertUtbetaling(
                row.getString("id"),
                row.getBigDecimal("beloep"),
                Columns.date(row, "dato"),
                Columns.payment(row),
                row.getBigDecimal("plassert"),
                Columns.date(row, "plassert_dato"));
    }
}
