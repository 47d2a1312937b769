package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientKey;
import no.klarert.issuer.ClientStore;
import no.klarert.issuer.ClientStore.KeySet;
import no.klarert.issuer.Listing;
import no.klarert.issuer.Page;
import no.klarert.issuer.Paged;
import no.klarert.issuer.Reach;
import no.klarert.issuer.SignatureAlgorithm;
import no.klarert.issuer.TokenBinding;
import no.klarert.issuer.UnusedMembers;
import no.klarert.issuer.certificate.CertificateChain;
import no.klarert.storage.Bytes;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.KeyId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link ClientStore}. */
public abstract class ClientStoreContract extends StoreContract {
    private static final OrgNumber OWNER = Samples.organization(0);
    private static final OrgNumber OTHER = Samples.organization(1);
    private static final ClientId ID = new ClientId("0f4d0f3c-7f7b-4d0a-9a53-6c8b1f2c4f10");
    private static final Instant LATER = Samples.NOW.plusSeconds(60);

    private final ClientStore clients;

    protected ClientStoreContract(Transactions transactions, ClientStore clients) {
        super(transactions);
        this.clients = clients;
    }

    private static Client client(String id, OrgNumber owner, Instant created) {
        return new Client(
                new ClientId(id),
                owner,
                "Regnskap",
                "Regnskap i skyen",
                List.of(ScopeName.parse("b-b:x"), ScopeName.parse("a-a:y:z")),
                120,
                true,
                created,
                created);
    }

    private static Client client() {
        return client(ID.value(), OWNER, Samples.NOW);
    }

    private static ClientKey key(String id, SignatureAlgorithm algorithm) {
        return new ClientKey(new KeyId(id), algorithm, Samples.publicKey(), LATER);
    }

    private boolean insert(Client client) {
        return answer(transaction -> clients.insert(transaction, client));
    }

    private void replaceKeys(Instant at, ClientKey... keys) {
        perform(transaction -> clients.replaceKeys(transaction, ID, List.of(keys), at));
    }

    private KeySet keys() {
        return keys(ID);
    }

    private KeySet keys(ClientId id) {
        return answer(transaction -> clients.keys(transaction, id));
    }

    @Test
    void finds_an_inserted_client_as_it_was() {
        assertThat(insert(client())).isTrue();
        assertFound(transaction -> clients.find(transaction, ID)).contains(client());
    }

    @Test
    void finds_no_client_that_was_not_inserted() {
        insert(client());

        assertFound(transaction -> clients.find(transaction, new ClientId("another")))
                .isEmpty();
    }

    @Test
    void refuses_a_second_client_with_the_same_id() {
        insert(client());

        assertThat(insert(client(ID.value(), OTHER, LATER))).isFalse();
        assertFound(transaction -> clients.find(transaction, ID)).contains(client());
    }

    @Test
    void updates_all_but_id_owner_and_creation() {
        insert(client());
        var changed = new Client(ID, OTHER, "Lønn", "", List.of(), 0, false, LATER, LATER);

        assertDone(transaction -> clients.update(transaction, changed)).isTrue();
        assertFound(transaction -> clients.find(transaction, ID))
                .contains(new Client(ID, OWNER, "Lønn", "", List.of(), 0, false, Samples.NOW, LATER));
    }

    @Test
    void keeps_what_tokens_are_bound_to() {
        for (var binding : TokenBinding.values()) {
            var id = new ClientId("bound-" + binding);
            insert(client(id, binding));
            assertFound(transaction -> clients.find(transaction, id)).contains(client(id, binding));
            for (var other : TokenBinding.values()) {
                perform(transaction -> clients.update(transaction, client(id, other)));
                assertFound(transaction -> clients.find(transaction, id)).contains(client(id, other));
            }
        }
    }

    private static Client client(ClientId id, TokenBinding binding) {
        return new Client(id, OWNER, "Lønn", "", List.of(), 0, true, Samples.NOW, Samples.NOW).with(binding);
    }

    @Test
    void updates_no_client_that_does_not_exist() {
        assertDone(transaction -> clients.update(transaction, client())).isFalse();
        assertFound(transaction -> clients.find(transaction, ID)).isEmpty();
    }

    @Test
    void lists_an_owners_clients_in_order_of_creation_then_id() {
        var third = client("c", OWNER, LATER);
        var second = client("b", OWNER, Samples.NOW);
        var first = client("B", OWNER, Samples.NOW);
        List.of(third, second, first, client("d", OTHER, Samples.NOW)).forEach(this::insert);

        assertListed(transaction -> clients.ownedBy(transaction, OWNER)).containsExactly(first, second, third);
    }

    private static Client supplied(String id, OrgNumber owner, OrgNumber supplier) {
        var client = client(id, owner, Samples.NOW);
        return new Client(
                client.id(),
                owner,
                client.name(),
                client.description(),
                client.scopes(),
                0,
                true,
                client.created(),
                client.lastUpdated(),
                Optional.of(supplier),
                new UnusedMembers("{\"sso_disabled\":true,\"client_uri\":\"https://blåbær.example/\"}"),
                TokenBinding.NONE);
    }

    @Test
    void keeps_the_supplier_and_the_members_that_are_not_used() {
        var client = supplied("s", OWNER, OTHER);
        insert(client);

        assertFound(transaction -> clients.find(transaction, client.id())).contains(client);
    }

    @Test
    void an_update_changes_the_members_that_are_not_used_and_not_the_supplier() {
        var client = supplied("s", OWNER, OTHER);
        insert(client);
        perform(transaction -> clients.update(transaction, client("s", OWNER, Samples.NOW)));

        assertFound(transaction -> clients.find(transaction, client.id())).hasValueSatisfying(found -> {
            assertThat(found.supplier()).contains(OTHER);
            assertThat(found.unused()).isEqualTo(UnusedMembers.NONE);
        });
    }

    @Test
    void lists_what_an_organisation_owns_supplies_or_either() {
        var own = client("a", OWNER, Samples.NOW);
        var ownSupplied = supplied("b", OWNER, OTHER);
        var supplied = supplied("c", OTHER, OWNER);
        List.of(own, ownSupplied, supplied, client("d", OTHER, Samples.NOW)).forEach(this::insert);

        assertThat(listed(Reach.OWN, Page.ALL)).containsExactly(own, ownSupplied);
        assertThat(listed(Reach.SUPPLIED, Page.ALL)).containsExactly(supplied);
        assertThat(listed(Reach.BOTH, Page.ALL)).containsExactly(own, ownSupplied, supplied);
    }

    private List<Client> listed(Reach reach, Page page) {
        return list(reach, Listing.ACTIVE, page).items();
    }

    private Paged<Client> list(Reach reach, Listing listing, Page page) {
        return answer(transaction -> clients.list(transaction, OWNER, reach, listing, page));
    }

    @Test
    void pages_a_list_and_tells_whether_more_follow() {
        var all = List.of(
                client("a", OWNER, Samples.NOW), client("b", OWNER, Samples.NOW), client("c", OWNER, Samples.NOW));
        all.forEach(this::insert);

        assertThat(list(Reach.OWN, Listing.ACTIVE, new Page(0, 2))).isEqualTo(new Paged<>(all.subList(0, 2), true));
        assertThat(list(Reach.BOTH, Listing.ACTIVE, new Page(1, 2))).isEqualTo(new Paged<>(all.subList(2, 3), false));
        assertThat(list(Reach.OWN, Listing.ACTIVE, new Page(0, 3))).isEqualTo(new Paged<>(all, false));
        assertThat(list(Reach.OWN, Listing.ACTIVE, new Page(Integer.MAX_VALUE, 1_000))
                        .items())
                .isEmpty();
    }

    @Test
    void lists_deactivated_clients_only_when_asked() {
        var client = new Client(ID, OWNER, "Lønn", "Lønn", List.of(), 0, false, LATER, LATER);
        insert(client);

        assertThat(list(Reach.OWN, Listing.ACTIVE, Page.ALL).items()).isEmpty();
        assertThat(list(Reach.OWN, Listing.WITH_INACTIVE, Page.ALL).items()).containsExactly(client);
    }

    @Test
    void locks_the_client_that_it_finds_and_no_other() {
        insert(client());

        assertFound(transaction -> clients.lock(transaction, ID)).contains(client());
        assertFound(transaction -> clients.lock(transaction, new ClientId("another")))
                .isEmpty();
    }

    @Test
    void has_an_empty_key_set_before_any_is_registered() {
        insert(client());

        assertThat(keys()).isEqualTo(KeySet.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void keeps_a_key_of_every_algorithm(SignatureAlgorithm algorithm) {
        insert(client());
        var key = key("k-1", algorithm);

        replaceKeys(Samples.NOW, key);

        assertThat(keys()).isEqualTo(new KeySet(List.of(key), Optional.of(Samples.NOW), Optional.of(Samples.NOW)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, CertificateChain.MOST})
    void keeps_the_certificates_a_key_is_locked_to_in_order(int certificates) {
        insert(client());
        var chain = new CertificateChain(IntStream.range(0, certificates)
                .mapToObj(i -> Bytes.of(new byte[] {(byte) -i, 0, (byte) 0x80}))
                .toList());
        var locked = new ClientKey(
                new KeyId("locked"), SignatureAlgorithm.RS256, Samples.publicKey(), LATER, Optional.of(chain));

        replaceKeys(Samples.NOW, locked, key("free", SignatureAlgorithm.RS256));

        assertThat(keys().keys()).containsExactly(locked, key("free", SignatureAlgorithm.RS256));
    }

    @Test
    void replaces_the_whole_set_in_the_order_given_and_keeps_its_creation() {
        insert(client());
        var old = key("old", SignatureAlgorithm.RS256);
        var next = key("next", SignatureAlgorithm.RS512);
        replaceKeys(Samples.NOW, key("gone", SignatureAlgorithm.RS256), old);
        replaceKeys(LATER, old, next);

        assertThat(keys()).isEqualTo(new KeySet(List.of(old, next), Optional.of(Samples.NOW), Optional.of(LATER)));
    }

    @Test
    void takes_an_empty_set_for_a_replacement() {
        insert(client());
        replaceKeys(Samples.NOW, key("gone", SignatureAlgorithm.RS256));
        replaceKeys(LATER);

        assertThat(keys()).isEqualTo(new KeySet(List.of(), Optional.of(Samples.NOW), Optional.of(LATER)));
    }

    @Test
    void keeps_the_keys_of_two_clients_apart() {
        insert(client());
        insert(client("another", OWNER, Samples.NOW));
        replaceKeys(Samples.NOW, key("k-1", SignatureAlgorithm.RS256));

        assertThat(keys(new ClientId("another"))).isEqualTo(KeySet.EMPTY);
    }

    @Test
    void refuses_two_keys_with_one_id() {
        insert(client());

        assertThatThrownBy(() -> replaceKeys(
                        Samples.NOW, key("k-1", SignatureAlgorithm.RS256), key("k-1", SignatureAlgorithm.RS512)))
                .isInstanceOf(StorageException.class);
        assertThat(keys()).isEqualTo(KeySet.EMPTY);
    }

    @Test
    void refuses_keys_of_an_unknown_client() {
        assertThatThrownBy(() -> replaceKeys(Samples.NOW, key("k-1", SignatureAlgorithm.RS256)))
                .isInstanceOf(StorageException.class);
    }
}
