package no.klarert.examples.kravogbetalinger;

import java.util.Optional;
import no.klarert.examples.kravogbetalinger.AccessControl.AuthorizedParty;
import no.klarert.examples.kravogbetalinger.model.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parties. The way to everything else leads through here, and here only with access. */
@Repository
class PartRows {
    private static final String FIND = "SELECT identifikator, skjermet FROM part WHERE identifikator = :identifikator";

    private final JdbcClient sql;

    PartRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Part> find(AuthorizedParty party) {
        return sql.sql(FIND)
                .param("identifikator", party.identifikator())
                .query((row, index) -> new Part(row.getString("identifikator"), row.getBoolean("skjermet")))
                .optional();
    }
}
