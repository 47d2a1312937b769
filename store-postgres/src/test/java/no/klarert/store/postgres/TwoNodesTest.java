package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.klarert.access.ApiDelegationStore;
import no.klarert.access.Recipient;
import no.klarert.issuer.Client;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeAccess.State;
import no.klarert.issuer.ScopeSettings;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ServiceResource;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.Transaction;
import no.klarert.store.contract.Race;
import no.klarert.store.contract.Samples;
import no.klarert.systemuser.RequestStatus;
import no.klarert.systemuser.SystemStore.Insertion;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two nodes on one database do the same thing, or the opposite, at once. */
class TwoNodesTest {
    private static final int RUNNERS = 8;
    private static final ScopeName SCOPE = ScopeName.parse("skatteetaten:krav");
    private static final ResourceId RESOURCE = new ResourceId("ske-krav-og-betalinger");
    private static final AccessPackage PACKAGE = new AccessPackage("skatt-næring");
    private static final PartyUuid GIVER = Samples.company(0).uuid();
    private static final SystemUserId SYSTEM_USER = new SystemUserId(Samples.uuid("0000000a"));
    private static final Recipient RECIPIENT = new Recipient.OfSystemUser(SYSTEM_USER);

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static List<PostgresStore> nodes = List.of();

    @BeforeAll
    static void start_the_nodes() {
        nodes = List.of(TestServer.open(DATABASE.url()), TestServer.open(DATABASE.url()));
    }

    @AfterAll
    static void stop_the_nodes() {
        nodes.forEach(PostgresStore::close);
    }

    @BeforeEach
    void empty_the_database() {
        DATABASE.emptied(InstantSource.fixed(Samples.NOW));
    }

    private static <T> List<T> race(BiFunction<PostgresStore, Integer, T> each) {
        return Race.of(RUNNERS, runner -> each.apply(nodes.get(runner % nodes.size()), runner));
    }

    private static <T> List<T> raceInTransactions(BiFunction<PostgresStore, Transaction, T> each) {
        return race((node, runner) -> node.transactions().run(transaction -> each.apply(node, transaction)));
    }

    private static long count(String table) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.select("SELECT count(*) FROM klarert." + table)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void take_an_assertion_once() {
        var later = InstantSource.system().instant().plusSeconds(60);

        var won = race((node, runner) -> node.replayGuard().claim(new ClientId("a"), "jti", later));

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void take_an_assertion_again_once_after_it_has_expired() {
        var now = InstantSource.system().instant();
        nodes.getFirst().replayGuard().claim(new ClientId("a"), "jti", now.minusSeconds(1));

        var won = race((node, runner) -> node.replayGuard().claim(new ClientId("a"), "jti", now.plusSeconds(60)));

        assertThat(won).containsOnlyOnce(true);
    }

    private static Scope scope() {
        var settings = new ScopeSettings(
                Samples.TEXT,
                Samples.NO_TEXT,
                ScopeSettings.Visibility.PUBLIC,
                ScopeSettings.TokenType.SELF_CONTAINED,
                0,
                0,
                List.of(),
                Optional.empty(),
                false,
                ScopeSettings.Traits.NONE);
        return new Scope(SCOPE, Samples.organization(0), settings, true, Samples.NOW, Samples.NOW);
    }

    @Test
    void create_a_scope_once() {
        assertThat(raceInTransactions((node, transaction) -> node.scopes().insert(transaction, scope())))
                .containsOnlyOnce(true);
        assertThat(count("scope")).isOne();
    }

    @Test
    void create_a_client_once() {
        var client = new Client(
                new ClientId("a"), Samples.organization(0), "", "", List.of(), 0, true, Samples.NOW, Samples.NOW);

        assertThat(raceInTransactions((node, transaction) -> node.clients().insert(transaction, client)))
                .containsOnlyOnce(true);
        assertThat(count("client")).isOne();
    }

    @Test
    void register_a_system_once() {
        var system = Samples.system("tidsreg", "client-a");

        var outcomes = raceInTransactions((node, transaction) -> node.systems().insert(transaction, system));

        assertThat(outcomes).containsOnlyOnce(Insertion.INSERTED).contains(Insertion.ID_TAKEN);
        assertThat(count("registered_system")).isOne();
        assertThat(count("system_client")).isOne();
    }

    @Test
    void register_systems_that_list_the_same_clients_in_opposite_orders() {
        var outcomes = race((node, runner) -> node.transactions().run(transaction -> {
            var clients = List.of("client-a", "client-b", "client-c");
            var order = runner % 2 == 0 ? clients : clients.reversed();
            return node.systems().insert(transaction, Samples.system("system" + runner, order.toArray(String[]::new)));
        }));

        assertThat(outcomes).containsOnlyOnce(Insertion.INSERTED).contains(Insertion.CLIENT_ID_TAKEN);
        assertThat(count("registered_system")).isOne();
        assertThat(count("system_client")).isEqualTo(3);
    }

    private static ServiceResource resource() {
        return new ServiceResource(
                RESOURCE,
                ResourceType.GENERIC_ACCESS_RESOURCE,
                Samples.TEXT,
                Samples.TEXT,
                Samples.TEXT,
                true,
                true,
                new ServiceResource.CompetentAuthority(Optional.empty(), "skd", Samples.TEXT),
                ServiceResource.AccessListMode.DISABLED,
                List.of(),
                List.of(),
                "{}");
    }

    @Test
    void create_a_resource_once() {
        var versions = raceInTransactions(
                (node, transaction) -> node.resources().insert(transaction, resource(), Samples.NOW));

        assertThat(versions).filteredOn(OptionalLong::isPresent).hasSize(1);
        assertThat(count("resource_version")).isOne();
    }

    private static SystemUserRequest request() {
        return new SystemUserRequest(
                new RequestId(Samples.uuid("00000001")),
                new SystemUserRequest.Key(
                        Samples.system("tidsreg").id(), Samples.organization(0), new ExternalRef("a")),
                "",
                List.of(),
                List.of(PACKAGE),
                Optional.empty(),
                RequestStatus.NEW,
                Optional.empty(),
                Samples.NOW);
    }

    /** As an approval does it: state, system user, delegation and audit in one transaction. */
    private static boolean approve(PostgresStore node, Transaction transaction) {
        var decision = new SystemUserRequest.Decision("user:20000001", Samples.NOW);
        if (!node.requests().decide(transaction, request().id(), RequestStatus.ACCEPTED, decision)) {
            return false;
        }
        var systemUser = new SystemUser(
                SYSTEM_USER, request().key(), Samples.company(0).id(), "", List.of(PACKAGE), Samples.NOW);
        assertThat(node.systemUsers().insert(transaction, systemUser, decision.by()))
                .isTrue();
        node.delegations().givePackage(transaction, GIVER, RECIPIENT, PACKAGE, Samples.NOW);
        var actor = new Actor.OfPerson(new UserId(20_000_001));
        node.audit().record(transaction, new AuditEvent(Samples.NOW, actor, "request.approve", "a", ""));
        return true;
    }

    private static void prepare(BiFunction<PostgresStore, Transaction, ?> work) {
        var node = nodes.getFirst();
        node.transactions().run(transaction -> Optional.ofNullable(work.apply(node, transaction)));
    }

    @Test
    void approve_a_request_once() {
        prepare((node, transaction) -> {
            node.parties().save(transaction, Samples.company(0));
            node.systems().insert(transaction, Samples.system("tidsreg"));
            return node.requests().insert(transaction, request());
        });

        assertThat(raceInTransactions(TwoNodesTest::approve)).containsOnlyOnce(true);
        assertThat(count("systemuser")).isOne();
        assertThat(count("package_delegation")).isOne();
        assertThat(count("audit_event")).isOne();
    }

    @Test
    void grant_and_revoke_a_scope_and_end_with_one_of_the_two() {
        prepare((node, transaction) -> node.scopes().insert(transaction, scope()));
        var states = List.of(State.APPROVED, State.APPROVED, State.DENIED, State.DENIED);

        race((node, runner) -> node.transactions().run(transaction -> {
            var access = new ScopeAccess(
                    SCOPE, Samples.organization(1), states.get(runner % states.size()), Samples.NOW, Samples.NOW);
            node.scopes().saveAccess(transaction, access);
            return runner;
        }));

        assertThat(count("scope_access")).isOne();
    }

    @Test
    void give_and_take_back_a_delegation_and_end_with_all_of_it_or_nothing() {
        prepare((node, transaction) -> {
            node.parties().save(transaction, Samples.company(0));
            return true;
        });
        var actions = IntStream.range(0, 20)
                .mapToObj(n -> new ActionName("action-" + n))
                .collect(Collectors.toSet());

        race((node, runner) -> node.transactions().run(transaction -> {
            if (runner % 4 < 2) {
                node.delegations().giveActions(transaction, GIVER, RECIPIENT, RESOURCE, actions, Samples.NOW);
            } else {
                node.delegations().takeAll(transaction, RECIPIENT);
            }
            return runner;
        }));

        assertThat(left()).isIn(actions, Collections.emptySet());
    }

    private static final ApiDelegationStore.Key API =
            new ApiDelegationStore.Key(GIVER, Samples.company(1).uuid(), new ResourceId("acme-orders-api"));

    /** As the use case does it: what changes leaves a record in the same transaction. */
    private static boolean giveOrTake(PostgresStore node, Transaction transaction, boolean give) {
        var giver = new UserId(20_000_001);
        boolean changed = give
                ? node.apiDelegations().give(transaction, API, Optional.of(giver), Samples.NOW)
                : node.apiDelegations().take(transaction, API);
        if (changed) {
            var action = give ? "api-delegation.give" : "api-delegation.take";
            node.audit().record(transaction, new AuditEvent(Samples.NOW, new Actor.OfPerson(giver), action, "a", ""));
        }
        return changed;
    }

    private static void registerConsumerAndSupplier() {
        prepare((node, transaction) -> {
            node.parties().save(transaction, Samples.company(0));
            node.parties().save(transaction, Samples.company(1));
            return true;
        });
    }

    @Test
    void delegate_an_api_once() {
        registerConsumerAndSupplier();

        assertThat(raceInTransactions((node, transaction) -> giveOrTake(node, transaction, true)))
                .containsOnlyOnce(true);
        assertThat(count("api_delegation")).isOne();
        assertThat(count("audit_event")).isOne();
    }

    @Test
    void take_back_an_api_once() {
        registerConsumerAndSupplier();
        prepare((node, transaction) -> giveOrTake(node, transaction, true));

        assertThat(raceInTransactions((node, transaction) -> giveOrTake(node, transaction, false)))
                .containsOnlyOnce(true);
        assertThat(count("api_delegation")).isZero();
        assertThat(count("audit_event")).isEqualTo(2);
    }

    @RepeatedTest(10)
    void delegate_an_api_and_take_it_back_with_as_many_records_as_changes() {
        registerConsumerAndSupplier();

        race((node, runner) -> {
            boolean give = runner % 4 < 2;
            return IntStream.range(0, 5)
                    .filter(turn -> node.transactions().run(transaction -> giveOrTake(node, transaction, give)))
                    .count();
        });

        var given = count("audit_event WHERE action = 'api-delegation.give'");
        var taken = count("audit_event WHERE action = 'api-delegation.take'");
        assertThat(given).isPositive();
        assertThat(given - taken).isEqualTo(count("api_delegation")).isBetween(0L, 1L);
    }

    private static Set<ActionName> left() {
        var node = nodes.getLast();
        return node.transactions()
                .run(transaction -> node.delegations().actions(transaction, GIVER, RECIPIENT, RESOURCE));
    }
}
