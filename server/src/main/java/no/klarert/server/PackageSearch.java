package no.klarert.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.klarert.access.CatalogDetails;
import no.klarert.access.CatalogDetails.PackageDetails;

/**
 * Finds packages by words of their name, description and area, best match first (access packages and roles §5). Each word scores
 * where it occurs; of several words the whole phrase counts too, twice. Words after the tenth are
 * not looked at.
 */
final class PackageSearch {
    private static final int MOST_WORDS = 10;

    private final CatalogDetails details;
    private final Translation translation;
    private final List<String> words;
    private final boolean everyWord;

    /**
     * @param everyWord find only what has every word somewhere
     */
    PackageSearch(CatalogDetails details, Translation translation, String term, boolean everyWord) {
        this.details = details;
        this.translation = translation;
        this.words = Stream.of(term.strip().toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS + 1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        this.everyWord = everyWord;
    }

    /** A package that was found, and what it scored where; nothing at all for a search without words. */
    record Hit(PackageDetails found, List<Field> fields) {
        int score() {
            return fields.stream().mapToInt(Field::score).sum();
        }
    }

    record Field(String name, String value, int score) {}

    List<Hit> among(List<PackageDetails> packages) {
        return packages.stream()
                .map(this::hit)
                .filter(hit -> words.isEmpty() || hit.score() > 0)
                .filter(hit -> !everyWord || words.stream().allMatch(word -> scores(hit.found(), word)))
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .toList();
    }

    private Hit hit(PackageDetails candidate) {
        List<Field> fields = new ArrayList<>();
        words.forEach(word -> fields.addAll(fields(candidate, word)));
        if (words.size() > 1) {
            fields(candidate, String.join(" ", words)).stream()
                    .map(field -> new Field(field.name() + ".phrase", field.value(), 2 * field.score()))
                    .forEach(fields::add);
        }
        return new Hit(candidate, fields);
    }

    private boolean scores(PackageDetails candidate, String word) {
        return !fields(candidate, word).isEmpty();
    }

    private List<Field> fields(PackageDetails candidate, String sought) {
        var area = details.areaOf(candidate);
        var name = translation.of(candidate.entry().name());
        var areaName = translation.of(area.name());
        return Stream.of(
                        new Field("name", name, beginning(name, sought, 100)),
                        new Field("name", name, containing(name, sought, 50)),
                        field("description", translation.of(candidate.description()), sought, 10),
                        new Field("area.name", areaName, beginning(areaName, sought, 25)),
                        field("area.description", translation.of(area.description()), sought, 5))
                .filter(field -> field.score() > 0)
                .toList();
    }

    private static Field field(String name, String value, String sought, int score) {
        return new Field(name, value, containing(value, sought, score));
    }

    private static int beginning(String text, String sought, int score) {
        return text.toLowerCase(Locale.ROOT).startsWith(sought) ? score : 0;
    }

    private static int containing(String text, String sought, int score) {
        return text.toLowerCase(Locale.ROOT).contains(sought) ? score : 0;
    }
}
