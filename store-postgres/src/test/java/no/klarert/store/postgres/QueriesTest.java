package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import no.klarert.access.Recipient;
import no.klarert.issuer.Listing;
import no.klarert.issuer.Page;
import no.klarert.issuer.Reach;
import no.klarert.issuer.ScopeAccess;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.store.contract.Samples;
import no.klarert.store.contract.TestClock;
import no.klarert.systemuser.RequestStatus;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On a filled database a query reads about as many rows as it answers: each has its index. Counted by the server itself, in the
 * transaction that asks.
 */
class QueriesTest {
    private static final int FEW = 50;

    private static final String ROWS_READ = """
            SELECT relname, seq_tup_read + COALESCE(idx_tup_fetch, 0) AS rows
            FROM pg_stat_xact_user_tables
            WHERE schemaname = 'klarert'
            """;

    private static final OrgNumber ORGANIZATION = Samples.organization(0);
    private static final PartyId COMPANY = new PartyId(5_000);
    private static final PartyUuid COMPANY_UUID = new PartyUuid(uuid("a", 5_000));
    private static final SystemUserId SYSTEM_USER = new SystemUserId(uuid("c", 5_000));
    private static final Recipient RECIPIENT = new Recipient.OfSystemUser(SYSTEM_USER);
    private static final RequestId REQUEST = new RequestId(uuid("d", 5_000));
    private static final SystemId SYSTEM = new SystemId("system-500");
    private static final ResourceId RESOURCE = new ResourceId("resource-500");
    private static final ResourceId SCHEME = new ResourceId("scheme-500");
    private static final OrgNumber SUPPLIER = Samples.organization(1);
    private static final ScopeName SCOPE = ScopeName.parse("prefix-500:scope");
    private static final ClientId CLIENT = new ClientId("client-500");
    private static final SystemUserRequest.Key KEY =
            new SystemUserRequest.Key(SYSTEM, ORGANIZATION, new ExternalRef("ref-5000"));
    private static final Instant LONG_AGO = Instant.EPOCH;

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final PostgresStore STORE = DATABASE.emptied(new TestClock());

    private static UUID uuid(String kind, int n) {
        return UUID.fromString("%s0000000-0000-4000-8000-%012d".formatted(kind, n));
    }

    @BeforeAll
    static void fill_the_database() {
        DATABASE.jdbi().useHandle(Filling::fill);
    }

    private static Arguments query(String name, BiFunction<PostgresStore, Transaction, ?> ask) {
        return Arguments.of(name, ask);
    }

    static Stream<Arguments> of_a_token_request() {
        return Stream.of(
                query("client", (store, t) -> store.clients().find(t, CLIENT)),
                query("keys", (store, t) -> store.clients().keys(t, CLIENT)),
                query("scope", (store, t) -> store.scopes().find(t, SCOPE)),
                query("access to scope", (store, t) -> store.scopes().access(t, SCOPE, ORGANIZATION)),
                query(
                        "system user",
                        (store, t) ->
                                store.systemUsers().findForClient(t, CLIENT, ORGANIZATION, ORGANIZATION, "ref-5000")),
                query("schemes of a scope", (store, t) -> store.resources().schemesOf(t, SCOPE)),
                query(
                        "API delegation",
                        (store, t) ->
                                store.apiDelegations().isGiven(t, ORGANIZATION, SUPPLIER, List.of(SCHEME, SCHEME))),
                query("organization", (store, t) -> store.organizations().find(t, ORGANIZATION)),
                query("owner of prefix", (store, t) -> store.organizations().ownerOfPrefix(t, "prefix-500")));
    }

    static Stream<Arguments> of_a_decision() {
        return Stream.of(
                query("party by id", (store, t) -> store.parties().byId(t, COMPANY)),
                query("party by uuid", (store, t) -> store.parties().byUuid(t, COMPANY_UUID)),
                query("party by number", (store, t) -> store.parties().byNumber(t, ORGANIZATION)),
                query("person by identifier", (store, t) -> store.parties().byIdentifier(t, Samples.person(0))),
                query("person by user", (store, t) -> store.parties().byUser(t, new UserId(5_000))),
                query("sub-units", (store, t) -> store.parties().subUnits(t, COMPANY)),
                query("roles", (store, t) -> store.roles().roles(t, COMPANY, new PartyId(15_000))),
                query("roles held", (store, t) -> store.roles().heldBy(t, new PartyId(15_000))),
                query("roles given", (store, t) -> store.roles().givenBy(t, COMPANY)),
                query("system user", (store, t) -> store.systemUsers().find(t, SYSTEM_USER)),
                query("packages", (store, t) -> store.delegations().packages(t, COMPANY_UUID, RECIPIENT)),
                query("actions", (store, t) -> store.delegations().actions(t, COMPANY_UUID, RECIPIENT, RESOURCE)),
                query("resources", (store, t) -> store.delegations().resources(t, COMPANY_UUID, RECIPIENT)),
                query("resource", (store, t) -> store.resources().latest(t, RESOURCE)),
                query("policy", (store, t) -> store.policies().current(t, RESOURCE)),
                query("policy version", (store, t) -> store.policies().currentVersion(t, RESOURCE)));
    }

    static Stream<Arguments> of_an_approval() {
        var decision = new SystemUserRequest.Decision("user:1", Samples.NOW);
        return Stream.of(
                query("request", (store, t) -> store.requests().lock(t, REQUEST)),
                query("request by key", (store, t) -> store.requests().findByKey(t, KEY)),
                query("decide", (store, t) -> store.requests().decide(t, REQUEST, RequestStatus.REJECTED, decision)),
                query("requests of a customer", (store, t) -> store.requests().pending(t, ORGANIZATION)),
                query("first page", (store, t) -> store.requests().ofSystem(t, SYSTEM, Optional.empty(), 20)),
                query("next page", (store, t) -> store.requests().ofSystem(t, SYSTEM, Optional.of(REQUEST), 20)),
                query("system", (store, t) -> store.systems().find(t, SYSTEM)),
                query("systems of a vendor", (store, t) -> store.systems().ofVendor(t, Samples.organization(1))),
                query("holder of a client id", (store, t) -> store.systems().holderOf(t, CLIENT)),
                query("system user by key", (store, t) -> store.systemUsers().findByKey(t, KEY)),
                query(
                        "system users of a party",
                        (store, t) -> store.systemUsers().ownedBy(t, COMPANY)),
                query("give actions", (store, t) -> {
                    var action = Set.of(new ActionName("new"));
                    store.delegations().giveActions(t, COMPANY_UUID, RECIPIENT, RESOURCE, action, Samples.NOW);
                    return true;
                }),
                query(
                        "take a resource",
                        (store, t) -> store.delegations().takeResource(t, COMPANY_UUID, RECIPIENT, RESOURCE)),
                query("take all", (store, t) -> store.delegations().takeAll(t, RECIPIENT)),
                query(
                        "delete a system user",
                        (store, t) -> store.systemUsers().delete(t, SYSTEM_USER, "user:1", Samples.NOW)));
    }

    static Stream<Arguments> of_administration() {
        var access = new ScopeAccess(SCOPE, ORGANIZATION, ScopeAccess.State.DENIED, Samples.NOW, Samples.NOW);
        return Stream.of(
                query("scopes of an owner", (store, t) -> store.scopes().ownedBy(t, Samples.organization(1))),
                query("scope to change", (store, t) -> store.scopes().lock(t, SCOPE)),
                query(
                        "accesses to a scope",
                        (store, t) -> store.scopes().accessesTo(t, SCOPE, ScopeAccess.State.ALL, Page.ALL)),
                query(
                        "accesses of a consumer",
                        (store, t) ->
                                store.scopes().accessesOf(t, Samples.organization(1), ScopeAccess.State.ALL, Page.ALL)),
                query(
                        "requests to an owner",
                        (store, t) -> store.scopes().requestsTo(t, Samples.organization(1), Page.ALL)),
                query("grant", (store, t) -> {
                    store.scopes().saveAccess(t, access);
                    return true;
                }),
                query("clients of an owner", (store, t) -> store.clients().ownedBy(t, Samples.organization(1))),
                query(
                        "clients of a supplier",
                        (store, t) -> store.clients()
                                .list(t, Samples.organization(1), Reach.SUPPLIED, Listing.ACTIVE, Page.ALL)),
                query(
                        "clients of either",
                        (store, t) ->
                                store.clients().list(t, Samples.organization(1), Reach.BOTH, Listing.ACTIVE, Page.ALL)),
                query("client to change", (store, t) -> store.clients().lock(t, CLIENT)),
                query(
                        "policy upload",
                        (store, t) -> store.policies()
                                .put(t, RESOURCE, Bytes.of("<Policy/>".getBytes(StandardCharsets.UTF_8)), Samples.NOW)),
                query(
                        "API delegations given",
                        (store, t) -> store.apiDelegations().givenBy(t, COMPANY_UUID)),
                query(
                        "API delegations held",
                        (store, t) -> store.apiDelegations().heldBy(t, new PartyUuid(uuid("a", 500)))),
                query(
                        "API delegations of a scheme",
                        (store, t) -> store.apiDelegations().ofSchemes(t, List.of(SCHEME))),
                query("session", (store, t) -> store.sessions().find(t, "session-500")),
                query("sessions that end", (store, t) -> store.sessions().deleteOlder(t, LONG_AGO, LONG_AGO)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"of_a_token_request", "of_a_decision", "of_an_approval", "of_administration"})
    void reads_few_rows(String name, BiFunction<PostgresStore, Transaction, ?> ask) {
        assertThat(rowsReadBy(ask))
                .as(name)
                .allSatisfy((table, rows) -> assertThat(rows).isLessThan(FEW));
    }

    @Test
    void would_notice_if_all_rows_were_read() {
        assertThat(rowsReadBy((store, t) -> store.resources().listLatest(t)).get("resource_version"))
                .isGreaterThanOrEqualTo(3_000);
    }

    private static Map<String, Long> rowsReadBy(BiFunction<PostgresStore, Transaction, ?> ask) {
        return STORE.transactions().run(transaction -> {
            var before = rowsRead(transaction);
            var unused = ask.apply(STORE, transaction);
            var after = rowsRead(transaction);
            after.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
            return after;
        });
    }

    private static Map<String, Long> rowsRead(Transaction transaction) {
        return ((PostgresTransaction) transaction)
                .handle()
                .select(ROWS_READ)
                .reduceRows(new HashMap<>(), (rows, row) -> {
                    rows.put(row.getColumn("relname", String.class), row.getColumn("rows", Long.class));
                    return rows;
                });
    }
}
