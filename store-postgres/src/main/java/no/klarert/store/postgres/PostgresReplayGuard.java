package no.klarert.store.postgres;

import java.time.Instant;
import no.klarert.issuer.ReplayGuard;
import no.klarert.vocabulary.ClientId;
import org.jdbi.v3.core.Jdbi;

final class PostgresReplayGuard implements ReplayGuard {
    private static final String CLAIM = """
            INSERT INTO used_assertion (client, jti, expires_at)
            VALUES (?, ?, ?)
            ON CONFLICT (client, jti) DO NOTHING
            """;

    private static final String FORGET = "DELETE FROM used_assertion WHERE expires_at < ?";

    private final Jdbi jdbi;

    PostgresReplayGuard(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean claim(ClientId client, String jti, Instant expiresAt) {
        return jdbi.withHandle(sql -> sql.execute(CLAIM, client.value(), jti, Columns.time(expiresAt))) == 1;
    }

    @Override
    public int forgetExpired(Instant time) {
        return jdbi.withHandle(sql -> sql.execute(FORGET, Columns.time(time)));
    }
}
