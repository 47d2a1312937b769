package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.klarert.issuer.ActingOrganization;
import no.klarert.issuer.Activation;
import no.klarert.issuer.AdministrationOutcome;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientAdministration;
import no.klarert.issuer.ClientDraft;
import no.klarert.issuer.Organization;
import no.klarert.issuer.Reach;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeAccessAdministration;
import no.klarert.issuer.ScopeAdministration;
import no.klarert.issuer.ScopeSettings;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.storage.Actor;
import no.klarert.store.contract.Race;
import no.klarert.store.contract.Samples;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two administrators, each at a node of its own, change one thing at once: neither undoes what the other was told is done. */
class TwoAdministratorsTest {
    private static final int TIMES = 10;
    private static final OrgNumber OWNER = Samples.organization(0);
    private static final OrgNumber CONSUMER = Samples.organization(1);
    private static final ScopeName SCOPE = ScopeName.parse("skatteetaten:krav");
    private static final ClientId CLIENT = new ClientId("5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e01");
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);

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
    void fill_the_database() {
        DATABASE.emptied(CLOCK);
        var store = nodes.getFirst();
        store.transactions().run(transaction -> {
            store.organizations().save(transaction, new Organization(OWNER, "Eier", java.util.Set.of(SCOPE.prefix())));
            store.scopes().insert(transaction, new Scope(SCOPE, OWNER, settings(0), true, Samples.NOW, Samples.NOW));
            return store.clients()
                    .insert(
                            transaction,
                            new Client(CLIENT, OWNER, "a", "a", List.of(), 0, true, Samples.NOW, Samples.NOW));
        });
    }

    private static ScopeSettings settings(int maxAge) {
        return new ScopeSettings(
                Samples.TEXT,
                Samples.NO_TEXT,
                ScopeSettings.Visibility.PUBLIC,
                ScopeSettings.TokenType.SELF_CONTAINED,
                maxAge,
                0,
                List.of(),
                Optional.empty(),
                false,
                ScopeSettings.Traits.NONE);
    }

    private static ActingOrganization by(OrgNumber organization) {
        return new ActingOrganization(organization, new Actor.OfOrganization(organization, "admin"));
    }

    private static ClientAdministration clients(PostgresStore node) {
        return new ClientAdministration(
                node.transactions(),
                node.clients(),
                node.scopes(),
                BusinessCertificates.none(),
                node.audit(),
                UUID::randomUUID,
                CLOCK);
    }

    private static ScopeAdministration scopes(PostgresStore node) {
        return new ScopeAdministration(
                node.transactions(), node.scopes(), node.organizations(), node.audit(), OWNER, List.of(), CLOCK);
    }

    private static ScopeAccessAdministration accesses(PostgresStore node) {
        return new ScopeAccessAdministration(
                node.transactions(), node.scopes(), node.organizations(), node.audit(), CLOCK);
    }

    @SafeVarargs
    private static List<AdministrationOutcome<?>> race(Function<PostgresStore, AdministrationOutcome<?>>... works) {
        return Race.of(works.length, runner -> works[runner].apply(nodes.get(runner % nodes.size())));
    }

    private static ClientDraft draft(String name) {
        return new ClientDraft(name, name, List.of(), 0, ClientDraft.Integration.MASKINPORTEN);
    }

    private static Client client() {
        var store = nodes.getFirst();
        return store.transactions()
                .run(transaction -> store.clients().find(transaction, CLIENT).orElseThrow());
    }

    private static Scope scope() {
        var store = nodes.getFirst();
        return store.transactions()
                .run(transaction -> store.scopes().find(transaction, SCOPE).orElseThrow());
    }

    private static long audited(String action) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.select("SELECT count(*) FROM klarert.audit_event WHERE action = ?", action)
                        .mapTo(Long.class)
                        .one());
    }

    @RepeatedTest(TIMES)
    void a_change_of_a_client_does_not_bring_it_back_from_deactivation() {
        var outcomes = race(
                node -> clients(node).replace(by(OWNER), Reach.OWN, CLIENT, draft("b")),
                node -> clients(node).deactivate(by(OWNER), Reach.OWN, CLIENT));

        assertThat(client().active()).isFalse();
        assertThat(outcomes.get(1)).isInstanceOf(AdministrationOutcome.Done.class);
        boolean changedFirst = outcomes.get(0) instanceof AdministrationOutcome.Done;
        assertThat(client().name()).isEqualTo(changedFirst ? "b" : "a");
    }

    @RepeatedTest(TIMES)
    void a_change_of_a_scope_does_not_bring_it_back_from_deactivation() {
        race(
                node -> scopes(node).update(by(OWNER), SCOPE, settings(60), Activation.AS_IT_IS),
                node -> scopes(node).deactivate(by(OWNER), SCOPE));

        assertThat(scope().active()).isFalse();
        assertThat(scope().settings().atMaxAge()).isEqualTo(60);
    }

    @RepeatedTest(TIMES)
    void two_changes_leave_the_whole_of_one_of_them() {
        var outcomes = race(
                node -> clients(node).replace(by(OWNER), Reach.OWN, CLIENT, draft("b")),
                node -> clients(node).replace(by(OWNER), Reach.OWN, CLIENT, draft("c")));

        assertThat(outcomes).allMatch(AdministrationOutcome.Done.class::isInstance);
        assertThat(client().name()).isIn("b", "c").isEqualTo(client().description());
        assertThat(audited("client.update")).isEqualTo(2);
    }

    @RepeatedTest(TIMES)
    void two_key_sets_of_three_never_become_one_of_six() {
        race(
                node -> clients(node).replaceKeys(by(OWNER), Reach.OWN, CLIENT, keys("a")),
                node -> clients(node).replaceKeys(by(OWNER), Reach.OWN, CLIENT, keys("b")));

        assertThat(kids()).isIn(List.of("a0", "a1", "a2"), List.of("b0", "b1", "b2"));
    }

    private static List<String> kids() {
        var store = nodes.getFirst();
        return store
                .transactions()
                .run(transaction -> store.clients().keys(transaction, CLIENT).keys())
                .stream()
                .map(key -> key.id().value())
                .toList();
    }

    private static String keys(String name) {
        var modulus = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Samples.publicKey().getModulus().toByteArray());
        return IntStream.range(0, 3)
                .mapToObj(i ->
                        "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"e\":\"AQAB\",\"kid\":\"%s%d\",\"n\":\"%s\"}"
                                .formatted(name, i, modulus))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    @RepeatedTest(TIMES)
    void no_keys_are_registered_after_deactivation() {
        var outcomes = race(
                node -> clients(node).replaceKeys(by(OWNER), Reach.OWN, CLIENT, keys("a")),
                node -> clients(node).deactivate(by(OWNER), Reach.OWN, CLIENT));

        boolean registeredFirst = outcomes.get(0) instanceof AdministrationOutcome.Done;
        assertThat(kids()).hasSize(registeredFirst ? 3 : 0);
        assertThat(client().active()).isFalse();
        assertThat(clients(nodes.getLast()).replaceKeys(by(OWNER), Reach.OWN, CLIENT, keys("b")))
                .isInstanceOf(AdministrationOutcome.Conflict.class);
    }

    @RepeatedTest(TIMES)
    void a_request_does_not_take_back_what_is_granted_at_the_same_time() {
        race(
                node -> accesses(node).grant(by(OWNER), SCOPE, CONSUMER),
                node -> accesses(node).request(by(CONSUMER), SCOPE));

        assertThat(state()).isEqualTo(ScopeAccess.State.APPROVED);
    }

    private static ScopeAccess.State state() {
        var store = nodes.getFirst();
        return store.transactions()
                .run(transaction ->
                        store.scopes().access(transaction, SCOPE, CONSUMER).orElseThrow())
                .state();
    }

    @RepeatedTest(TIMES)
    void many_grants_at_once_are_one() {
        var outcomes =
                Race.of(8, runner -> accesses(nodes.get(runner % nodes.size())).grant(by(OWNER), SCOPE, CONSUMER));

        assertThat(outcomes).allMatch(AdministrationOutcome.Done.class::isInstance);
        assertThat(audited("scope.grant")).isOne();
    }

    @RepeatedTest(TIMES)
    void a_grant_and_a_deactivation_end_in_one_order_or_the_other() {
        var outcomes = race(
                node -> accesses(node).grant(by(OWNER), SCOPE, CONSUMER),
                node -> scopes(node).deactivate(by(OWNER), SCOPE));

        boolean granted = outcomes.get(0) instanceof AdministrationOutcome.Done;
        assertThat(audited("scope.grant")).isEqualTo(granted ? 1 : 0);
        assertThat(scope().active()).isFalse();
    }
}
