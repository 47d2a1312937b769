package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.klarert.issuer.Client;
import no.klarert.issuer.Organization;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeSettings;
import no.klarert.storage.StorageException;
import no.klarert.storage.StorageUnavailableException;
import no.klarert.store.contract.Samples;
import no.klarert.store.contract.TestClock;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.ScopeName;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that PostgreSQL cannot keep is refused; all other text comes back as it was. */
class StorableTextTest {
    private final PostgresStore store = TestDatabase.shared().emptied(new TestClock());

    private void saveNamed(String name) {
        store.transactions().run(transaction -> {
            store.organizations().save(transaction, new Organization(Samples.organization(0), name, Set.of()));
            return true;
        });
    }

    private Optional<String> savedName() {
        return store.transactions()
                .run(transaction -> store.organizations().find(transaction, Samples.organization(0)))
                .map(Organization::name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Blåbær 漢字",
                "\uD83D\uDE00",
                "\uFEFFa",
                "\uFFFF",
                "\u0001\t\r\n\u007F\u0085",
                "'; --\\\"?:a{}"
            })
    void keeps_all_other_text_as_it_is(String name) {
        saveNamed(name);

        assertThat(savedName()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "hemmelig\0", "\uD83D", "hemmelig \uDE00 x", "\uDE00\uD83D"})
    void refuses_what_the_database_cannot_keep_and_repeats_nothing_of_it(String name) {
        assertThatThrownBy(() -> saveNamed(name))
                .isInstanceOf(StorageException.class)
                .isNotInstanceOf(StorageUnavailableException.class)
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("hemmelig"));
        assertThat(savedName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\uD83D"})
    void refuses_it_in_texts_by_language(String text) {
        var description = LocalizedText.of(Map.of("nb", text));
        var settings = new ScopeSettings(
                description,
                Samples.NO_TEXT,
                ScopeSettings.Visibility.PUBLIC,
                ScopeSettings.TokenType.SELF_CONTAINED,
                0,
                0,
                List.of(),
                Optional.empty(),
                false,
                ScopeSettings.Traits.NONE);
        var scope =
                new Scope(ScopeName.parse("aa:b"), Samples.organization(0), settings, true, Samples.NOW, Samples.NOW);

        assertThatThrownBy(() ->
                        store.transactions().run(transaction -> store.scopes().insert(transaction, scope)))
                .isInstanceOf(StorageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/\0", "https://a.example/\uD83D"})
    void refuses_it_in_lists(String url) {
        var plain = Samples.system("tidsreg");
        var system = new RegisteredSystem(
                plain.internalId(),
                plain.id(),
                plain.vendor(),
                plain.name(),
                plain.description(),
                plain.rights(),
                plain.accessPackages(),
                plain.clientIds(),
                true,
                List.of(url),
                false,
                plain.created());

        assertThatThrownBy(() ->
                        store.transactions().run(transaction -> store.systems().insert(transaction, system)))
                .isInstanceOf(StorageException.class);
        assertThat(store.transactions()
                        .<Optional<RegisteredSystem>>run(
                                transaction -> store.systems().find(transaction, plain.id())))
                .isEmpty();
    }

    @Test
    void says_nothing_of_a_value_that_the_database_refuses() {
        var client = new Client(
                new ClientId("a"),
                Samples.organization(0),
                "hemmelig",
                "",
                List.of(),
                -1,
                true,
                Samples.NOW,
                Samples.NOW);

        assertThatThrownBy(() ->
                        store.transactions().run(transaction -> store.clients().insert(transaction, client)))
                .isInstanceOf(StorageException.class)
                .satisfies(failure -> assertThat(Throwables.getStackTrace(failure))
                        .contains("client_access_token_lifetime_check")
                        .doesNotContain("hemmelig"));
    }
}
