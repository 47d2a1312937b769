package no.klarert.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import no.klarert.access.ApiDelegationStore;
import no.klarert.access.DelegationStore;
import no.klarert.access.PartyStore;
import no.klarert.access.RoleStore;
import no.klarert.issuer.ClientStore;
import no.klarert.issuer.OrganizationStore;
import no.klarert.issuer.ReplayGuard;
import no.klarert.issuer.ScopeStore;
import no.klarert.issuer.SigningKeyStore;
import no.klarert.issuer.TokenLog;
import no.klarert.pdp.DecisionLog;
import no.klarert.portal.SessionStore;
import no.klarert.registry.PolicyStore;
import no.klarert.registry.ResourceStore;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Changes;
import no.klarert.storage.InstallationFacts;
import no.klarert.storage.StorageUnavailableException;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.RequestStore;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUserStore;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * Every storage port of every room, in schema {@code klarert} of a PostgreSQL database. Safe for use by many threads. A database
 * that cannot be reached, hangs or keeps a statement waiting too long is a {@link StorageUnavailableException} in bounded time.
 */
public final class PostgresStore implements AutoCloseable {
    static final String SCHEMA = "klarert";

    private final HikariDataSource pool;
    private final HikariDataSource ofChanges;
    private final PostgresChanges changes;
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final PostgresTransactions transactions;

    private PostgresStore(HikariDataSource pool, HikariDataSource ofChanges, InstantSource clock) {
        this.pool = pool;
        this.ofChanges = ofChanges;
        this.jdbi = jdbi(pool);
        this.changes = new PostgresChanges(jdbi(ofChanges));
        this.clock = clock;
        this.transactions = new PostgresTransactions(jdbi, changes::tell);
    }

    private static Jdbi jdbi(HikariDataSource connections) {
        return Jdbi.create(connections)
                .registerArgument(new StorableText.Parameter())
                .registerArrayType(String.class, "text", StorableText::checked)
                .configure(StatementExceptions.class, on -> on.setMessageRendering(MessageRendering.NONE));
    }

    /**
     * Where the database is.
     *
     * @param url JDBC URL; may name user and password itself, and any other parameter of the driver
     * @param poolSize connections at most, besides one for changes; at least two, since a claim of the replay guard needs one of its own
     * @param longestWait for a connection
     */
    public record Settings(
            String url, Optional<String> user, Optional<String> password, int poolSize, Duration longestWait) {
        /** With the usual wait. */
        public Settings(String url, Optional<String> user, Optional<String> password, int poolSize) {
            this(url, user, password, poolSize, Duration.ofSeconds(5));
        }

        /** Without the password, and without the URL's parameters, which may hold one. */
        @Override
        public String toString() {
            return "PostgreSQL at " + url.replaceFirst("\\?.*", "");
        }
    }

    /**
     * Connects and brings the schema up to date; several nodes may do so at once. Fails if the database cannot be reached or does
     * not keep text in UTF-8.
     *
     * @param clock tells which claims of assertions have expired
     */
    public static PostgresStore open(Settings settings, InstantSource clock) {
        Migrations.run(settings);
        var store = new PostgresStore(Connections.forServing(settings), Connections.forChanges(settings), clock);
        store.changes.start();
        return store;
    }

    /** Whether the database answers now. */
    public boolean ready() {
        try {
            return jdbi.withHandle(handle ->
                            handle.select("SELECT 1").mapTo(Integer.class).one())
                    == 1;
        } catch (JdbiException e) {
            return false;
        }
    }

    @Override
    public void close() {
        changes.close();
        ofChanges.close();
        pool.close();
    }

    public Transactions transactions() {
        return transactions;
    }

    /** What transactions of any node write, as far as their ports tell. */
    public Changes changes() {
        return changes;
    }

    /** Deletes what every node has heard of long ago; answers how many changes. */
    public int forgetOldChanges() {
        return changes.forgetOld();
    }

    public AuditTrail audit() {
        return new PostgresAuditTrail(transactions);
    }

    public InstallationFacts facts() {
        return new PostgresInstallationFacts(transactions);
    }

    public OrganizationStore organizations() {
        return new PostgresOrganizationStore(transactions);
    }

    public ScopeStore scopes() {
        return new PostgresScopeStore(transactions);
    }

    public ClientStore clients() {
        return new PostgresClientStore(transactions);
    }

    public ReplayGuard replayGuard() {
        return new PostgresReplayGuard(jdbi, clock);
    }

    public SigningKeyStore signingKeys() {
        return new PostgresSigningKeyStore(transactions);
    }

    public TokenLog tokenLog() {
        return new PostgresTokenLog(jdbi, clock);
    }

    public ResourceStore resources() {
        return new PostgresResourceStore(transactions);
    }

    public PolicyStore policies() {
        return new PostgresPolicyStore(transactions);
    }

    public PartyStore parties() {
        return new PostgresPartyStore(transactions);
    }

    public RoleStore roles() {
        return new PostgresRoleStore(transactions);
    }

    public DelegationStore delegations() {
        return new PostgresDelegationStore(transactions);
    }

    public ApiDelegationStore apiDelegations() {
        return new PostgresApiDelegationStore(transactions);
    }

    public SystemStore systems() {
        return new PostgresSystemStore(transactions);
    }

    public RequestStore requests() {
        return new PostgresRequestStore(transactions);
    }

    public SystemUserStore systemUsers() {
        return new PostgresSystemUserStore(transactions);
    }

    public DecisionLog decisionLog() {
        return new PostgresDecisionLog(transactions);
    }

    public SessionStore sessions() {
        return new PostgresSessionStore(transactions);
    }
}
