package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientStore;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeSettings;
import no.klarert.issuer.ScopeStore;
import no.klarert.storage.Change;
import no.klarert.storage.ChangeListener;
import no.klarert.storage.Changes;
import no.klarert.storage.Remembered;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Changes}, as far as one node can see it. */
public abstract class ChangesContract extends StoreContract {
    private static final ClientId CLIENT = new ClientId("0f4d0f3c-7f7b-4d0a-9a53-6c8b1f2c4f10");
    private static final ScopeName SCOPE = ScopeName.parse("a-a:y:z");
    private static final OrgNumber CONSUMER = Samples.organization(1);

    private final Changes changes;
    private final ClientStore clients;
    private final ScopeStore scopes;
    private final List<Change> told = new CopyOnWriteArrayList<>();

    protected ChangesContract(Transactions transactions, Changes changes, ClientStore clients, ScopeStore scopes) {
        super(transactions);
        this.changes = changes;
        this.clients = clients;
        this.scopes = scopes;
        changes.listen(new ChangeListener() {
            @Override
            public void changed(Change change) {
                told.add(change);
            }

            @Override
            public void mayHaveMissed() {
                // nothing is kept
            }
        });
    }

    private static Client client(boolean active) {
        return new Client(
                CLIENT, Samples.organization(0), "a", "a", List.of(SCOPE), 0, active, Samples.NOW, Samples.NOW);
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

    private static ScopeAccess access(ScopeAccess.State state) {
        return new ScopeAccess(SCOPE, CONSUMER, state, Samples.NOW, Samples.NOW);
    }

    private void insertClient(Transaction transaction) {
        clients.insert(transaction, client(true));
    }

    @Test
    void are_known() {
        assertThat(changes.areKnown()).isTrue();
    }

    @Test
    void tell_what_a_transaction_wrote_when_it_ends() {
        perform(this::insertClient);
        perform(transaction -> clients.replaceKeys(transaction, CLIENT, List.of(), Samples.NOW));
        perform(transaction -> scopes.insert(transaction, scope()));
        perform(transaction -> scopes.saveAccess(transaction, access(ScopeAccess.State.APPROVED)));

        assertThat(told)
                .contains(
                        new Change(ClientStore.CHANGE, CLIENT.value()),
                        new Change(ScopeStore.CHANGE, SCOPE.value()),
                        new Change(ScopeStore.ACCESS_CHANGE, ScopeStore.accessKey(SCOPE, CONSUMER)));
    }

    @Test
    void tell_nothing_before_the_transaction_ends() {
        perform(transaction -> {
            insertClient(transaction);

            assertThat(told).isEmpty();
        });

        assertThat(told).isNotEmpty();
    }

    @Test
    void tell_nothing_of_work_that_throws() {
        assertThatThrownBy(() -> perform(transaction -> {
                    insertClient(transaction);
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(told).isEmpty();
    }

    @Test
    void let_answers_be_remembered_until_then() {
        var remembered = Remembered.of(
                changes,
                ClientStore.CHANGE,
                ClientId::value,
                (ClientId id) -> this.<Optional<Client>>answer(transaction -> clients.find(transaction, id)),
                10);

        assertThat(remembered.get(CLIENT)).isEmpty();
        perform(this::insertClient);
        assertThat(remembered.get(CLIENT)).contains(client(true));
        assertThat(remembered.get(CLIENT)).isSameAs(remembered.get(CLIENT));
        perform(transaction -> clients.update(transaction, client(false)));
        assertThat(remembered.get(CLIENT)).contains(client(false));
    }

    @Test
    void let_nobody_remember_what_was_read_before_a_write_that_overtook_it() {
        perform(this::insertClient);
        var slow = Remembered.of(changes, ClientStore.CHANGE, ClientId::value, (ClientId id) -> slowly(id), 10);

        Race.of(2, runner -> runner == 0 ? slow.get(CLIENT).isPresent() : deactivate());

        assertThat(slow.get(CLIENT)).contains(client(false));
    }

    private Optional<Client> slowly(ClientId id) {
        var found = this.<Optional<Client>>answer(transaction -> clients.find(transaction, id));
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private boolean deactivate() {
        return answer(transaction -> clients.update(transaction, client(false)));
    }
}
