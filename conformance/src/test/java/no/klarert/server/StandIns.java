package no.klarert.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PersonIdentifier;
import tools.jackson.databind.JsonNode;

/** Well-formed numbers in place of those of a case's parties that have no valid check digits. */
record StandIns(Map<String, String> numbers) {
    static StandIns of(JsonNode document) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (var party : document.path("world").path("parties")) {
            add(
                    party.path("organizationNumber").asString(""),
                    OrgNumber::isWellFormed,
                    i -> Integer.toString(330_000_000 + i),
                    numbers);
            add(
                    party.path("personNumber").asString(""),
                    PersonIdentifier::isWellFormed,
                    i -> "018190%05d".formatted(i),
                    numbers);
        }
        return new StandIns(numbers);
    }

    private static void add(
            String number, Predicate<String> isWellFormed, IntFunction<String> candidate, Map<String, String> numbers) {
        if (!number.isEmpty() && !isWellFormed.test(number)) {
            numbers.put(
                    number,
                    IntStream.range(0, 100_000)
                            .mapToObj(candidate)
                            .filter(isWellFormed)
                            .filter(each -> !numbers.containsValue(each))
                            .findFirst()
                            .orElseThrow());
        }
    }

    /** The text with every stand-in in its place. */
    String in(String text) {
        var replaced = text;
        for (var number : numbers.entrySet()) {
            replaced = replaced.replace(number.getKey(), number.getValue());
        }
        return replaced;
    }
}
