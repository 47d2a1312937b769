package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import no.klarert.portal.SessionStore;
import no.klarert.portal.SessionStore.Session;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.Test;

/** The contract of {@link SessionStore}. */
public abstract class SessionStoreContract extends StoreContract {
    private static final Instant LATER = Samples.NOW.plusSeconds(60);

    private final SessionStore sessions;

    protected SessionStoreContract(Transactions transactions, SessionStore sessions) {
        super(transactions);
        this.sessions = sessions;
    }

    private static Session session(String id, Instant created, Instant lastUsed) {
        return new Session(id, new UserId(20_000_001), new AuthenticationLevel(3), "csrf-" + id, created, lastUsed);
    }

    private static Session session(String id) {
        return session(id, Samples.NOW, Samples.NOW);
    }

    private void insert(Session session) {
        perform(transaction -> sessions.insert(transaction, session));
    }

    private Optional<Session> find(String id) {
        return answer(transaction -> sessions.find(transaction, id));
    }

    @Test
    void finds_an_inserted_session_as_it_was() {
        insert(session("a"));

        assertThat(find("a")).contains(session("a"));
    }

    @Test
    void finds_no_session_that_was_not_inserted() {
        insert(session("a"));

        assertThat(find("A")).isEmpty();
    }

    @Test
    void refuses_a_second_session_with_the_same_id() {
        insert(session("a"));

        assertThatThrownBy(() -> insert(session("a", LATER, LATER))).isInstanceOf(StorageException.class);
        assertThat(find("a")).contains(session("a"));
    }

    @Test
    void notes_the_latest_use() {
        insert(session("a"));
        insert(session("b"));

        perform(transaction -> sessions.touch(transaction, "a", LATER));
        perform(transaction -> sessions.touch(transaction, "a", LATER.minusSeconds(1)));

        assertThat(find("a")).contains(session("a", Samples.NOW, LATER));
        assertThat(find("b")).contains(session("b"));
    }

    @Test
    void notes_no_use_of_a_session_that_is_gone() {
        perform(transaction -> sessions.touch(transaction, "a", LATER));

        assertThat(find("a")).isEmpty();
    }

    @Test
    void deletes_a_session_and_no_other() {
        insert(session("a"));
        insert(session("b"));

        perform(transaction -> sessions.delete(transaction, "a"));
        perform(transaction -> sessions.delete(transaction, "a"));

        assertThat(find("a")).isEmpty();
        assertThat(find("b")).contains(session("b"));
    }

    @Test
    void deletes_what_was_created_or_used_too_long_ago() {
        insert(session("created-too-long-ago", Samples.NOW.minusSeconds(1), LATER));
        insert(session("used-too-long-ago", Samples.NOW, LATER.minusSeconds(1)));
        insert(session("fresh-enough", Samples.NOW, LATER));

        assertCounted(transaction -> sessions.deleteOlder(transaction, Samples.NOW, LATER))
                .isEqualTo(2);
        assertCounted(transaction -> sessions.deleteOlder(transaction, Samples.NOW, LATER))
                .isZero();
        assertThat(find("fresh-enough")).isPresent();
    }
}
