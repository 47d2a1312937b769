package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.portal.AccessRequest.Status;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts come from vendors, registers and addresses: whatever they say, the page shows it as text. */
class HostileTextTest {
    private static final String SCRIPT = "<script>alert('x')</script>";
    private static final String QUOTE = "\" onmouseover=\"alert(1)\" x='";
    private static final String TEMPLATE = "${1+1} $unsafe{x} {org} {system} @if(true)";
    private static final String HIDDEN = "Trygg\u202eSA\u0000\u200b</title></textarea></div>";

    private final TestPortal test = new TestPortal();
    private final Browser manager = test.browserOf(SampleWorld.MANAGER);

    static AccessRequest hostileRequest(int n) {
        var plain = SampleWorld.request(n);
        return new AccessRequest(
                plain.id(),
                Status.NEW,
                new Organization(SCRIPT, SampleWorld.VENDOR.number()),
                text(QUOTE + SCRIPT),
                text(TEMPLATE + HIDDEN),
                HIDDEN + SCRIPT + "Langt".repeat(50),
                SampleWorld.CUSTOMER,
                new Rights(
                        List.of(new Rights.PackageRight(
                                text(SCRIPT + QUOTE),
                                text(HIDDEN),
                                List.of(new Rights.Service(text(SCRIPT), text(QUOTE))))),
                        List.of(new Rights.ServiceRight(
                                text(QUOTE), text(SCRIPT), text(HIDDEN), List.of(new ActionName("<b>"))))),
                plain.created(),
                plain.expires(),
                Optional.of("https://vendor.example/?\"><script>alert(1)</script>"),
                Optional.empty(),
                Optional.empty());
    }

    private static LocalizedText text(String words) {
        return LocalizedText.of(Map.of("nb", words, "nn", words, "en", words));
    }

    @Test
    void names_are_text_on_every_page_of_a_request() {
        var request = test.world.add(hostileRequest(1));
        var page = manager.get(Urls.REQUEST + "?id=" + request.id());
        assertHarmless(page);
        assertThat(page.heading()).contains(SCRIPT, "onmouseover");

        var receipt = manager.follow(manager.press(page, "#approve"));
        assertHarmless(receipt);
        assertHarmless(manager.get(Urls.OVERVIEW));
        var access = manager.get(Urls.SYSTEM_USERS + "/" + request.id());
        assertHarmless(access);
        assertHarmless(manager.click(access, "#delete"));
    }

    @Test
    void names_are_text_where_rights_are_missing() {
        test.world.add(SampleWorld.request(1));
        test.world.nextAnswer = Optional.of(new RequestAnswer.LacksRights(
                List.of(new MissingRight(text(SCRIPT + QUOTE), MissingRight.Reason.UNKNOWN))));
        var page = manager.press(manager.get(Urls.REQUEST + "?id=" + SampleWorld.id(1)), "#approve");
        assertHarmless(page);
        assertThat(page.text()).contains(SCRIPT);

        test.world.nextAnswer = Optional.of(new RequestAnswer.Refused(SCRIPT));
        assertHarmless(manager.press(manager.get(Urls.REQUEST + "?id=" + SampleWorld.id(1)), "#approve"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?goto=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/login?goto=/x%22onclick=alert(1)",
                "/nowhere%22%3E%3Cscript%3E?x=%3Cscript%3E",
                "/privacy?%3Cscript%3E=%22%3E%3Cscript%3E",
                "/accessmanagement/ui/systemuser/overview?org=%3Cscript%3E&new=%22%3E%3Cscript%3E",
                "/accessmanagement/ui/systemuser/request?id=%3Cscript%3E&backtopage=%2F%22%3E%3Cscript%3E"
            })
    void addresses_are_text(String url) {
        assertHarmless(manager.get(url));
    }

    @Test
    void a_name_cannot_write_lines_into_the_text_receipt() {
        var request = test.world.add(hostileRequest(1));
        manager.press(manager.get(Urls.REQUEST + "?id=" + request.id()), "#approve");

        var text = manager.get(Urls.REQUEST + "/receipt.txt?id=" + request.id());

        assertThat(text.source()).doesNotContain("\u202e", "\u0000", "\u200b");
        assertThat(text.response().headers().get("Content-Disposition"))
                .isEqualTo("attachment; filename=\"klarert-" + request.id() + ".txt\"");
    }

    private static void assertHarmless(Browser.Page page) {
        assertThat(page.html().select("script, [onmouseover], [onclick], b, textarea, template"))
                .isEmpty();
        assertThat(page.source())
                .doesNotContain("<script", "\u202e", "\u0000", "\u200b")
                .contains("</html>");
        assertThat(page.html().select("main")).hasSize(1);
        assertThat(page.html().select("body > footer")).hasSize(1);
        for (var link : page.html().select("[href], [action], [src]")) {
            assertThat(link.attr("href") + link.attr("action") + link.attr("src"))
                    .matches("[/#].*");
        }
    }
}
