package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.portal.AccessRequest.Status;
import no.klarert.vocabulary.SystemUserId;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page in every language: landmarks, headings, labels, and nothing that the policy forbids. */
class MarkupTest {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    static Stream<Arguments> pages() {
        var all = new ArrayList<Arguments>();
        for (var language : Language.values()) {
            pagesIn(language).forEach((name, page) -> all.add(Arguments.of(language.code() + " " + name, page)));
        }
        return all.stream();
    }

    private static Map<String, Browser.Page> pagesIn(Language language) {
        var test = new TestPortal();
        PortalPreview.seed(test.world);
        var pages = new LinkedHashMap<String, Browser.Page>();
        var nobody = in(language, test.browser());
        pages.put("start", nobody.get("/"));
        pages.put("log in", nobody.get("/login"));
        pages.put("log in refused", nobody.post("/login", Map.of("pid", "1")));
        pages.put("logged out", nobody.get("/logged-out"));
        pages.put("accessibility", nobody.get("/accessibility"));
        pages.put("privacy", nobody.get("/privacy"));
        pages.put("not found", nobody.get("/nowhere"));
        addPersonal(pages, language, test);
        return pages;
    }

    private static void addPersonal(Map<String, Browser.Page> pages, Language language, TestPortal test) {
        var manager = in(language, test.browserOf(SampleWorld.MANAGER));
        var access = Urls.SYSTEM_USERS + "/" + SampleWorld.id(2);
        pages.put("log out", manager.get("/logout"));
        pages.put("overview", manager.get(Urls.OVERVIEW));
        pages.put("access", manager.get(access));
        pages.put("delete", manager.get(access + "/delete"));
        pages.put("form refused", manager.post(access + "/delete", Map.of()));
        for (int n = 1; n <= 6; n++) {
            pages.put("request " + n, manager.get(request(n) + "&backtopage=%2F"));
        }
        pages.put(
                "request of employee",
                in(language, test.browserOf(SampleWorld.EMPLOYEE)).get(request(1)));
        pages.put(
                "request of one who lacks",
                in(language, test.browserOf(SampleWorld.PARTLY)).get(request(1)));
        pages.put(
                "request at low level",
                in(language, test.browserOf(SampleWorld.MANAGER, 2)).get(request(1)));
        pages.put(
                "overview refused",
                in(language, test.browserOf(SampleWorld.EMPLOYEE)).get(Urls.OVERVIEW));
        test.world.nextAnswer = Optional.of(new RequestAnswer.Refused("AUTH-00004"));
        pages.put("approval refused", manager.press(manager.get(request(1)), "#approve"));
        test.world.nextAnswer = Optional.empty();
        pages.put("receipt", manager.follow(manager.press(manager.get(request(1)), "#approve")));
        pages.put("receipt declined", manager.follow(manager.press(manager.get(request(6)), "#decline")));
        hostile(test);
        pages.put("hostile request", manager.get(request(7)));
        pages.put("hostile overview", manager.get(Urls.OVERVIEW));
    }

    private static void hostile(TestPortal test) {
        var id = new SystemUserId(SampleWorld.id(8).value());
        test.world.accesses.put(id, SampleWorld.access(id, HostileTextTest.hostileRequest(7)));
        test.world.add(SampleWorld.with(SampleWorld.request(9), Status.NEW, Optional.empty()));
    }

    private static Browser in(Language language, Browser browser) {
        browser.cookies.put("klarert-language", language.code());
        return browser;
    }

    private static String request(int n) {
        return Urls.REQUEST + "?id=" + SampleWorld.id(n);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void has_landmarks_a_title_and_a_language(String name, Browser.Page page) {
        assertThat(page.html().title()).endsWith(" – Klarert").doesNotStartWith(" ");
        assertThat(page.one("html").attr("lang")).isEqualTo(name.substring(0, 2));
        assertThat(page.has("body > header") && page.has("body > main#content") && page.has("body > footer"))
                .isTrue();
        assertThat(page.one(".ds-skip-link").attr("href")).isEqualTo("#content");
        assertThat(page.one("body").children().eachAttr("class").getFirst()).isEqualTo("ds-skip-link");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void has_one_first_heading_and_skips_no_level_below_it(String name, Browser.Page page) {
        var levels = page.html().select("main h1, main h2, main h3, main h4").stream()
                .map(heading -> Integer.parseInt(heading.tagName().substring(1)))
                .toList();

        assertThat(page.one("h1").text()).isNotBlank();
        var sorted = levels.subList(levels.indexOf(1), levels.size());
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(sorted.get(i)).as(name + " " + levels).isLessThanOrEqualTo(sorted.get(i - 1) + 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void has_nothing_that_the_content_security_policy_forbids(String name, Browser.Page page) {
        assertThat(page.html().select("script, style, [style], iframe, object, embed, base, meta[http-equiv]"))
                .isEmpty();
        for (var element : page.html().getAllElements()) {
            assertThat(element.attributes().asList())
                    .as(element.tagName())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void leads_only_to_itself_and_sends_forms_only_with_tokens(String name, Browser.Page page) {
        for (var link : page.html().select("a[href], link[href]")) {
            assertThat(link.attr("href")).as(name).matches("(#|/(?!/)).*");
            assertThat(link.text().isBlank() && !link.tagName().equals("link")).isFalse();
        }
        for (var form : page.html().select("form[method=post]")) {
            assertThat(form.attr("action")).startsWith("/");
            if (!Set.of("/language", "/login").contains(form.attr("action"))) {
                assertThat(form.select("input[name=csrf]").val())
                        .as(form.outerHtml())
                        .hasSize(43);
            }
        }
        assertThat(page.html().select("form[method=get] input[name=csrf]")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void has_unique_ids_that_references_find(String name, Browser.Page page) {
        var ids = page.html().select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (var attribute : List.of("for", "aria-labelledby", "aria-describedby", "form")) {
            for (var element : page.html().select("[" + attribute + "]")) {
                assertThat(ids).as(name).contains(element.attr(attribute).split(" "));
            }
        }
        for (var anchor : page.html().select("a[href^=#]")) {
            assertThat(ids).contains(anchor.attr("href").substring(1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void has_a_name_for_every_control(String name, Browser.Page page) {
        for (var input : page.html().select("input:not([type=hidden]), select, textarea")) {
            assertThat(page.html().select("label[for=" + input.id() + "]").text())
                    .as(name + " " + input.outerHtml())
                    .isNotBlank();
        }
        assertThat(page.html().select("button")).allSatisfy(button -> {
            assertThat(button.text()).isNotBlank();
            assertThat(button.attr("type")).isEqualTo("submit");
        });
        assertThat(page.html().select("fieldset"))
                .allSatisfy(set -> assertThat(firstTag(set)).isEqualTo("legend"));
        assertThat(page.html().select("details"))
                .allSatisfy(set -> assertThat(firstTag(set)).isEqualTo("summary"));
    }

    private static String firstTag(Element element) {
        return element.children().getFirst().tagName();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void names_its_sections_by_their_headings(String name, Browser.Page page) {
        for (var section : page.html().select("section[aria-labelledby]")) {
            var label = page.one("#" + section.attr("aria-labelledby"));
            assertThat(HEADINGS).contains(label.tagName());
        }
        assertThat(page.html().select("dl > div"))
                .allSatisfy(row -> assertThat(row.children().stream().map(Element::tagName))
                        .containsExactly("dt", "dd"));
        assertThat(page.html().select("ul > *:not(li), ol > *:not(li)")).isEmpty();
    }
}
