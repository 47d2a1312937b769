package no.klarert.policy.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs Jazzer for so many seconds on a target, or on each in turn, in a JVM of its own: {@code Fuzzing SECONDS TARGET|all [SEED]}.
 * The same seed tries nearly the same inputs again, so that a build does not fail by chance; without one each run tries others. Stops
 * at the first input that breaks something. What is learnt on the way stays in {@code target/fuzz} for the next run.
 */
public final class Fuzzing {
    private static final Path FOUND = Path.of("target/fuzz");
    private static final int LAST_WORDS = 40;
    /** To libFuzzer this says that it chooses. */
    private static final String RANDOM = "0";

    private static final List<String> JAZZER = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-classpath",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--instrumentation_includes=no.klarert.policy.**",
            "--instrumentation_excludes="
                    + String.join(File.pathSeparator, "no.klarert.policy.fuzz.**", "no.klarert.policy.reference.**"),
            // The JDK is asked about the patterns of the input on purpose.
            "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
            "--custom_hook_excludes=org.assertj.**",
            "-timeout=60",
            "-rss_limit_mb=3000",
            "-print_final_stats=1");

    private Fuzzing() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2 || arguments.length > 3 || !arguments[0].matches("[1-9][0-9]{0,5}")) {
            stop(
                    2,
                    "say for how many seconds, from 1 to 999999, a target or `all`, and a seed if it shall be the same");
        }
        for (var target : targets(arguments[1])) {
            run(target, arguments[0], arguments.length > 2 ? arguments[2] : RANDOM);
        }
    }

    private static List<FuzzTarget> targets(String word) {
        var named = FuzzTarget.ALL.stream()
                .filter(target -> word.equals("all") || word.equals(target.word()))
                .toList();
        if (named.isEmpty()) {
            var words = FuzzTarget.ALL.stream().map(FuzzTarget::word).collect(Collectors.joining(", "));
            stop(2, "there is no target `" + word + "`, only " + words + " and all");
        }
        return named;
    }

    private static void run(FuzzTarget target, String seconds, String seed) throws IOException, InterruptedException {
        var found = FOUND.resolve(target.word());
        Files.createDirectories(found.resolve("corpus"));
        var log = found.resolve("log.txt");
        System.out.println("fuzzing `" + target.word() + "` for " + seconds + " s; log: " + log);
        int exit = new ProcessBuilder(command(target, found, seconds, seed))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        var lines = Files.readAllLines(log);
        if (exit != 0) {
            lines.stream().skip(Math.max(0, lines.size() - LAST_WORDS)).forEach(System.err::println);
            stop(
                    1,
                    "fuzzing `" + target.word() + "` failed; if an input broke it, it is in " + found
                            + ", and once it is understood belongs in " + target.corpus());
        }
        lines.stream().filter(line -> line.startsWith("Done ")).forEach(System.out::println);
    }

    private static void stop(int code, String why) {
        System.err.println(why);
        System.exit(code);
    }

    private static List<String> command(FuzzTarget target, Path found, String seconds, String seed) {
        var command = new ArrayList<>(JAZZER);
        command.add("--target_class=" + target.start().getName());
        command.add("--reproducer_path=" + found);
        command.add("-artifact_prefix=" + found + File.separator);
        command.add("-max_total_time=" + seconds);
        command.add("-seed=" + seed);
        if (Files.exists(target.dictionary())) {
            command.add("-dict=" + target.dictionary());
        }
        // The first folder is the one that is written to.
        command.add(found.resolve("corpus").toString());
        target.seeds().forEach(folder -> command.add(folder.toString()));
        return command;
    }
}
