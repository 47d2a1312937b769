package no.klarert.server;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser in route tests: keeps cookies and sends the hidden fields of forms. Redirects are not followed unasked. */
final class Visitor {
    static final String INGRID = "12857410260";
    static final String JONAS = "03829010150";
    static final String TURID = "21918810010";
    static final String PER = "07826510026";
    static final String SESSION = "__Host-klarert-session";
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);

    final Map<String, String> cookies = new TreeMap<>();
    final Map<String, String> headers = new HashMap<>();
    private final ServerUnderTest server;

    Visitor(ServerUnderTest server) {
        this.server = server;
    }

    /** Logs in at level 4; fails the test if that is refused. */
    Visitor logIn(String pid) {
        return logIn(pid, 4);
    }

    Visitor logIn(String pid, int level) {
        var reply = post("/login", Map.of("pid", pid, "level", Integer.toString(level)));
        if (reply.status() != 303) {
            throw new AssertionError("log-in answered " + reply.status());
        }
        return this;
    }

    TestCall.Reply get(String path) {
        return send(server.get(path));
    }

    TestCall.Reply post(String path, Map<String, String> fields) {
        return send(server.post(path).form(encode(fields)));
    }

    TestCall.Reply follow(TestCall.Reply redirect) {
        return get(redirect.header("Location"));
    }

    /** Sends the form whose address contains {@code action}, with its hidden fields. */
    TestCall.Reply submit(TestCall.Reply page, String action) {
        return submit(page, action, Map.of());
    }

    TestCall.Reply submit(TestCall.Reply page, String action, Map<String, String> filledIn) {
        var form = FORM.matcher(page.text())
                .results()
                .filter(found -> found.group(1).contains(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form for " + action + " in\n" + page.text()));
        Map<String, String> fields = new LinkedHashMap<>();
        HIDDEN.matcher(form.group(2))
                .results()
                .forEach(hidden -> fields.put(hidden.group(1), unescape(hidden.group(2))));
        fields.putAll(filledIn);
        return post(address(form.group(1)), fields);
    }

    private static String address(String attributes) {
        var action = Pattern.compile("action=\"([^\"]*)\"").matcher(attributes);
        return action.find() ? unescape(action.group(1)) : "";
    }

    /** The token that this log-in's forms carry. */
    String csrfToken() {
        return HIDDEN.matcher(get("/logout").text())
                .results()
                .filter(hidden -> hidden.group(1).equals("csrf"))
                .map(hidden -> hidden.group(2))
                .findFirst()
                .orElseThrow();
    }

    TestCall.Reply send(TestCall call) {
        headers.forEach(call::header);
        if (!cookies.isEmpty()) {
            call.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var reply = call.send();
        for (var header : reply.response().headers().allValues("Set-Cookie")) {
            HttpCookie.parse(header).forEach(this::keep);
        }
        return reply;
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    static String heading(TestCall.Reply page) {
        return Optional.of(HEADING.matcher(page.text()))
                .filter(heading -> heading.find())
                .map(heading -> unescape(heading.group(1)))
                .orElse("");
    }

    static boolean hasForm(TestCall.Reply page, String action) {
        return FORM.matcher(page.text())
                .results()
                .anyMatch(form -> form.group(1).contains(action));
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        return text.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
