package no.klarert.store.postgres;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.klarert.access.DelegationStore;
import no.klarert.access.Recipient;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;

final class PostgresDelegationStore implements DelegationStore {
    private static final String PACKAGES = """
            SELECT access_package
            FROM package_delegation
            WHERE receiver = ? AND receiver_kind = ? AND giver = ?
            """;

    private static final String GIVE_PACKAGE = """
            INSERT INTO package_delegation (receiver, receiver_kind, giver, access_package, created)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (receiver, receiver_kind, giver, access_package) DO NOTHING
            """;

    private static final String TAKE_PACKAGE = """
            DELETE FROM package_delegation
            WHERE receiver = ? AND receiver_kind = ? AND giver = ? AND access_package = ?
            """;

    private static final String ACTIONS = """
            SELECT action
            FROM right_delegation
            WHERE receiver = ? AND receiver_kind = ? AND giver = ? AND resource = ?
            """;

    private static final String RESOURCES = """
            SELECT DISTINCT resource
            FROM right_delegation
            WHERE receiver = ? AND receiver_kind = ? AND giver = ?
            """;

    private static final String GIVE_ACTIONS = """
            INSERT INTO right_delegation (receiver, receiver_kind, giver, resource, action, created)
            SELECT ?, ?, ?, ?, action, ?
            FROM unnest(?) AS action
            ON CONFLICT (receiver, receiver_kind, giver, resource, action) DO NOTHING
            """;

    private static final String TAKE_RESOURCE = """
            DELETE FROM right_delegation
            WHERE receiver = ? AND receiver_kind = ? AND giver = ? AND resource = ?
            """;

    private static final String TAKE_ALL_PACKAGES =
            "DELETE FROM package_delegation WHERE receiver = ? AND receiver_kind = ?";

    private static final String TAKE_ALL_RIGHTS =
            "DELETE FROM right_delegation WHERE receiver = ? AND receiver_kind = ?";

    private final PostgresTransactions transactions;

    PostgresDelegationStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public SortedSet<AccessPackage> packages(Transaction transaction, PartyUuid from, Recipient to) {
        return transactions
                .handle(transaction)
                .select(PACKAGES, to.uuid(), kind(to), from.value())
                .map((row, context) -> new AccessPackage(Columns.text(row, "access_package")))
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void givePackage(
            Transaction transaction, PartyUuid from, Recipient to, AccessPackage accessPackage, Instant at) {
        transactions
                .handle(transaction)
                .execute(GIVE_PACKAGE, to.uuid(), kind(to), from.value(), accessPackage.name(), Columns.time(at));
    }

    @Override
    public boolean takePackage(Transaction transaction, PartyUuid from, Recipient to, AccessPackage accessPackage) {
        return transactions
                        .handle(transaction)
                        .execute(TAKE_PACKAGE, to.uuid(), kind(to), from.value(), accessPackage.name())
                == 1;
    }

    @Override
    public Set<ActionName> actions(Transaction transaction, PartyUuid from, Recipient to, ResourceId resource) {
        return transactions
                .handle(transaction)
                .select(ACTIONS, to.uuid(), kind(to), from.value(), resource.value())
                .map((row, context) -> new ActionName(Columns.text(row, "action")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SortedSet<ResourceId> resources(Transaction transaction, PartyUuid from, Recipient to) {
        return transactions
                .handle(transaction)
                .select(RESOURCES, to.uuid(), kind(to), from.value())
                .map((row, context) -> new ResourceId(Columns.text(row, "resource")))
                .stream()
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(ResourceId::value))));
    }

    @Override
    public void giveActions(
            Transaction transaction,
            PartyUuid from,
            Recipient to,
            ResourceId resource,
            Set<ActionName> actions,
            Instant at) {
        transactions
                .handle(transaction)
                .execute(
                        GIVE_ACTIONS,
                        to.uuid(),
                        kind(to),
                        from.value(),
                        resource.value(),
                        Columns.time(at),
                        inOneOrder(actions));
    }

    /** Whoever gives the same actions at once meets their rows in the same order, and waits instead of being given up. */
    private static String[] inOneOrder(Set<ActionName> actions) {
        return actions.stream().map(ActionName::value).sorted().toArray(String[]::new);
    }

    @Override
    public boolean takeResource(Transaction transaction, PartyUuid from, Recipient to, ResourceId resource) {
        return transactions
                        .handle(transaction)
                        .execute(TAKE_RESOURCE, to.uuid(), kind(to), from.value(), resource.value())
                > 0;
    }

    @Override
    public int takeAll(Transaction transaction, Recipient to) {
        var handle = transactions.handle(transaction);
        return handle.execute(TAKE_ALL_PACKAGES, to.uuid(), kind(to))
                + handle.execute(TAKE_ALL_RIGHTS, to.uuid(), kind(to));
    }

    private static String kind(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfParty party -> "party";
            case Recipient.OfSystemUser systemUser -> "systemuser";
        };
    }
}
