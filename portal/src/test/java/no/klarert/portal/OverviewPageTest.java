package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.Test;

class OverviewPageTest {
    private final TestPortal test = new TestPortal();
    private final Browser manager = test.browserOf(SampleWorld.MANAGER);

    @Test
    void says_why_it_is_empty() {
        var page = manager.get(Urls.OVERVIEW);

        assertThat(page.text()).contains("ingen forespørsler", "ikke gitt noen systemer tilgang ennå");
        assertThat(page.one("nav [aria-current=page]").text()).isEqualTo("Systemtilganger");
    }

    @Test
    void lists_what_waits_and_what_has_been_given() {
        test.world.add(SampleWorld.request(1));
        var id = new SystemUserId(SampleWorld.id(2).value());
        test.world.accesses.put(id, SampleWorld.access(id, SampleWorld.request(2)));

        var page = manager.get(Urls.OVERVIEW);

        assertThat(page.one("#pending + ul li").text()).contains("SmartCloud Fakturaflyt", "24.11.2026 kl. 07:30");
        assertThat(page.one("#pending + ul a").attr("href"))
                .startsWith(Urls.REQUEST + "?id=" + SampleWorld.id(1))
                .contains("skiplogout=true");
        assertThat(page.one("#accesses + ul li").text())
                .contains("Fakturaflyt for Rolig Fjord", "kunde-4711", "3 tilganger");
        assertThat(page.one("#accesses + ul a").attr("href")).isEqualTo(Urls.SYSTEM_USERS + "/" + id);
        assertThat(page.has(".ds-tag")).isFalse();
    }

    @Test
    void a_person_of_several_organisations_chooses_one() {
        test.world.managersOrganizations = List.of(SampleWorld.OTHER, SampleWorld.CUSTOMER);
        test.world.add(SampleWorld.request(1));

        var first = manager.get(Urls.OVERVIEW);
        var chosen = manager.get(
                Urls.OVERVIEW + "?org=" + SampleWorld.CUSTOMER.number().value());

        assertThat(first.one("option[selected]").text()).startsWith("Blid Elv AS");
        assertThat(first.has("#pending + ul")).isFalse();
        assertThat(chosen.one("option[selected]").text()).startsWith("Rolig Fjord AS");
        assertThat(chosen.has("#pending + ul")).isTrue();
    }

    @Test
    void an_organisation_one_does_not_represent_cannot_be_chosen() {
        var page = manager.get(Urls.OVERVIEW + "?org=" + SampleWorld.OTHER.number());

        assertThat(page.text()).contains("Rolig Fjord AS").doesNotContain("Blid Elv");
    }

    @Test
    void one_without_the_right_learns_who_can_help() {
        test.world.add(SampleWorld.request(1));

        var page = test.browserOf(SampleWorld.EMPLOYEE).get(Urls.OVERVIEW);

        assertThat(page.one("#no-access").text()).isEqualTo("Du har ikke tilgang til dette");
        assertThat(page.text()).contains("Rolig Fjord AS", "daglig leder").doesNotContain("SmartCloud");
    }

    @Test
    void one_who_is_not_logged_in_surely_enough_learns_that_and_comes_back_afterwards() {
        test.world.add(SampleWorld.request(1));

        var page = test.browserOf(SampleWorld.MANAGER, 2).get(Urls.OVERVIEW);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("Du må logge inn sikrere");
        assertThat(page.text()).contains("nivå 3", "nivå 2").doesNotContain("SmartCloud");
        assertThat(page.html().select("main a").getFirst().attr("href"))
                .isEqualTo("/login?goto=%2Faccessmanagement%2Fui%2Fsystemuser%2Foverview");
    }

    @Test
    void one_of_no_organisation_learns_that() {
        assertThat(test.browserOf(SampleWorld.STRANGER).get(Urls.OVERVIEW).heading())
                .isEqualTo("Du representerer ingen virksomhet");
    }
}
