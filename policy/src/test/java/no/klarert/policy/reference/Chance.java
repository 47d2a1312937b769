package no.klarert.policy.reference;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import no.klarert.policy.Xacml;

/** Random choices from pools so small that policies and requests meet. */
final class Chance {
    static final List<String> TYPES = List.of(
            Xacml.TYPE_STRING,
            Xacml.TYPE_BOOLEAN,
            Xacml.TYPE_INTEGER,
            Xacml.TYPE_DOUBLE,
            Xacml.TYPE_DATE,
            Xacml.TYPE_TIME,
            Xacml.TYPE_DATE_TIME,
            Xacml.TYPE_ANY_URI);
    static final List<String> PATTERNS = List.of("a", "^a", "b$", "^[ab]+$", "a{2}|^$", "^(u|a)", "[^a]", ".*");

    private static final List<String> CATEGORIES = List.of(
            Xacml.CATEGORY_ACCESS_SUBJECT, Xacml.CATEGORY_RESOURCE, Xacml.CATEGORY_ACTION, Xacml.CATEGORY_ENVIRONMENT);
    private static final Map<String, List<String>> TEXTS = Map.of(
            Xacml.TYPE_STRING, List.of("a", "a", "b", "A", "aa", ""),
            Xacml.TYPE_BOOLEAN, List.of("true", "false", "1", " 0 "),
            Xacml.TYPE_INTEGER, List.of("0", "1", "01", "2", "-3", "99999999999999999999"),
            Xacml.TYPE_DOUBLE, List.of("0", "-0.0", "1.5", "1.50", "INF", "NaN"),
            Xacml.TYPE_DATE, List.of("2024-01-01", "2024-01-01Z", "2024-01-01+02:00", "2024-01-02"),
            Xacml.TYPE_TIME, List.of("08:00:00", "08:00:00Z", "10:00:00+02:00", "09:00:00"),
            Xacml.TYPE_DATE_TIME, List.of("2024-01-01T08:00:00", "2024-01-01T10:00:00+02:00", "2024-01-01T09:00:00Z"),
            Xacml.TYPE_ANY_URI, List.of("urn:a", "URN:a", "http://a/b", "HTTP://A/b"));

    private final RandomGenerator random;

    Chance(long seed) {
        this(RandomGeneratorFactory.of("SplittableRandom").create(seed));
    }

    Chance(RandomGenerator random) {
        this.random = random;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> some(int least, int most, Supplier<T> making) {
        return IntStream.range(0, least + random.nextInt(most - least + 1))
                .mapToObj(i -> making.get())
                .toList();
    }

    /** Strings are what most policies compare. */
    String type() {
        return oneIn(2) ? Xacml.TYPE_STRING : of(TYPES);
    }

    String text(String type) {
        return of(TEXTS.getOrDefault(type, List.of("a")));
    }

    String category() {
        return of(CATEGORIES);
    }

    String attribute() {
        return oneIn(3) ? "y" : "x";
    }
}
