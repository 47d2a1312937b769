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
    private static final List<String> CATEGORIES = List.of(
            Xacml.CATEGORY_ACCESS_SUBJECT, Xacml.CATEGORY_RESOURCE, Xacml.CATEGORY_ACTION, Xacml.CATEGORY_ENVIRONMENT);

    private final RandomGenerator random;
    private final Map<String, List<String>> texts;
    private final List<String> types;
    private final List<String> patterns;

    private Chance(RandomGenerator random, Map<String, List<String>> texts, List<String> patterns) {
        this.random = random;
        this.texts = texts;
        this.types = ReferenceTypes.ALL.stream().filter(texts::containsKey).toList();
        this.patterns = patterns;
    }

    /** Only what both dialects read in the same way. */
    static Chance plain(RandomGenerator random) {
        return new Chance(random, Pools.PLAIN, Pools.PLAIN_PATTERNS);
    }

    /** Everything the standard has. */
    static Chance rich(RandomGenerator random) {
        return new Chance(random, Pools.RICH, Pools.RICH_PATTERNS);
    }

    static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("SplittableRandom").create(seed);
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

    /** The data types there are texts of. */
    List<String> types() {
        return types;
    }

    /** Strings are what most policies compare. */
    String type() {
        return oneIn(2) ? Xacml.TYPE_STRING : of(types);
    }

    String text(String type) {
        return of(texts.getOrDefault(type, List.of("a")));
    }

    String pattern() {
        return of(patterns);
    }

    String category() {
        return of(CATEGORIES);
    }

    String attribute() {
        return oneIn(3) ? "y" : "x";
    }
}
