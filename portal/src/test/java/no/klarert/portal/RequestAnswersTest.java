package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import no.klarert.portal.AccessRequest.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestAnswersTest {
    private static final String PAGE = Urls.REQUEST + "?id=" + SampleWorld.id(1);
    private static final String VENDORS_ADDRESS = "https://smartcloud.example/kvittering?ref=4711&x=%C3%A6";

    private final TestPortal test = new TestPortal();
    private final Browser manager = test.browserOf(SampleWorld.MANAGER);

    private Status status() {
        return test.world.status(SampleWorld.id(1));
    }

    @Test
    void approving_leads_by_the_receipt_out_to_the_vendors_address_unchanged() {
        test.world.add(SampleWorld.request(1));

        var answered = manager.press(manager.get(PAGE), "#approve");
        var receipt = manager.follow(answered);
        var left = manager.click(receipt, "#onward");

        assertThat(answered.status()).isEqualTo(303);
        assertThat(status()).isEqualTo(Status.ACCEPTED);
        assertThat(receipt.heading()).isEqualTo("SmartCloud Fakturaflyt kan nå handle for Rolig Fjord AS");
        assertThat(receipt.text())
                .contains(
                        "Kari Rolig", "24.11.2026 kl. 09:30", SampleWorld.id(1).toString());
        assertThat(receipt.response().headers())
                .containsEntry("Refresh", "5; url=" + Urls.REQUEST + "/continue?id=" + SampleWorld.id(1));
        assertThat(left.status()).isEqualTo(303);
        assertThat(left.location()).isEqualTo(VENDORS_ADDRESS);
        assertThat(test.sessions.byHash).isEmpty();
        assertThat(manager.cookies).doesNotContainKey("klarert-session");
    }

    @Test
    void declining_keeps_the_reason_and_leads_out_the_same_way() {
        test.world.add(SampleWorld.request(1));

        var answered = manager.press(manager.get(PAGE), "#decline", Map.of("reason", "too-much"));
        var receipt = manager.follow(answered);

        assertThat(status()).isEqualTo(Status.REJECTED);
        assertThat(test.world.log).containsExactly("decline:too-much");
        assertThat(receipt.heading()).contains("får ikke handle for");
        assertThat(receipt.text()).contains("ikke fått noen tilganger");
        assertThat(manager.click(receipt, "#onward").location()).isEqualTo(VENDORS_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"'', decline:unstated", "nonsense, decline:unstated", "other, decline:other"})
    void declining_needs_no_reason(String reason, String entry) {
        test.world.add(SampleWorld.request(1));

        manager.press(manager.get(PAGE), "#decline", Map.of("reason", reason));

        assertThat(test.world.log).containsExactly(entry);
    }

    @Test
    void without_an_address_the_receipt_stays() {
        test.world.add(SampleWorld.redirectingTo(SampleWorld.request(1), Optional.empty()));

        var receipt = manager.follow(manager.press(manager.get(PAGE), "#approve"));

        assertThat(receipt.response().headers()).doesNotContainKey("Refresh");
        assertThat(receipt.has("#onward")).isFalse();
        assertThat(manager.get(Urls.OVERVIEW).status()).isEqualTo(200);
        assertThat(manager.get(Urls.REQUEST + "/continue?id=" + SampleWorld.id(1))
                        .location())
                .isEqualTo("/logged-out");
    }

    @Test
    void a_person_can_stay_on_the_receipt() {
        test.world.add(SampleWorld.request(1));
        var receipt = manager.follow(manager.press(manager.get(PAGE), "#approve"));

        var staying = manager.click(receipt, "#onward + a");

        assertThat(staying.response().headers()).doesNotContainKey("Refresh");
        assertThat(staying.has("#onward")).isTrue();
    }

    @Test
    void the_receipt_can_be_kept_as_text() {
        test.world.add(SampleWorld.request(1));
        manager.press(manager.get(PAGE), "#approve");

        var text = manager.get(Urls.REQUEST + "/receipt.txt?id=" + SampleWorld.id(1));

        assertThat(text.response().headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
        assertThat(text.response().headers().get("Content-Disposition")).startsWith("attachment");
        assertThat(text.source())
                .contains("Leverandør: SmartCloud AS", "- Skattegrunnlag\n", "- Krav og betalinger\n", "Kari Rolig");
    }

    @Test
    void there_is_no_receipt_and_no_way_out_before_the_answer() {
        test.world.add(SampleWorld.request(1));
        var query = "?id=" + SampleWorld.id(1);

        assertThat(manager.get(Urls.REQUEST + "/receipt" + query).location()).isEqualTo(PAGE);
        assertThat(manager.get(Urls.REQUEST + "/receipt.txt" + query).status()).isEqualTo(404);
        assertThat(manager.get(Urls.REQUEST + "/continue" + query).location()).isEqualTo(PAGE);
        assertThat(manager.get(Urls.OVERVIEW).status()).isEqualTo(200);
    }

    @Test
    void one_who_came_from_the_overview_stays_and_finds_the_new_access_marked() {
        test.world.add(SampleWorld.request(1));
        var request = manager.click(manager.get(Urls.OVERVIEW), "#pending + ul a");

        var overview = manager.follow(manager.press(request, "#approve"));

        assertThat(overview.one("[role=status]").text()).contains("Tilgangen er gitt");
        assertThat(overview.one("#accesses + ul .ds-tag").text()).isEqualTo("Ny");
        assertThat(manager.get(Urls.OVERVIEW).has("[role=status]")).isFalse();
    }

    @Test
    void a_second_click_gets_the_receipt_of_the_first() {
        test.world.add(SampleWorld.request(1));
        var page = manager.get(PAGE);
        manager.press(page, "#approve");

        var receipt = manager.follow(manager.press(page, "#approve"));

        assertThat(test.world.log).containsExactly("approve");
        assertThat(receipt.heading()).contains("kan nå handle");
        assertThat(receipt.one("[role=status]").text()).contains("allerede svart");
    }

    @Test
    void one_who_comes_too_late_sees_how_the_request_stands() {
        test.world.add(SampleWorld.request(1));
        var page = manager.get(PAGE);
        var others = new AccessRequest.Decision(SampleWorld.NOW, Optional.of("Mona Mild"), false);
        test.world.add(SampleWorld.with(SampleWorld.request(1), Status.REJECTED, Optional.of(others)));

        var late = manager.press(page, "#approve");

        assertThat(late.location()).isEqualTo(PAGE);
        assertThat(manager.follow(late).one("#status").text()).contains("avslått", "Mona Mild");
        assertThat(test.world.log).isEmpty();
    }

    @Test
    void one_who_lost_a_right_meanwhile_learns_which_and_nothing_is_given() {
        test.world.add(SampleWorld.request(1));
        var page = manager.get(PAGE);
        test.world.nextAnswer = Optional.of(new RequestAnswer.LacksRights(SampleWorld.missing()));

        var refused = manager.press(page, "#approve");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.one(".ds-error-summary").text()).contains("Ingenting er endret");
        assertThat(refused.text()).contains("Betalingsavtale: Rollen din omfatter ikke denne tjenesten.");
        assertThat(refused.has("#approve")).isFalse();
        assertThat(refused.one("input[name=goto]").attr("value")).isEqualTo(PAGE);
        assertThat(status()).isEqualTo(Status.NEW);
    }

    @Test
    void one_who_may_not_approve_cannot_do_it_with_a_hand_made_form() {
        test.world.add(SampleWorld.request(1));
        var employee = test.browserOf(SampleWorld.EMPLOYEE);
        var token = employee.get(PAGE).one("main input[name=csrf]").attr("value");

        var refused = employee.post(Urls.REQUEST + "/approve?id=" + SampleWorld.id(1), Map.of("csrf", token));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("En annen må svare");
        assertThat(status()).isEqualTo(Status.NEW);
    }

    @Test
    void nor_one_at_too_low_a_level_nor_a_stranger() {
        test.world.add(SampleWorld.request(1));
        for (var browser :
                new Browser[] {test.browserOf(SampleWorld.MANAGER, 2), test.browserOf(SampleWorld.STRANGER)}) {
            var token = browser.get("/logout").one("main input[name=csrf]").attr("value");
            var refused = browser.post(Urls.REQUEST + "/approve?id=" + SampleWorld.id(1), Map.of("csrf", token));
            assertThat(refused.status()).isIn(403, 404);
        }
        assertThat(test.world.log).isEmpty();
        assertThat(status()).isEqualTo(Status.NEW);
    }

    @ParameterizedTest
    @CsvSource({"AUTH-00004, allerede gitt dette systemet tilgang", "AUTH-99999, venter fortsatt på svar"})
    void any_other_obstacle_is_named_with_its_code(String code, String words) {
        test.world.add(SampleWorld.request(1));
        test.world.nextAnswer = Optional.of(new RequestAnswer.Refused(code));

        var refused = manager.press(manager.get(PAGE), "#approve");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.one(".ds-error-summary").text()).contains(words, code);
        assertThat(refused.has("#approve")).isTrue();
    }

    @Test
    void leaving_without_an_answer_leads_to_the_vendor_too() {
        test.world.add(SampleWorld.request(1));
        var employee = test.browserOf(SampleWorld.EMPLOYEE);

        var left = employee.press(employee.get(PAGE), "#leave");

        assertThat(left.location()).isEqualTo(VENDORS_ADDRESS);
        assertThat(employee.cookies).doesNotContainKey("klarert-session");
        assertThat(status()).isEqualTo(Status.NEW);
    }

    @Test
    void the_page_lets_its_forms_lead_to_the_vendor_only_where_one_does() {
        test.world.add(SampleWorld.request(1));
        var leaving = test.browserOf(SampleWorld.EMPLOYEE).get(PAGE).response().headers();
        var answering = manager.get(PAGE).response().headers();

        assertThat(leaving.get("Content-Security-Policy")).contains("form-action 'self' https://smartcloud.example;");
        assertThat(answering.get("Content-Security-Policy")).contains("form-action 'self';");
    }

    @Test
    void an_unsafe_stored_address_is_never_followed() {
        test.world.add(SampleWorld.redirectingTo(SampleWorld.request(1), Optional.of("javascript:alert(1)")));
        manager.press(manager.get(PAGE), "#approve");

        assertThat(manager.get(Urls.REQUEST + "/continue?id=" + SampleWorld.id(1))
                        .location())
                .isEqualTo("/logged-out");
    }

    @Test
    void no_parameter_can_name_the_address() {
        test.world.add(SampleWorld.request(1));
        manager.press(manager.get(PAGE), "#approve");
        var more = "&redirectUrl=https%3A%2F%2Fevil.example&goto=%2F%2Fevil.example&url=https%3A%2F%2Fevil.example";

        assertThat(manager.get(Urls.REQUEST + "/continue?id=" + SampleWorld.id(1) + more)
                        .location())
                .isEqualTo(VENDORS_ADDRESS);
    }
}
