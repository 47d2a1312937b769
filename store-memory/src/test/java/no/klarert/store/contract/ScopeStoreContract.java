package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.issuer.GrantedAccess;
import no.klarert.issuer.Listing;
import no.klarert.issuer.Page;
import no.klarert.issuer.Paged;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeAccess.State;
import no.klarert.issuer.ScopeSettings;
import no.klarert.issuer.ScopeSettings.TokenType;
import no.klarert.issuer.ScopeSettings.Traits;
import no.klarert.issuer.ScopeSettings.Visibility;
import no.klarert.issuer.ScopeStore;
import no.klarert.issuer.ScopeStore.Availability;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link ScopeStore}. */
public abstract class ScopeStoreContract extends StoreContract {
    private static final OrgNumber OWNER = Samples.organization(0);
    private static final OrgNumber OTHER = Samples.organization(1);
    private static final Instant LATER = Samples.NOW.plusSeconds(60);

    private final ScopeStore scopes;

    protected ScopeStoreContract(Transactions transactions, ScopeStore scopes) {
        super(transactions);
        this.scopes = scopes;
    }

    private static ScopeSettings settings(Visibility visibility) {
        return new ScopeSettings(
                Samples.TEXT,
                Samples.NO_TEXT,
                visibility,
                TokenType.SELF_CONTAINED,
                0,
                0,
                List.of(),
                Optional.empty(),
                false,
                Traits.NONE);
    }

    private static Scope scope(String name, OrgNumber owner, Visibility visibility, boolean active) {
        return new Scope(ScopeName.parse(name), owner, settings(visibility), active, Samples.NOW, Samples.NOW);
    }

    private static Scope scope(String name) {
        return scope(name, OWNER, Visibility.PUBLIC, true);
    }

    private boolean insert(Scope scope) {
        return answer(transaction -> scopes.insert(transaction, scope));
    }

    private Optional<Scope> find(String name) {
        return answer(transaction -> scopes.find(transaction, ScopeName.parse(name)));
    }

    private void save(ScopeAccess access) {
        perform(transaction -> scopes.saveAccess(transaction, access));
    }

    private static ScopeAccess access(String scope, OrgNumber consumer, State state, Instant at) {
        return new ScopeAccess(ScopeName.parse(scope), consumer, state, at, at);
    }

    @Test
    void finds_an_inserted_scope_as_it_was() {
        var scope = new Scope(
                ScopeName.parse("skatteetaten:krav/ogBetålinger.read"),
                OWNER,
                new ScopeSettings(
                        Samples.TEXT,
                        Samples.TEXT,
                        Visibility.PRIVATE,
                        TokenType.OPAQUE,
                        600,
                        3600,
                        List.of("maskinporten", "api_klient"),
                        Optional.of("https://altinn.example/"),
                        true,
                        new Traits(true, false, true, false, true)),
                false,
                Samples.NOW,
                LATER);

        assertThat(insert(scope)).isTrue();
        assertThat(find("skatteetaten:krav/ogBetålinger.read")).contains(scope);
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void keeps_every_visibility(Visibility visibility) {
        var scope = scope("a-b:c", OWNER, visibility, true);

        insert(scope);

        assertThat(find("a-b:c")).contains(scope);
    }

    @Test
    void finds_no_scope_that_differs_in_case() {
        insert(scope("skatteetaten:krav"));

        assertThat(find("skatteetaten:Krav")).isEmpty();
    }

    @Test
    void refuses_a_second_scope_of_the_same_name() {
        var inactive = scope("skatteetaten:krav", OWNER, Visibility.PUBLIC, false);
        insert(inactive);

        assertThat(insert(scope("skatteetaten:krav", OTHER, Visibility.PRIVATE, true)))
                .isFalse();
        assertThat(find("skatteetaten:krav")).contains(inactive);
    }

    @Test
    void lets_one_of_several_insertions_at_once_win() {
        var won = Race.of(
                4, runner -> insert(scope("skatteetaten:krav", Samples.organization(runner), Visibility.PUBLIC, true)));

        assertThat(won).containsOnlyOnce(true);
        assertThat(find("skatteetaten:krav").orElseThrow().owner()).isEqualTo(Samples.organization(won.indexOf(true)));
    }

    @Test
    void updates_all_but_name_owner_and_creation() {
        insert(scope("skatteetaten:krav"));
        var changed = new Scope(
                ScopeName.parse("skatteetaten:krav"), OTHER, settings(Visibility.INTERNAL), false, LATER, LATER);

        assertDone(transaction -> scopes.update(transaction, changed)).isTrue();
        assertThat(find("skatteetaten:krav"))
                .contains(new Scope(changed.name(), OWNER, settings(Visibility.INTERNAL), false, Samples.NOW, LATER));
    }

    @Test
    void updates_no_scope_that_does_not_exist() {
        assertDone(transaction -> scopes.update(transaction, scope("skatteetaten:krav")))
                .isFalse();
        assertThat(find("skatteetaten:krav")).isEmpty();
    }

    @Test
    void lists_what_an_organization_owns_in_order_of_name() {
        var last = scope("ab:B", OWNER, Visibility.PRIVATE, false);
        var first = scope("ab:-", OWNER, Visibility.PUBLIC, true);
        var middle = scope("ab:.", OWNER, Visibility.INTERNAL, true);
        List.of(last, first, scope("ab:b", OTHER, Visibility.PUBLIC, true), middle)
                .forEach(this::insert);

        assertListed(transaction -> scopes.ownedBy(transaction, OWNER)).containsExactly(first, middle, last);
    }

    @Test
    void lists_the_active_public_scopes_of_all() {
        var second = scope("bb:b");
        var first = scope("aa:b", OTHER, Visibility.PUBLIC, true);
        List.of(
                        second,
                        first,
                        scope("cc:private", OWNER, Visibility.PRIVATE, true),
                        scope("cc:internal", OWNER, Visibility.INTERNAL, true),
                        scope("cc:inactive", OWNER, Visibility.PUBLIC, false))
                .forEach(this::insert);

        assertThat(listPublic(Availability.ANY, Page.ALL).items()).containsExactly(first, second);
    }

    private Paged<Scope> listPublic(Availability availability, Page page) {
        return answer(transaction -> scopes.listPublic(transaction, availability, page));
    }

    @Test
    void narrows_the_public_scopes_to_those_for_everyone_or_by_grant() {
        var byGrant = scope("aa:b");
        var forAll = forEveryone(scope("bb:b"));
        insert(byGrant);
        insert(forAll);

        assertThat(listPublic(Availability.FOR_ALL, Page.ALL).items()).containsExactly(forAll);
        assertThat(listPublic(Availability.BY_GRANT, Page.ALL).items()).containsExactly(byGrant);
    }

    private static Scope forEveryone(Scope scope) {
        var settings = scope.settings();
        return new Scope(
                scope.name(),
                scope.owner(),
                new ScopeSettings(
                        settings.description(),
                        settings.longDescription(),
                        settings.visibility(),
                        settings.tokenType(),
                        settings.atMaxAge(),
                        settings.authorizationMaxLifetime(),
                        settings.allowedIntegrationTypes(),
                        settings.delegationSource(),
                        !settings.accessibleForAll(),
                        settings.traits()),
                scope.active(),
                scope.created(),
                scope.lastUpdated());
    }

    @Test
    void pages_the_lists_of_scopes_and_tells_whether_more_follow() {
        var all = List.of(scope("aa:a"), scope("aa:b"), scope("aa:c"));
        all.forEach(this::insert);

        assertThat(listPublic(Availability.ANY, new Page(0, 2))).isEqualTo(new Paged<>(all.subList(0, 2), true));
        assertThat(listPublic(Availability.ANY, new Page(1, 2))).isEqualTo(new Paged<>(all.subList(2, 3), false));
        assertThat(this.<Paged<Scope>>answer(
                        transaction -> scopes.ownedBy(transaction, OWNER, Listing.ACTIVE, new Page(1, 1))))
                .isEqualTo(new Paged<>(all.subList(1, 2), true));
    }

    @Test
    void lists_an_owners_deactivated_scopes_only_when_asked() {
        var inactive = scope("aa:b", OWNER, Visibility.PUBLIC, false);
        insert(inactive);

        assertThat(owned(Listing.ACTIVE)).isEmpty();
        assertThat(owned(Listing.WITH_INACTIVE)).containsExactly(inactive);
    }

    private List<Scope> owned(Listing listing) {
        return this.<Paged<Scope>>answer(transaction -> scopes.ownedBy(transaction, OWNER, listing, Page.ALL))
                .items();
    }

    @Test
    void locks_the_scope_that_it_finds_and_no_other() {
        insert(scope("aa:b"));

        assertFound(transaction -> scopes.lock(transaction, ScopeName.parse("aa:b")))
                .contains(scope("aa:b"));
        assertFound(transaction -> scopes.lock(transaction, ScopeName.parse("aa:c")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void finds_a_saved_access_in_every_state(State state) {
        insert(scope("aa:b"));
        var access = access("aa:b", OTHER, state, Samples.NOW);

        save(access);

        assertFound(transaction -> scopes.access(transaction, access.scope(), OTHER))
                .contains(access);
    }

    @Test
    void finds_no_access_of_another_consumer() {
        insert(scope("aa:b"));
        save(access("aa:b", OTHER, State.APPROVED, Samples.NOW));

        assertFound(transaction -> scopes.access(transaction, ScopeName.parse("aa:b"), OWNER))
                .isEmpty();
    }

    @Test
    void replaces_the_state_of_an_access_and_keeps_its_creation() {
        insert(scope("aa:b"));
        save(access("aa:b", OTHER, State.APPROVED, Samples.NOW));
        save(access("aa:b", OTHER, State.DENIED, LATER));

        assertFound(transaction -> scopes.access(transaction, ScopeName.parse("aa:b"), OTHER))
                .contains(new ScopeAccess(ScopeName.parse("aa:b"), OTHER, State.DENIED, Samples.NOW, LATER));
    }

    @Test
    void refuses_an_access_to_an_unknown_scope() {
        assertThatThrownBy(() -> save(access("aa:b", OTHER, State.APPROVED, Samples.NOW)))
                .isInstanceOf(StorageException.class);
    }

    private List<ScopeAccess> accessesTo(String scope, Set<State> states, Page page) {
        return this.<Paged<ScopeAccess>>answer(
                        transaction -> scopes.accessesTo(transaction, ScopeName.parse(scope), states, page))
                .items();
    }

    private List<GrantedAccess> accessesOf(OrgNumber consumer, Set<State> states, Page page) {
        return this.<Paged<GrantedAccess>>answer(transaction -> scopes.accessesOf(transaction, consumer, states, page))
                .items();
    }

    @Test
    void lists_the_accesses_to_a_scope_in_order_of_consumer() {
        insert(scope("aa:b"));
        insert(scope("aa:c"));
        save(access("aa:b", OTHER, State.DENIED, Samples.NOW));
        save(access("aa:b", OWNER, State.APPROVED, Samples.NOW));
        save(access("aa:c", OWNER, State.APPROVED, Samples.NOW));

        assertThat(accessesTo("aa:b", State.ALL, Page.ALL))
                .extracting(ScopeAccess::consumer)
                .containsExactly(OWNER, OTHER);
        assertThat(accessesTo("aa:b", State.ALL, new Page(1, 1)))
                .extracting(ScopeAccess::consumer)
                .containsExactly(OTHER);
        assertThat(accessesTo("aa:b", Set.of(State.APPROVED), Page.ALL))
                .extracting(ScopeAccess::consumer)
                .containsExactly(OWNER);
    }

    @Test
    void lists_the_accesses_of_a_consumer_in_order_of_scope_with_the_scopes_owner() {
        insert(scope("aa:c"));
        insert(scope("aa:b", OTHER, Visibility.PRIVATE, false));
        save(access("aa:c", OTHER, State.REQUESTED, Samples.NOW));
        save(access("aa:b", OTHER, State.APPROVED, Samples.NOW));
        save(access("aa:b", OWNER, State.APPROVED, Samples.NOW));

        assertThat(accessesOf(OTHER, State.ALL, Page.ALL))
                .containsExactly(
                        new GrantedAccess(access("aa:b", OTHER, State.APPROVED, Samples.NOW), OTHER),
                        new GrantedAccess(access("aa:c", OTHER, State.REQUESTED, Samples.NOW), OWNER));
        assertThat(accessesOf(OTHER, Set.of(State.REQUESTED, State.DENIED), Page.ALL))
                .containsExactly(new GrantedAccess(access("aa:c", OTHER, State.REQUESTED, Samples.NOW), OWNER));
        assertThat(accessesOf(OTHER, State.ALL, new Page(1, 1))).hasSize(1);
    }

    @Test
    void lists_what_is_requested_of_an_owner_in_order_of_scope_and_consumer() {
        insert(scope("aa:c"));
        insert(scope("aa:b"));
        insert(scope("aa:a", OTHER, Visibility.PUBLIC, true));
        save(access("aa:c", OTHER, State.REQUESTED, Samples.NOW));
        save(access("aa:b", OTHER, State.REQUESTED, Samples.NOW));
        save(access("aa:b", OWNER, State.REQUESTED, Samples.NOW));
        save(access("aa:a", OWNER, State.REQUESTED, Samples.NOW));
        save(access("aa:c", OWNER, State.APPROVED, Samples.NOW));

        assertThat(this.<Paged<GrantedAccess>>answer(transaction -> scopes.requestsTo(transaction, OWNER, Page.ALL))
                        .items())
                .containsExactly(
                        new GrantedAccess(access("aa:b", OWNER, State.REQUESTED, Samples.NOW), OWNER),
                        new GrantedAccess(access("aa:b", OTHER, State.REQUESTED, Samples.NOW), OWNER),
                        new GrantedAccess(access("aa:c", OTHER, State.REQUESTED, Samples.NOW), OWNER));
        assertThat(this.<Paged<GrantedAccess>>answer(
                                transaction -> scopes.requestsTo(transaction, OWNER, new Page(0, 2)))
                        .hasMore())
                .isTrue();
    }
}
