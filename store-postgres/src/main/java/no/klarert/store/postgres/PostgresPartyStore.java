package no.klarert.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.klarert.access.Party;
import no.klarert.access.PartyStore;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.UserId;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresPartyStore implements PartyStore {
    private static final String COLUMNS = """
            SELECT id, uuid, kind, name, organization_number, unit_type, main_unit, person_number, user_id
            FROM party
            """;

    private static final String BY_ID = COLUMNS + "WHERE id = ?";

    private static final String BY_UUID = COLUMNS + "WHERE uuid = ?";

    private static final String BY_NUMBER = COLUMNS + "WHERE organization_number = ?";

    private static final String BY_IDENTIFIER = COLUMNS + "WHERE person_number = ?";

    private static final String BY_USER = COLUMNS + "WHERE user_id = ?";

    private static final String USERS = COLUMNS + "WHERE user_id IS NOT NULL ORDER BY name COLLATE \"C\", id LIMIT ?";

    private static final String SUB_UNITS = COLUMNS + "WHERE main_unit = ? ORDER BY id";

    private static final String SAVE = """
            INSERT INTO party (id, uuid, kind, name, organization_number, unit_type, main_unit, person_number, user_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET uuid = excluded.uuid, kind = excluded.kind, name = excluded.name,
                organization_number = excluded.organization_number, unit_type = excluded.unit_type,
                main_unit = excluded.main_unit, person_number = excluded.person_number, user_id = excluded.user_id
            """;

    private static final RowMapper<Party> ROW =
            (row, context) -> Columns.text(row, "kind").equals("person") ? person(row) : organization(row);

    private static final RowMapper<Party.Person> PERSON = (row, context) -> person(row);

    private static final RowMapper<Party.Organization> ORGANIZATION = (row, context) -> organization(row);

    private final PostgresTransactions transactions;

    PostgresPartyStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    private static Party.Person person(ResultSet row) throws SQLException {
        return new Party.Person(
                new PartyId(row.getInt("id")),
                new PartyUuid(Columns.uuid(row, "uuid")),
                Columns.text(row, "name"),
                new PersonIdentifier(Columns.text(row, "person_number")),
                Columns.optionalInteger(row, "user_id").map(UserId::new));
    }

    private static Party.Organization organization(ResultSet row) throws SQLException {
        return new Party.Organization(
                new PartyId(row.getInt("id")),
                new PartyUuid(Columns.uuid(row, "uuid")),
                Columns.text(row, "name"),
                new OrgNumber(Columns.text(row, "organization_number")),
                Columns.text(row, "unit_type"),
                Columns.optionalInteger(row, "main_unit").map(PartyId::new));
    }

    @Override
    public Optional<Party> byId(Transaction transaction, PartyId id) {
        return transactions
                .handle(transaction)
                .select(BY_ID, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<Party> byUuid(Transaction transaction, PartyUuid uuid) {
        return transactions
                .handle(transaction)
                .select(BY_UUID, uuid.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<Party.Organization> byNumber(Transaction transaction, OrgNumber number) {
        return transactions
                .handle(transaction)
                .select(BY_NUMBER, number.value())
                .map(ORGANIZATION)
                .findOne();
    }

    @Override
    public Optional<Party.Person> byIdentifier(Transaction transaction, PersonIdentifier identifier) {
        return transactions
                .handle(transaction)
                .select(BY_IDENTIFIER, identifier.reveal())
                .map(PERSON)
                .findOne();
    }

    @Override
    public Optional<Party.Person> byUser(Transaction transaction, UserId user) {
        return transactions
                .handle(transaction)
                .select(BY_USER, user.value())
                .map(PERSON)
                .findOne();
    }

    @Override
    public List<Party.Person> users(Transaction transaction, int limit) {
        return transactions.handle(transaction).select(USERS, limit).map(PERSON).list();
    }

    @Override
    public List<Party.Organization> subUnits(Transaction transaction, PartyId main) {
        return transactions
                .handle(transaction)
                .select(SUB_UNITS, main.value())
                .map(ORGANIZATION)
                .list();
    }

    @Override
    public void save(Transaction transaction, Party party) {
        switch (party) {
            case Party.Person person ->
                transactions
                        .handle(transaction)
                        .execute(
                                SAVE,
                                person.id().value(),
                                person.uuid().value(),
                                "person",
                                person.name(),
                                null,
                                null,
                                null,
                                person.identifier().reveal(),
                                person.user().map(UserId::value).orElse(null));
            case Party.Organization organization ->
                transactions
                        .handle(transaction)
                        .execute(
                                SAVE,
                                organization.id().value(),
                                organization.uuid().value(),
                                "organization",
                                organization.name(),
                                organization.number().value(),
                                organization.unitType(),
                                organization.mainUnit().map(PartyId::value).orElse(null),
                                null,
                                null);
        }
    }
}
