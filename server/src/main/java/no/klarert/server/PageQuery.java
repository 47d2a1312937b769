package no.klarert.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.klarert.issuer.Page;
import no.klarert.issuer.Paged;
import no.klarert.vocabulary.InvalidValueException;
import tools.jackson.databind.JsonNode;

/**
 * Pages of the administration interfaces' lists, an addition of ours (Maskinporten §13: the public ones do not page). {@code page}
 * counts from 0, {@code size} is 1 to {@value #LARGEST}; without either the whole list is answered, in the same form. Where to go
 * on is told in {@code Link} (RFC 8288), never in the body.
 */
final class PageQuery {
    static final int LARGEST = 1_000;
    private static final int USUAL = 100;
    private static final String NUMBER = "page";
    private static final String SIZE = "size";
    private static final List<String> FILTERS = List.of("scope", "state", "inactive", "accessible_for_all");

    private PageQuery() {}

    /** The page that the query asks for; ends the call if it asks for what cannot be. */
    static Page of(Call call, AdministrationAnswers answers) {
        if (call.query().all(NUMBER).isEmpty() && call.query().all(SIZE).isEmpty()) {
            return Page.ALL;
        }
        return new Page(
                number(call, answers, NUMBER, 0, 0, Integer.MAX_VALUE), number(call, answers, SIZE, USUAL, 1, LARGEST));
    }

    private static int number(
            Call call, AdministrationAnswers answers, String name, int otherwise, int least, int most) {
        var stated = call.query().all(name);
        if (stated.isEmpty()) {
            return otherwise;
        }
        return answers.value(call, name, String.join(",", stated), text -> parse(text, least, most));
    }

    private static int parse(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (text.matches("[0-9]+") && number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, with what is expected
        }
        throw InvalidValueException.of("number", text, "a whole number from " + least + " to " + most + ", once");
    }

    /** The list as an array, with links to its neighbours if it is a page. */
    static <T> Answer answer(Call call, Page page, Paged<T> list, Function<T, JsonNode> write) {
        var answer = Answer.json(200, AdministrationAnswers.list(list.items(), write));
        if (page.equals(Page.ALL)) {
            return answer;
        }
        List<String> links = new ArrayList<>();
        links.add(link(call, page, 0, "first"));
        if (page.number() > 0) {
            links.add(link(call, page, page.number() - 1, "prev"));
        }
        if (list.hasMore()) {
            links.add(link(call, page, page.number() + 1, "next"));
        }
        return answer.with("Link", String.join(", ", links));
    }

    /** Relative to the address that was asked (RFC 8288 §3.1): only whoever asked knows by which name. */
    private static String link(Call call, Page page, int number, String relation) {
        var query = new StringBuilder();
        for (var name : FILTERS) {
            for (var value : call.query().all(name)) {
                query.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return "<?" + query + NUMBER + "=" + number + "&" + SIZE + "=" + page.size() + ">; rel=\"" + relation + "\"";
    }
}
