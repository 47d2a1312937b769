package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import no.klarert.portal.AccessRequest.Decision;
import no.klarert.portal.AccessRequest.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPageTest {
    private static final String PAGE = Urls.REQUEST + "?id=" + SampleWorld.id(1);

    private final TestPortal test = new TestPortal();
    private final Browser manager = test.browserOf(SampleWorld.MANAGER);

    @Test
    void says_who_asks_for_what_and_what_happens_then() {
        test.world.add(SampleWorld.request(1));

        var page = manager.get(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Skal SmartCloud Fakturaflyt få handle for Rolig Fjord AS?");
        assertThat(page.html().title())
                .isEqualTo("Skal SmartCloud Fakturaflyt få handle for Rolig Fjord AS? – Rolig Fjord AS – Klarert");
        assertThat(page.text())
                .containsSubsequence(
                        "Kari Rolig",
                        "for Rolig Fjord AS",
                        "Hvem spør",
                        "SmartCloud AS (org.nr. 310 999 008)",
                        "Fakturaflyt for Rolig Fjord",
                        "Henter krav og betalinger",
                        "24.11.2026 kl. 07:30",
                        "23.05.2027",
                        "På vegne av",
                        "Rolig Fjord AS (org.nr. 313 777",
                        "Dette får systemet lov til",
                        "Skattegrunnlag",
                        "2 tjenester i pakken",
                        "Skattemelding (Skatteetaten)",
                        "Enkelttjenester",
                        "Krav og betalinger",
                        "Systemet kan",
                        "lese",
                        "Betalingsavtale Signering",
                        "lese, signere",
                        "virker med en gang",
                        "ta tilgangen tilbake",
                        "sender deg til smartcloud.example",
                        "Gi tilgang",
                        "Avslå");
        assertThat(page.has("#approve")).isTrue();
        assertThat(page.has("#decline")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nn | Skal SmartCloud Fakturaflyt få handle for Rolig Fjord AS? | Krav og betalingar | Gi tilgang",
                "en | Should SmartCloud Invoice Flow be allowed to act for Rolig Fjord AS? | Claims and payments | Give access"
            })
    void speaks_the_visitors_language(String language, String heading, String service, String button) {
        test.world.add(SampleWorld.request(1));
        manager.cookies.put("klarert-language", language);

        var page = manager.get(PAGE);

        assertThat(page.one("html").attr("lang")).isEqualTo(language);
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.text()).contains(service);
        assertThat(page.one("#approve").text()).isEqualTo(button);
    }

    @Test
    void does_not_speak_of_leaving_when_the_vendor_has_no_address_or_the_person_stays() {
        test.world.add(SampleWorld.redirectingTo(SampleWorld.request(1), Optional.empty()));
        test.world.add(SampleWorld.request(2));

        assertThat(manager.get(PAGE).text()).contains("fortsatt innlogget").doesNotContain("sender deg");
        assertThat(manager.get(Urls.REQUEST + "?id=" + SampleWorld.id(2) + "&skiplogout=true")
                        .text())
                .contains("fortsatt innlogget")
                .doesNotContain("sender deg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCEPTED | Noen i virksomheten har allerede sagt ja",
                "REJECTED | Denne forespørselen er avslått",
                "DENIED | lukket fordi tilgangene ikke kan gis",
                "TIMED_OUT | gikk ut 23.05.2027"
            })
    void says_why_a_request_can_no_longer_be_answered(Status status, String words) {
        var decision = new Decision(SampleWorld.NOW, Optional.of("Mona Mild"), false);
        test.world.add(SampleWorld.with(SampleWorld.request(1), status, Optional.of(decision)));

        var page = manager.get(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.one("#status").text()).contains(words, "24.11.2026 kl. 09:30", "Mona Mild");
        assertThat(page.has("#approve, #decline, #leave, #standing")).isFalse();
        assertThat(page.text()).contains("Dette ba leverandøren om", "gå videre til smartcloud.example");
    }

    @Test
    void one_who_may_not_answer_learns_who_can_and_gets_no_buttons_to_answer() {
        test.world.add(SampleWorld.request(1));

        var page = test.browserOf(SampleWorld.EMPLOYEE).get(PAGE + "&skiplogout=true");

        assertThat(page.text()).contains("En annen må svare", "tilgangsstyrer", "http://localhost:8080" + PAGE + " ");
        assertThat(page.has("#approve, #decline")).isFalse();
        assertThat(page.has("#leave")).isTrue();
    }

    @Test
    void one_who_lacks_rights_sees_which_and_why_and_may_decline() {
        test.world.add(SampleWorld.request(1));

        var page = test.browserOf(SampleWorld.PARTLY).get(PAGE);

        assertThat(page.one("#standing").text()).isEqualTo("Du mangler 2 av tilgangene systemet ber om");
        assertThat(page.text())
                .contains("Betalingsavtale: Rollen din omfatter ikke denne tjenesten.")
                .contains("Skattegrunnlag: Du har ikke denne tilgangspakken.");
        assertThat(page.has("#approve")).isFalse();
        assertThat(page.has("#decline")).isTrue();
    }

    @Test
    void one_at_too_low_a_level_logs_in_again_and_comes_back() {
        test.world.add(SampleWorld.request(1));
        var browser = test.browserOf(SampleWorld.MANAGER, 2);

        var page = browser.get(PAGE);
        var back = browser.press(browser.click(page, "#log-in-again"), "button[name=user][value=101]");

        assertThat(page.text()).contains("på nivå 3", "på nivå 2");
        assertThat(page.has("#approve, #decline")).isFalse();
        assertThat(back.location()).isEqualTo(PAGE);
        assertThat(browser.follow(back).has("#approve")).isTrue();
    }

    @Test
    void an_unknown_request_and_another_customers_look_the_same() {
        test.world.add(SampleWorld.request(1));
        var stranger = test.browserOf(SampleWorld.STRANGER);

        var anothers = stranger.get(PAGE);
        var unknown = stranger.get(Urls.REQUEST + "?id=" + SampleWorld.id(9));

        assertThat(anothers.status()).isEqualTo(404);
        assertThat(anothers.heading()).isEqualTo("Vi finner ikke forespørselen");
        assertThat(anothers.one("main").html()).isEqualTo(unknown.one("main").html());
        assertThat(anothers.text()).doesNotContain("SmartCloud", "Rolig Fjord");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?id=", "?id=1", "?id=%00", "?id=<script>", "?id=a&id=b"})
    void no_id_is_no_request(String query) {
        assertThat(manager.get(Urls.REQUEST + query).status()).isEqualTo(404);
    }

    @Test
    void ignores_parameters_it_does_not_know() {
        test.world.add(SampleWorld.request(1));

        assertThat(manager.get(PAGE + "&DONTCHOOSEREPORTEE=true&x=1").status()).isEqualTo(200);
    }

    @Test
    void links_back_within_the_portal_only() {
        test.world.add(SampleWorld.request(1));

        assertThat(manager.get(PAGE + "&backtopage=%2Fprivacy").one(".back a").attr("href"))
                .isEqualTo("/privacy");
        assertThat(manager.get(PAGE + "&backtopage=https%3A%2F%2Fexample.com").has(".back"))
                .isFalse();
        assertThat(manager.get(PAGE + "&backtopage=%2F%2Fexample.com").source()).doesNotContain("example.com\"");
    }

    @Test
    void an_unsafe_redirect_address_is_not_shown_or_linked() {
        test.world.add(SampleWorld.redirectingTo(SampleWorld.request(1), Optional.of("javascript:alert(1)")));

        assertThat(manager.get(PAGE).source()).doesNotContain("javascript:");
    }
}
