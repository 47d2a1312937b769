package no.klarert.store.postgres;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.access.RoleAssignment;
import no.klarert.access.RoleStore;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RoleCode;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresRoleStore implements RoleStore {
    private static final String ROLES = "SELECT role FROM role_assignment WHERE giver = ? AND receiver = ?";

    private static final String HELD_BY = """
            SELECT role, giver, receiver
            FROM role_assignment
            WHERE receiver = ?
            ORDER BY giver, role
            """;

    private static final String GIVEN_BY = """
            SELECT role, giver, receiver
            FROM role_assignment
            WHERE giver = ?
            ORDER BY receiver, role
            """;

    private static final String SAVE = """
            INSERT INTO role_assignment (giver, receiver, role)
            VALUES (?, ?, ?)
            ON CONFLICT (giver, receiver, role) DO NOTHING
            """;

    private static final RowMapper<RoleAssignment> ROW = (row, context) -> new RoleAssignment(
            new RoleCode(Columns.text(row, "role")),
            new PartyId(row.getInt("giver")),
            new PartyId(row.getInt("receiver")));

    private final PostgresTransactions transactions;

    PostgresRoleStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Set<RoleCode> roles(Transaction transaction, PartyId from, PartyId to) {
        return transactions
                .handle(transaction)
                .select(ROLES, from.value(), to.value())
                .map((row, context) -> new RoleCode(Columns.text(row, "role")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<RoleAssignment> heldBy(Transaction transaction, PartyId to) {
        return transactions
                .handle(transaction)
                .select(HELD_BY, to.value())
                .map(ROW)
                .list();
    }

    @Override
    public List<RoleAssignment> givenBy(Transaction transaction, PartyId from) {
        return transactions
                .handle(transaction)
                .select(GIVEN_BY, from.value())
                .map(ROW)
                .list();
    }

    @Override
    public void save(Transaction transaction, RoleAssignment assignment) {
        transactions
                .handle(transaction)
                .execute(
                        SAVE,
                        assignment.from().value(),
                        assignment.to().value(),
                        assignment.role().value());
    }
}
