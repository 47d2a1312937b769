package no.klarert.store.postgres;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import no.klarert.issuer.ReplayGuard;
import no.klarert.vocabulary.ClientId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Claims in one statement of their own. Of a {@code jti} only the SHA-256 is kept, so that it may have any length and content. */
final class PostgresReplayGuard implements ReplayGuard {
    static final String CLAIM = """
            INSERT INTO used_assertion (client, jti_hash, expires_at)
            VALUES (?, ?, ?)
            ON CONFLICT (client, jti_hash) DO UPDATE SET expires_at = excluded.expires_at
            WHERE used_assertion.expires_at < ?
            """;

    private static final String FORGET = "DELETE FROM used_assertion WHERE expires_at < ?";

    private final Jdbi jdbi;
    private final InstantSource clock;

    PostgresReplayGuard(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public boolean claim(ClientId client, String jti, Instant expiresAt) {
        return count(sql -> sql.execute(
                        CLAIM, client.value(), hash(jti), Columns.time(expiresAt), Columns.time(clock.instant())))
                == 1;
    }

    @Override
    public int forgetExpired(Instant time) {
        return count(sql -> sql.execute(FORGET, Columns.time(time)));
    }

    /** On a connection of its own: inside a transaction, {@code withHandle} would answer that transaction's. */
    private int count(ToIntFunction<Handle> statement) {
        try (var handle = jdbi.open()) {
            return statement.applyAsInt(handle);
        } catch (JdbiException e) {
            throw Failures.translate(e);
        }
    }

    /** Over the characters as they are: an encoding would merge texts that differ in what it cannot encode. */
    static byte[] hash(String jti) {
        var characters = ByteBuffer.allocate(Math.multiplyExact(jti.length(), Character.BYTES));
        characters.asCharBuffer().put(jti);
        try {
            return MessageDigest.getInstance("SHA-256").digest(characters.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
