package no.klarert.store.postgres;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.issuer.GrantedAccess;
import no.klarert.issuer.Listing;
import no.klarert.issuer.Page;
import no.klarert.issuer.Paged;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeAccess.State;
import no.klarert.issuer.ScopeSettings;
import no.klarert.issuer.ScopeStore;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresScopeStore implements ScopeStore {
    private static final String COLUMNS = """
            SELECT name, owner, description, long_description, visibility, token_type, at_max_age,
                authorization_max_lifetime, allowed_integration_types, delegation_source, accessible_for_all,
                requires_user_consent, requires_user_authentication, requires_pseudonymous_tokens, is_protected,
                supports_european_businesses, active, created, last_updated
            FROM scope
            """;

    private static final String FIND = COLUMNS + "WHERE name = ?";

    private static final String LOCK = FIND + " FOR NO KEY UPDATE";

    private static final String OWNED_BY = COLUMNS + """
            WHERE owner = ? AND (active OR ?)
            ORDER BY name
            LIMIT ? OFFSET ?
            """;

    private static final String LIST_PUBLIC = COLUMNS + """
            WHERE visibility = 'PUBLIC' AND active AND accessible_for_all = ANY (?)
            ORDER BY name
            LIMIT ? OFFSET ?
            """;

    private static final String INSERT = """
            INSERT INTO scope (name, owner, description, long_description, visibility, token_type, at_max_age,
                authorization_max_lifetime, allowed_integration_types, delegation_source, accessible_for_all,
                requires_user_consent, requires_user_authentication, requires_pseudonymous_tokens, is_protected,
                supports_european_businesses, active, created, last_updated)
            VALUES (?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO NOTHING
            """;

    private static final String UPDATE = """
            UPDATE scope
            SET description = CAST(? AS jsonb), long_description = CAST(? AS jsonb), visibility = ?, token_type = ?,
                at_max_age = ?, authorization_max_lifetime = ?, allowed_integration_types = ?, delegation_source = ?,
                accessible_for_all = ?, requires_user_consent = ?, requires_user_authentication = ?,
                requires_pseudonymous_tokens = ?, is_protected = ?, supports_european_businesses = ?, active = ?,
                last_updated = ?
            WHERE name = ?
            """;

    private static final String ACCESS_COLUMNS =
            "SELECT scope, consumer, state, created, last_updated FROM scope_access ";

    private static final String ACCESS = ACCESS_COLUMNS + "WHERE scope = ? AND consumer = ?";

    private static final String ACCESSES_TO = ACCESS_COLUMNS + """
            WHERE scope = ? AND state = ANY (?)
            ORDER BY consumer
            LIMIT ? OFFSET ?
            """;

    private static final String ACCESSES_OF = """
            SELECT a.scope, a.consumer, a.state, a.created, a.last_updated, s.owner
            FROM scope_access a JOIN scope s ON s.name = a.scope
            WHERE a.consumer = ? AND a.state = ANY (?)
            ORDER BY a.scope
            LIMIT ? OFFSET ?
            """;

    private static final String REQUESTS_TO = """
            SELECT a.scope, a.consumer, a.state, a.created, a.last_updated, s.owner
            FROM scope s JOIN scope_access a ON a.scope = s.name AND a.state = 'REQUESTED'
            WHERE s.owner = ?
            ORDER BY a.scope, a.consumer
            LIMIT ? OFFSET ?
            """;

    private static final String SAVE_ACCESS = """
            INSERT INTO scope_access (scope, consumer, state, created, last_updated)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (scope, consumer) DO UPDATE SET state = excluded.state, last_updated = excluded.last_updated
            """;

    private static final RowMapper<Scope> ROW = (row, context) -> new Scope(
            ScopeName.parse(Columns.text(row, "name")),
            new OrgNumber(Columns.text(row, "owner")),
            new ScopeSettings(
                    JsonColumns.localized(row, "description"),
                    JsonColumns.localized(row, "long_description"),
                    ScopeSettings.Visibility.valueOf(Columns.text(row, "visibility")),
                    ScopeSettings.TokenType.valueOf(Columns.text(row, "token_type")),
                    row.getInt("at_max_age"),
                    row.getInt("authorization_max_lifetime"),
                    Columns.texts(row, "allowed_integration_types", type -> type),
                    Columns.optionalText(row, "delegation_source"),
                    row.getBoolean("accessible_for_all"),
                    new ScopeSettings.Traits(
                            row.getBoolean("requires_user_consent"),
                            row.getBoolean("requires_user_authentication"),
                            row.getBoolean("requires_pseudonymous_tokens"),
                            row.getBoolean("is_protected"),
                            row.getBoolean("supports_european_businesses"))),
            row.getBoolean("active"),
            Columns.time(row, "created"),
            Columns.time(row, "last_updated"));

    private static final RowMapper<ScopeAccess> ACCESS_ROW = (row, context) -> new ScopeAccess(
            ScopeName.parse(Columns.text(row, "scope")),
            new OrgNumber(Columns.text(row, "consumer")),
            ScopeAccess.State.valueOf(Columns.text(row, "state")),
            Columns.time(row, "created"),
            Columns.time(row, "last_updated"));

    private static final RowMapper<GrantedAccess> GRANTED_ROW = (row, context) ->
            new GrantedAccess(ACCESS_ROW.map(row, context), new OrgNumber(Columns.text(row, "owner")));

    private final PostgresTransactions transactions;

    PostgresScopeStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Scope> find(Transaction transaction, ScopeName name) {
        return transactions
                .handle(transaction)
                .select(FIND, name.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<Scope> lock(Transaction transaction, ScopeName name) {
        return transactions
                .handle(transaction)
                .select(LOCK, name.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public boolean insert(Transaction transaction, Scope scope) {
        transactions.changed(transaction, CHANGE, scope.name().value());
        var settings = scope.settings();
        var traits = settings.traits();
        return transactions
                        .handle(transaction)
                        .execute(
                                INSERT,
                                scope.name().value(),
                                scope.owner().value(),
                                JsonColumns.localized(settings.description()),
                                JsonColumns.localized(settings.longDescription()),
                                settings.visibility().name(),
                                settings.tokenType().name(),
                                settings.atMaxAge(),
                                settings.authorizationMaxLifetime(),
                                Columns.array(settings.allowedIntegrationTypes()),
                                Columns.orNull(settings.delegationSource()),
                                settings.accessibleForAll(),
                                traits.requiresUserConsent(),
                                traits.requiresUserAuthentication(),
                                traits.requiresPseudonymousTokens(),
                                traits.isProtected(),
                                traits.supportsEuropeanBusinesses(),
                                scope.active(),
                                Columns.time(scope.created()),
                                Columns.time(scope.lastUpdated()))
                == 1;
    }

    @Override
    public boolean update(Transaction transaction, Scope scope) {
        transactions.changed(transaction, CHANGE, scope.name().value());
        var settings = scope.settings();
        var traits = settings.traits();
        return transactions
                        .handle(transaction)
                        .execute(
                                UPDATE,
                                JsonColumns.localized(settings.description()),
                                JsonColumns.localized(settings.longDescription()),
                                settings.visibility().name(),
                                settings.tokenType().name(),
                                settings.atMaxAge(),
                                settings.authorizationMaxLifetime(),
                                Columns.array(settings.allowedIntegrationTypes()),
                                Columns.orNull(settings.delegationSource()),
                                settings.accessibleForAll(),
                                traits.requiresUserConsent(),
                                traits.requiresUserAuthentication(),
                                traits.requiresPseudonymousTokens(),
                                traits.isProtected(),
                                traits.supportsEuropeanBusinesses(),
                                scope.active(),
                                Columns.time(scope.lastUpdated()),
                                scope.name().value())
                == 1;
    }

    @Override
    public Paged<Scope> ownedBy(Transaction transaction, OrgNumber owner, Listing listing, Page page) {
        boolean all = listing == Listing.WITH_INACTIVE;
        return Paged.of(
                transactions
                        .handle(transaction)
                        .select(OWNED_BY, owner.value(), all, page.reach(), page.offset())
                        .map(ROW)
                        .list(),
                page);
    }

    @Override
    public Paged<Scope> listPublic(Transaction transaction, Availability availability, Page page) {
        var included = Stream.of(true, false).filter(availability::includes).toArray(Boolean[]::new);
        return Paged.of(
                transactions
                        .handle(transaction)
                        .select(LIST_PUBLIC, included, page.reach(), page.offset())
                        .map(ROW)
                        .list(),
                page);
    }

    @Override
    public Optional<ScopeAccess> access(Transaction transaction, ScopeName scope, OrgNumber consumer) {
        return transactions
                .handle(transaction)
                .select(ACCESS, scope.value(), consumer.value())
                .map(ACCESS_ROW)
                .findOne();
    }

    @Override
    public void saveAccess(Transaction transaction, ScopeAccess access) {
        transactions.changed(transaction, ACCESS_CHANGE, ScopeStore.accessKey(access.scope(), access.consumer()));
        transactions
                .handle(transaction)
                .execute(
                        SAVE_ACCESS,
                        access.scope().value(),
                        access.consumer().value(),
                        access.state().name(),
                        Columns.time(access.created()),
                        Columns.time(access.lastUpdated()));
    }

    @Override
    public Paged<ScopeAccess> accessesTo(Transaction transaction, ScopeName scope, Set<State> states, Page page) {
        return Paged.of(
                transactions
                        .handle(transaction)
                        .select(ACCESSES_TO, scope.value(), Columns.array(states), page.reach(), page.offset())
                        .map(ACCESS_ROW)
                        .list(),
                page);
    }

    @Override
    public Paged<GrantedAccess> accessesOf(Transaction transaction, OrgNumber consumer, Set<State> states, Page page) {
        return Paged.of(
                transactions
                        .handle(transaction)
                        .select(ACCESSES_OF, consumer.value(), Columns.array(states), page.reach(), page.offset())
                        .map(GRANTED_ROW)
                        .list(),
                page);
    }

    @Override
    public Paged<GrantedAccess> requestsTo(Transaction transaction, OrgNumber owner, Page page) {
        return Paged.of(
                transactions
                        .handle(transaction)
                        .select(REQUESTS_TO, owner.value(), page.reach(), page.offset())
                        .map(GRANTED_ROW)
                        .list(),
                page);
    }
}
