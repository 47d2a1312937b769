package no.klarert.store.postgres;

import java.util.Optional;
import java.util.Set;
import no.klarert.issuer.Organization;
import no.klarert.issuer.OrganizationStore;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresOrganizationStore implements OrganizationStore {
    private static final String FIND = """
            SELECT number, name, ARRAY(SELECT prefix FROM scope_prefix WHERE organization = number) AS prefixes
            FROM organization
            WHERE number = ?
            """;

    private static final String OWNER_OF_PREFIX = """
            SELECT number, name, ARRAY(SELECT prefix FROM scope_prefix WHERE organization = number) AS prefixes
            FROM organization
            WHERE number = (SELECT organization FROM scope_prefix WHERE prefix = ?)
            """;

    private static final String SAVE = """
            INSERT INTO organization (number, name)
            VALUES (?, ?)
            ON CONFLICT (number) DO UPDATE SET name = excluded.name
            """;

    private static final String FORGET_PREFIXES =
            "DELETE FROM scope_prefix WHERE organization = ? AND prefix <> ALL (?)";

    private static final String ADD_PREFIX = """
            INSERT INTO scope_prefix (prefix, organization)
            SELECT ?, ?
            WHERE NOT EXISTS (SELECT FROM scope_prefix WHERE prefix = ? AND organization = ?)
            """;

    private static final RowMapper<Organization> ROW = (row, context) -> new Organization(
            new OrgNumber(Columns.text(row, "number")),
            Columns.text(row, "name"),
            Set.copyOf(Columns.texts(row, "prefixes", prefix -> prefix)));

    private final PostgresTransactions transactions;

    PostgresOrganizationStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Organization> find(Transaction transaction, OrgNumber number) {
        return transactions
                .handle(transaction)
                .select(FIND, number.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<Organization> ownerOfPrefix(Transaction transaction, String prefix) {
        return transactions
                .handle(transaction)
                .select(OWNER_OF_PREFIX, prefix)
                .map(ROW)
                .findOne();
    }

    @Override
    public void save(Transaction transaction, Organization organization) {
        var handle = transactions.handle(transaction);
        var number = organization.number().value();
        handle.execute(SAVE, number, organization.name());
        handle.execute(FORGET_PREFIXES, number, Columns.array(organization.scopePrefixes()));
        for (var prefix : organization.scopePrefixes()) {
            handle.execute(ADD_PREFIX, prefix, number, prefix, number);
        }
    }
}
