package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPageTest {
    private static final SystemUserId ID = new SystemUserId(SampleWorld.id(2).value());
    private static final String PAGE = Urls.SYSTEM_USERS + "/" + ID;

    private final TestPortal test = new TestPortal();
    private final Browser manager = test.browserOf(SampleWorld.MANAGER);

    @BeforeEach
    void an_access() {
        test.world.accesses.put(ID, SampleWorld.access(ID, SampleWorld.request(2)));
    }

    @Test
    void shows_what_the_system_may_do_and_who_said_so() {
        var page = manager.get(PAGE);

        assertThat(page.heading()).isEqualTo("Fakturaflyt for Rolig Fjord");
        assertThat(page.text())
                .contains("SmartCloud AS (org.nr. 310 999 008)", "Kari Rolig", "Krav og betalinger", "kunde-4711")
                .contains(ID.toString());
    }

    @Test
    void asks_before_deleting_and_then_says_it_is_done() {
        var asked = manager.click(manager.get(PAGE), "#delete");
        assertThat(asked.heading()).isEqualTo("Ta tilgangen fra Fakturaflyt for Rolig Fjord?");
        assertThat(asked.text()).contains("med en gang", "Alle 3 tilgangene", "kan ikke angres");
        assertThat(asked.one("#confirm-delete").text()).isEqualTo("Ja, slett Fakturaflyt for Rolig Fjord");
        assertThat(test.world.log).isEmpty();

        var overview = manager.follow(manager.press(asked, "#confirm-delete"));

        assertThat(test.world.log).containsExactly("delete");
        assertThat(overview.one("[role=status]").text()).contains("Systemtilgangen er slettet");
        assertThat(overview.text()).contains("ikke gitt noen systemer tilgang ennå");
    }

    @Test
    void deleting_twice_finds_nothing_the_second_time() {
        var asked = manager.get(PAGE + "/delete");
        manager.press(asked, "#confirm-delete");

        assertThat(manager.press(asked, "#confirm-delete").status()).isEqualTo(404);
        assertThat(test.world.log).containsExactly("delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/delete"})
    void anothers_access_and_none_look_the_same(String page) {
        var stranger = test.browserOf(SampleWorld.STRANGER);

        var anothers = stranger.get(PAGE + page);
        var unknown = stranger.get(Urls.SYSTEM_USERS + "/" + SampleWorld.id(9) + page);
        var nonsense = stranger.get(Urls.SYSTEM_USERS + "/nonsense" + page);

        assertThat(anothers.status()).isEqualTo(404);
        assertThat(anothers.heading()).isEqualTo("Vi finner ikke systemtilgangen");
        assertThat(anothers.one("main").html()).isEqualTo(unknown.one("main").html());
        assertThat(nonsense.status()).isEqualTo(404);
    }

    @Test
    void one_who_is_not_logged_in_surely_enough_sees_and_deletes_nothing() {
        var unsure = test.browserOf(SampleWorld.MANAGER, 2);
        var token = unsure.get("/logout").one("main input[name=csrf]").attr("value");

        assertThat(unsure.get(PAGE).heading()).isEqualTo("Du må logge inn sikrere");
        assertThat(unsure.post(PAGE + "/delete", java.util.Map.of("csrf", token))
                        .status())
                .isEqualTo(403);
        assertThat(test.world.accesses).containsKey(ID);
    }

    @Test
    void a_stranger_cannot_delete_with_a_hand_made_form() {
        var stranger = test.browserOf(SampleWorld.STRANGER);
        var token = stranger.get("/logout").one("main input[name=csrf]").attr("value");

        assertThat(stranger.post(PAGE + "/delete", java.util.Map.of("csrf", token))
                        .status())
                .isEqualTo(404);
        assertThat(test.world.accesses).containsKey(ID);
    }
}
