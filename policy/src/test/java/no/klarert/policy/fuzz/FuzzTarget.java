package no.klarert.policy.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is fuzzed.
 *
 * @param word as written on the command line and in the names of folders
 * @param start Jazzer starts at its {@code fuzzerTestOneInput}
 * @param input the same method
 * @param examples folders of inputs kept for other reasons, to start from
 */
record FuzzTarget(String word, Class<?> start, Consumer<byte[]> input, List<Path> examples) {
    private static final Path RESOURCES = Path.of("src/test/resources");

    static final List<FuzzTarget> ALL = List.of(
            new FuzzTarget(
                    "policy", PolicyFuzz.class, PolicyFuzz::fuzzerTestOneInput, List.of(RESOURCES.resolve("golden"))),
            new FuzzTarget("decision", DecisionFuzz.class, DecisionFuzz::fuzzerTestOneInput, List.of()),
            new FuzzTarget("pattern", PatternFuzz.class, PatternFuzz::fuzzerTestOneInput, List.of()),
            new FuzzTarget("json-request", JsonRequestFuzz.class, JsonRequestFuzz::fuzzerTestOneInput, List.of()),
            new FuzzTarget("xml-request", XmlRequestFuzz.class, XmlRequestFuzz::fuzzerTestOneInput, List.of()));

    /** Inputs worth keeping: starting points for the fuzzer, and those that once found a bug. */
    Path corpus() {
        return RESOURCES.resolve("fuzz").resolve(word);
    }

    /** Every folder of inputs to start from. */
    List<Path> seeds() {
        return Stream.concat(Stream.of(corpus()), examples.stream()).toList();
    }

    /** Words that inputs are made of; need not exist. */
    Path dictionary() {
        return RESOURCES.resolve("fuzz").resolve(word + ".dict");
    }
}
