package no.klarert.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
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
import no.klarert.storage.InstallationFacts;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.RequestStore;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUserStore;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Every storage port of every room, in schema {@code klarert} of a PostgreSQL database. Safe for use by many threads. */
public final class PostgresStore implements AutoCloseable {
    private static final String SCHEMA = "klarert";
    private static final long CONNECTION_WAIT_MILLIS = 5_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final PostgresTransactions transactions;

    private PostgresStore(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).registerArrayType(String.class, "text");
        this.transactions = new PostgresTransactions(jdbi);
    }

    /**
     * Where the database is.
     *
     * @param url JDBC URL; may name user and password itself
     * @param poolSize connections at most
     */
    public record Settings(String url, Optional<String> user, Optional<String> password, int poolSize) {
        /** Without the password, and without the URL's parameters, which may hold one. */
        @Override
        public String toString() {
            return "PostgreSQL at " + url.replaceFirst("\\?.*", "");
        }
    }

    /** Connects and brings the schema up to date; several nodes may do so at once. Fails if the database cannot be reached. */
    public static PostgresStore open(Settings settings) {
        var pool = new HikariDataSource(configuration(settings));
        try {
            Flyway.configure(PostgresStore.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:no/klarert/store/postgres/migration")
                    .schemas(SCHEMA)
                    .createSchemas(true)
                    .load()
                    .migrate();
            return new PostgresStore(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig configuration(Settings settings) {
        var config = new HikariConfig();
        config.setPoolName("klarert");
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setSchema(SCHEMA);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        config.addDataSourceProperty("ApplicationName", "klarert");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "60");
        return config;
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
        pool.close();
    }

    public Transactions transactions() {
        return transactions;
    }

    public AuditTrail audit() {
        return new PostgresAuditTrail();
    }

    public InstallationFacts facts() {
        return new PostgresInstallationFacts();
    }

    public OrganizationStore organizations() {
        return new PostgresOrganizationStore();
    }

    public ScopeStore scopes() {
        return new PostgresScopeStore();
    }

    public ClientStore clients() {
        return new PostgresClientStore();
    }

    public ReplayGuard replayGuard() {
        return new PostgresReplayGuard(jdbi);
    }

    public SigningKeyStore signingKeys() {
        return new PostgresSigningKeyStore();
    }

    public TokenLog tokenLog() {
        return new PostgresTokenLog();
    }

    public ResourceStore resources() {
        return new PostgresResourceStore();
    }

    public PolicyStore policies() {
        return new PostgresPolicyStore();
    }

    public PartyStore parties() {
        return new PostgresPartyStore();
    }

    public RoleStore roles() {
        return new PostgresRoleStore();
    }

    public DelegationStore delegations() {
        return new PostgresDelegationStore();
    }

    public SystemStore systems() {
        return new PostgresSystemStore();
    }

    public RequestStore requests() {
        return new PostgresRequestStore();
    }

    public SystemUserStore systemUsers() {
        return new PostgresSystemUserStore();
    }

    public DecisionLog decisionLog() {
        return new PostgresDecisionLog();
    }

    public SessionStore sessions() {
        return new PostgresSessionStore();
    }
}
