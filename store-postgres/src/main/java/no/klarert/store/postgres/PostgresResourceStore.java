package no.klarert.store.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.registry.ResourceStore;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ResourceVersion;
import no.klarert.registry.ServiceResource;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresResourceStore implements ResourceStore {
    private static final String CLAIM_ID = """
            INSERT INTO resource (id, latest_version)
            VALUES (?, nextval('resource_version_number'))
            ON CONFLICT (id) DO NOTHING
            RETURNING latest_version
            """;

    private static final String NEXT_VERSION = """
            UPDATE resource
            SET latest_version = nextval('resource_version_number')
            WHERE id = ?
            RETURNING latest_version
            """;

    private static final String INSERT = """
            INSERT INTO resource_version (resource, version, type, title, description, right_description, delegable,
                visible, owner, owner_code, owner_name, access_list_mode, resource_references, keywords, document, created)
            VALUES (?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?, ?, CAST(? AS jsonb), ?,
                CAST(? AS jsonb), ?, ?, ?)
            """;

    private static final String COLUMNS = """
            SELECT v.resource, v.version, v.type, v.title, v.description, v.right_description, v.delegable, v.visible,
                v.owner, v.owner_code, v.owner_name, v.access_list_mode, v.resource_references, v.keywords, v.document, v.created
            FROM resource_version v
            """;

    private static final String LATEST =
            COLUMNS + "JOIN resource r ON r.id = v.resource AND r.latest_version = v.version WHERE r.id = ?";

    private static final String LOCK = "SELECT latest_version FROM resource WHERE id = ? FOR UPDATE";

    private static final String VERSION = COLUMNS + "WHERE v.resource = ? AND v.version = ?";

    private static final String SCHEMES_OF = """
            SELECT r.id
            FROM resource_version v
            JOIN resource r ON r.id = v.resource AND r.latest_version = v.version
            WHERE v.type = 'MASKINPORTEN_SCHEMA' AND v.resource_references @> CAST(? AS jsonb)
            ORDER BY r.id
            """;

    private static final String LIST_LATEST =
            COLUMNS + "JOIN resource r ON r.id = v.resource AND r.latest_version = v.version ORDER BY r.id";

    private static final RowMapper<ResourceVersion> ROW = (row, context) -> new ResourceVersion(
            row.getLong("version"),
            new ServiceResource(
                    new ResourceId(Columns.text(row, "resource")),
                    ResourceType.valueOf(Columns.text(row, "type")),
                    JsonColumns.localized(row, "title"),
                    JsonColumns.localized(row, "description"),
                    JsonColumns.localized(row, "right_description"),
                    row.getBoolean("delegable"),
                    row.getBoolean("visible"),
                    new ServiceResource.CompetentAuthority(
                            Columns.optionalText(row, "owner").map(OrgNumber::new),
                            Columns.text(row, "owner_code"),
                            JsonColumns.localized(row, "owner_name")),
                    ServiceResource.AccessListMode.valueOf(Columns.text(row, "access_list_mode")),
                    JsonColumns.references(row, "resource_references"),
                    Columns.texts(row, "keywords", word -> word),
                    Columns.text(row, "document")),
            Columns.time(row, "created"));

    private final PostgresTransactions transactions;

    PostgresResourceStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public OptionalLong insert(Transaction transaction, ServiceResource resource, Instant at) {
        var handle = transactions.handle(transaction);
        var version =
                handle.select(CLAIM_ID, resource.id().value()).mapTo(Long.class).findOne();
        version.ifPresent(number -> insert(handle, number, resource, at));
        return version.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    public long append(Transaction transaction, ServiceResource resource, Instant at) {
        var handle = transactions.handle(transaction);
        long version = handle.select(NEXT_VERSION, resource.id().value())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new StorageException("a version of a resource that does not exist"));
        insert(handle, version, resource, at);
        return version;
    }

    private static void insert(Handle handle, long version, ServiceResource resource, Instant at) {
        handle.execute(
                INSERT,
                resource.id().value(),
                version,
                resource.type().name(),
                JsonColumns.localized(resource.title()),
                JsonColumns.localized(resource.description()),
                JsonColumns.localized(resource.rightDescription()),
                resource.delegable(),
                resource.visible(),
                Columns.orNull(resource.owner().organization()),
                resource.owner().orgCode(),
                JsonColumns.localized(resource.owner().name()),
                resource.accessListMode().name(),
                JsonColumns.references(resource.references()),
                Columns.array(resource.keywords()),
                resource.document(),
                Columns.time(at));
    }

    @Override
    public Optional<ResourceVersion> latest(Transaction transaction, ResourceId id) {
        return transactions
                .handle(transaction)
                .select(LATEST, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<ResourceVersion> lockLatest(Transaction transaction, ResourceId id) {
        var handle = transactions.handle(transaction);
        return handle.select(LOCK, id.value())
                .mapTo(Long.class)
                .findOne()
                .flatMap(version ->
                        handle.select(VERSION, id.value(), version).map(ROW).findOne());
    }

    @Override
    public Optional<ResourceVersion> version(Transaction transaction, ResourceId id, long versionId) {
        return transactions
                .handle(transaction)
                .select(VERSION, id.value(), versionId)
                .map(ROW)
                .findOne();
    }

    @Override
    public List<ResourceId> schemesOf(Transaction transaction, ScopeName scope) {
        return transactions
                .handle(transaction)
                .select(SCHEMES_OF, JsonColumns.scopeReference(scope))
                .mapTo(String.class)
                .map(ResourceId::new)
                .list();
    }

    @Override
    public List<ResourceVersion> listLatest(Transaction transaction) {
        return transactions.handle(transaction).select(LIST_LATEST).map(ROW).list();
    }
}
