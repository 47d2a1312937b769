package no.klarert.examples.kravogbetalinger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.klarert.examples.kravogbetalinger.model.Bankkonto;
import no.klarert.examples.kravogbetalinger.model.Betalingsinformasjon;
import no.klarert.examples.kravogbetalinger.model.Kravperiode;
import no.klarert.examples.kravogbetalinger.model.MultiSpraakTekst;

/** Values that take several columns, or that several queries read. */
final class Columns {
    private Columns() {}

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** Columns {@code nb}, {@code nn} and {@code en} of {@code kravtype}. */
    static MultiSpraakTekst description(ResultSet row) throws SQLException {
        return MultiSpraakTekst.of(row.getString("nb"), row.getString("nn"), row.getString("en"));
    }

    /** Columns {@code aar}, {@code fra_dato}, {@code til_dato}, {@code termin} and its texts. */
    static Kravperiode period(ResultSet row) throws SQLException {
        int year = row.getInt("aar");
        var texts = MultiSpraakTekst.of(
                row.getString("termin_nb") + " " + year,
                row.getString("termin_nn") + " " + year,
                row.getString("termin_en") + " " + year);
        return new Kravperiode(texts, year, date(row, "fra_dato"), date(row, "til_dato"), row.getString("termin"));
    }

    /** Columns {@code kidnummer}, {@code melding} and a {@link #account}. */
    static Betalingsinformasjon payment(ResultSet row) throws SQLException {
        return Betalingsinformasjon.inKroner(text(row, "kidnummer"), text(row, "melding"), account(row));
    }

    /** The columns of {@code bankkonto}; all empty when there is none. */
    static Optional<Bankkonto> account(ResultSet row) throws SQLException {
        var number = text(row, "kontonummer");
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bankkonto(
                        text(row, "bankinformasjon"),
                        row.getString("kontoeiers_navn"),
                        number.get(),
                        text(row, "iban"),
                        text(row, "swift_bic")));
    }
}
