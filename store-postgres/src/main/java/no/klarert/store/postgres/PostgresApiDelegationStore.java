package no.klarert.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.klarert.access.ApiDelegation;
import no.klarert.access.ApiDelegationStore;
import no.klarert.access.Party;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.UserId;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresApiDelegationStore implements ApiDelegationStore {
    private static final String GIVE = """
            INSERT INTO api_delegation (consumer, supplier, scheme, given_by, created)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (consumer, supplier, scheme) DO NOTHING
            """;

    private static final String TAKE = "DELETE FROM api_delegation WHERE consumer = ? AND supplier = ? AND scheme = ?";

    private static final String ROWS = """
            SELECT d.scheme, d.given_by, d.created,
                c.id AS consumer_id, c.uuid AS consumer_uuid, c.name AS consumer_name,
                c.organization_number AS consumer_number, c.unit_type AS consumer_unit_type, c.main_unit AS consumer_main_unit,
                s.id AS supplier_id, s.uuid AS supplier_uuid, s.name AS supplier_name,
                s.organization_number AS supplier_number, s.unit_type AS supplier_unit_type, s.main_unit AS supplier_main_unit
            FROM api_delegation d
            JOIN party c ON c.uuid = d.consumer
            JOIN party s ON s.uuid = d.supplier
            """;

    private static final String ORDER = "ORDER BY d.scheme, c.organization_number, s.organization_number";

    private static final String GIVEN_BY = ROWS + "WHERE d.consumer = ?\n" + ORDER;

    private static final String HELD_BY = ROWS + "WHERE d.supplier = ?\n" + ORDER;

    private static final String OF_SCHEMES = ROWS + "WHERE d.scheme = ANY(?)\n" + ORDER;

    private static final String IS_GIVEN = """
            SELECT EXISTS (
                SELECT
                FROM api_delegation d
                JOIN party c ON c.uuid = d.consumer
                JOIN party s ON s.uuid = d.supplier
                WHERE c.organization_number = ? AND s.organization_number = ? AND d.scheme = ANY(?))
            """;

    private static final RowMapper<ApiDelegation> ROW = (row, context) -> new ApiDelegation(
            organization(row, "consumer_"),
            organization(row, "supplier_"),
            new ResourceId(Columns.text(row, "scheme")),
            Columns.optionalInteger(row, "given_by").map(UserId::new),
            Columns.time(row, "created"));

    private final PostgresTransactions transactions;

    PostgresApiDelegationStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    private static Party.Organization organization(ResultSet row, String prefix) throws SQLException {
        return new Party.Organization(
                new PartyId(row.getInt(prefix + "id")),
                new PartyUuid(Columns.uuid(row, prefix + "uuid")),
                Columns.text(row, prefix + "name"),
                new OrgNumber(Columns.text(row, prefix + "number")),
                Columns.text(row, prefix + "unit_type"),
                Columns.optionalInteger(row, prefix + "main_unit").map(PartyId::new));
    }

    @Override
    public boolean give(Transaction transaction, Key key, Optional<UserId> givenBy, Instant at) {
        return transactions
                        .handle(transaction)
                        .execute(
                                GIVE,
                                key.consumer().value(),
                                key.supplier().value(),
                                key.scheme().value(),
                                givenBy.map(UserId::value).orElse(null),
                                Columns.time(at))
                == 1;
    }

    @Override
    public boolean take(Transaction transaction, Key key) {
        return transactions
                        .handle(transaction)
                        .execute(
                                TAKE,
                                key.consumer().value(),
                                key.supplier().value(),
                                key.scheme().value())
                == 1;
    }

    @Override
    public List<ApiDelegation> givenBy(Transaction transaction, PartyUuid consumer) {
        return list(transaction, GIVEN_BY, consumer.value());
    }

    @Override
    public List<ApiDelegation> heldBy(Transaction transaction, PartyUuid supplier) {
        return list(transaction, HELD_BY, supplier.value());
    }

    @Override
    public List<ApiDelegation> ofSchemes(Transaction transaction, Collection<ResourceId> schemes) {
        return list(transaction, OF_SCHEMES, Columns.array(schemes));
    }

    private List<ApiDelegation> list(Transaction transaction, String sql, Object which) {
        return transactions.handle(transaction).select(sql, which).map(ROW).list();
    }

    @Override
    public boolean isGiven(
            Transaction transaction, OrgNumber consumer, OrgNumber supplier, Collection<ResourceId> schemes) {
        return transactions
                .handle(transaction)
                .select(IS_GIVEN, consumer.value(), supplier.value(), Columns.array(schemes))
                .mapTo(Boolean.class)
                .one();
    }
}
