package no.klarert.server.demo;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser, as far as the story needs one: cookies, links, and forms with their hidden fields. */
final class Browser {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final int MOST_REDIRECTS = 5;

    private final LoggedHttp http;
    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(LoggedHttp http, URI base) {
        this.http = http;
        this.base = base;
    }

    /** Opens a page, following redirects on this site. */
    Page open(String path) {
        return follow(send(request(path).GET()), MOST_REDIRECTS);
    }

    /** Submits the form of {@code page} whose action contains {@code action}, with {@code fields} beside its hidden ones. */
    Page submit(Page page, String action, Map<String, String> fields) {
        var form = page.form(action).orElseThrow(() -> new StoryFailure("the page has no form for " + action));
        var all = new LinkedHashMap<>(form.hidden());
        all.putAll(fields);
        return post(form.action(), all);
    }

    /** Posts fields as they are: what a forged form would do. */
    Page post(String path, Map<String, String> fields) {
        return follow(
                send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", base.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(encode(fields)))),
                MOST_REDIRECTS);
    }

    /** Logs in as a seeded person and ends where the portal sends one. */
    void logIn(String personNumber) {
        submit(open("/login"), "/login", Map.of("pid", personNumber));
    }

    private Page follow(HttpResponse<String> response, int left) {
        var location = response.headers().firstValue("Location");
        if (location.isEmpty() || response.statusCode() < 300 || response.statusCode() > 399 || left == 0) {
            return new Page(response.statusCode(), response.body(), location);
        }
        var target = response.uri().resolve(location.get());
        if (!target.getAuthority().equals(base.getAuthority())) {
            return new Page(response.statusCode(), response.body(), location);
        }
        var path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        return follow(send(request(path).GET()), left - 1);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).header("Accept-Language", "nb");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var response = http.exchange(request);
        for (var header : response.headers().allValues("Set-Cookie")) {
            for (var cookie : HttpCookie.parse(header)) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            }
        }
        return response;
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A page that was answered with. {@code location} is where the browser was sent when that was another site. */
    record Page(int status, String html, Optional<String> location) {
        String heading() {
            var heading = HEADING.matcher(html);
            return heading.find() ? text(heading.group(1)) : "(no heading)";
        }

        Optional<Form> form(String action) {
            return FORM.matcher(html)
                    .results()
                    .map(form -> Form.of(form.group(1), form.group(2)))
                    .filter(form -> form.action().contains(action))
                    .findFirst();
        }

        private static String text(String markup) {
            return unescape(markup.replaceAll("<[^>]*>", "").strip());
        }
    }

    /** A form's address and hidden fields. */
    record Form(String action, Map<String, String> hidden) {
        static Form of(String attributes, String content) {
            Map<String, String> hidden = new LinkedHashMap<>();
            INPUT.matcher(content)
                    .results()
                    .map(input -> input.group(1))
                    .filter(input -> attribute(input, "type").equals("hidden"))
                    .forEach(input -> hidden.put(attribute(input, "name"), attribute(input, "value")));
            return new Form(attribute(attributes, "action"), hidden);
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return matcher.find() ? unescape(matcher.group(1)) : "";
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
