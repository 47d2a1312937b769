package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.klarert.portal.PortalRequest.Method;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** As much of a browser as the portal's tests need: cookies, forms, and no script. */
final class Browser {
    final Map<String, String> cookies = new HashMap<>();
    final Map<String, String> headers = new HashMap<>();
    private final Portal portal;

    Browser(Portal portal) {
        this.portal = portal;
    }

    void logIn(People.Person person, int level) {
        var form = Map.of("user", person.user().toString(), "level", Integer.toString(level));
        assertThat(post("/login", form).status()).isEqualTo(303);
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    Page get(String url) {
        return send(Method.GET, url, Map.of());
    }

    Page post(String url, Map<String, String> form) {
        return send(Method.POST, url, form);
    }

    /** Presses a button: sends its form with everything in it. */
    Page press(Page page, String buttonSelector) {
        return press(page, buttonSelector, Map.of());
    }

    Page press(Page page, String buttonSelector, Map<String, String> filledIn) {
        var button = page.one(buttonSelector);
        var form = button.closest("form");
        if (form == null) {
            throw new AssertionError("no form around " + buttonSelector);
        }
        var fields = fieldsOf(page, form);
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        fields.putAll(filledIn);
        return post(form.attr("action"), fields);
    }

    private static Map<String, String> fieldsOf(Page page, Element form) {
        var inputs = new ArrayList<Element>(form.select("input"));
        if (!form.id().isEmpty()) {
            inputs.addAll(page.html().select("input[form=" + form.id() + "]"));
        }
        var fields = new HashMap<String, String>();
        inputs.stream()
                .filter(input -> !input.attr("type").equals("radio") || input.hasAttr("checked"))
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return fields;
    }

    Page follow(Page page) {
        return get(page.location());
    }

    Page click(Page page, String linkSelector) {
        return get(page.one(linkSelector).attr("href"));
    }

    private Page send(Method method, String url, Map<String, String> form) {
        int question = url.indexOf('?');
        var path = question < 0 ? url : url.substring(0, question);
        var query = question < 0 ? "" : url.substring(question + 1);
        var response = portal.handle(
                new PortalRequest(method, path, query(query), form(form), Map.copyOf(cookies), headers, "reference-1"));
        response.cookies().forEach(this::keep);
        return new Page(response);
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    static Parameters form(Map<String, String> fields) {
        var lists = new HashMap<String, List<String>>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Parameters(lists);
    }

    static Parameters query(String query) {
        var values = new HashMap<String, List<String>>();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&")) {
            var parts = pair.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : decoded(parts[1]));
        }
        return new Parameters(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A response, read as a browser would. */
    record Page(PortalResponse response, Document html) {
        Page(PortalResponse response) {
            this(response, Jsoup.parse(textOf(response)));
        }

        private static String textOf(PortalResponse response) {
            return new String(response.body().toArray(), StandardCharsets.UTF_8);
        }

        int status() {
            return response.status();
        }

        String location() {
            return String.valueOf(response.headers().get("Location"));
        }

        String source() {
            return textOf(response);
        }

        String text() {
            return html.text().replace('\u00a0', ' ');
        }

        String heading() {
            return one("h1").text();
        }

        Element one(String selector) {
            var found = html.select(selector);
            assertThat(found).as(selector + " in\n" + html.body().text()).hasSize(1);
            return found.get(0);
        }

        boolean has(String selector) {
            return !html.select(selector).isEmpty();
        }
    }
}
