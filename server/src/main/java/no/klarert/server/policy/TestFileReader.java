package no.klarert.server.policy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Dialect;

/** Reads a file of tests in YAML; docs/policy-testing.md explains the format. All problems are reported at once, with their places. */
final class TestFileReader {
    static final List<String> KEYS =
            List.of("title", "policy", "library", "dialect", "lenient", "now", "attributes", "request", "cases");
    static final List<String> CASE_KEYS = Stream.concat(
                    Stream.of("name", "request", "now", "skip"), ExpectationReader.KEYS.stream())
            .toList();

    private final Source source;
    private final Path file;
    private final Problems problems = new Problems();

    private TestFileReader(Source source, Path file) {
        this.source = source;
        this.file = file;
    }

    /**
     * @param dialect of a file that does not say
     * @throws CommandFailure if it is not a file of tests, with every problem on a line of its own
     */
    static TestFile read(Path file, Dialect dialect) {
        var source = SourceFiles.read(file, file.toString());
        return new TestFileReader(source, file).read(dialect);
    }

    private TestFile read(Dialect dialect) {
        var file = YamlReader.read(source.content(), problems)
                .flatMap(node -> YamlKeys.members(node, "a file of tests", problems))
                .map(members -> file(new YamlKeys(members, "a file of tests", problems, KEYS), dialect));
        if (!problems.isEmpty() || file.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_USE, source.lines(problems.found()));
        }
        return file.get();
    }

    private TestFile file(YamlKeys keys, Dialect dialect) {
        keys.required("policy");
        var policy = keys.scalar("policy").flatMap(this::policy);
        var library = keys.list("library").orElse(List.of()).stream()
                .flatMap(node -> YamlKeys.scalar(node, "`library`", problems).stream())
                .flatMap(name -> file(name).stream())
                .toList();
        var options = options(keys, dialect, library);
        var title = keys.text("title").orElse(source.name());
        var cases = cases(keys);
        return new TestFile(source, title, policy.orElse(source), library, options, cases);
    }

    private CompilerOptions options(YamlKeys keys, Dialect usual, List<Source> library) {
        var dialect = keys.scalar("dialect").flatMap(this::dialect).orElse(usual);
        if (dialect == Dialect.ALTINN && !library.isEmpty()) {
            problems.add(keys.at(), "`library` needs dialect standard: Altinn's dialect knows no references");
        }
        return CompilerChoices.options(dialect, keys.isTrue("lenient"));
    }

    private Optional<Dialect> dialect(YamlNode.Scalar name) {
        var dialect = Stream.of(Dialect.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name.text()))
                .findFirst();
        if (dialect.isEmpty()) {
            problems.add(name.at(), "`dialect` is standard or altinn, not " + Words.quoted(name.text()));
        }
        return dialect;
    }

    /** A policy that begins with {@code <} is written here; anything else names a file. */
    private Optional<Source> policy(YamlNode.Scalar scalar) {
        if (scalar.text().stripLeading().startsWith("<")) {
            var name = source.name() + " (policy)";
            return Optional.of(new Source(name, scalar.text().getBytes(StandardCharsets.UTF_8)));
        }
        return file(scalar);
    }

    /** A file that is named from where this one lies. */
    private Optional<Source> file(YamlNode.Scalar name) {
        try {
            var beside = file.resolveSibling(SourceFiles.path(name.text()));
            return Optional.of(SourceFiles.read(beside, beside.toString()));
        } catch (CommandFailure failure) {
            problems.add(name.at(), failure.lines().getFirst().replaceFirst("^klarert: ", ""));
            return Optional.empty();
        }
    }

    private List<TestFile.Case> cases(YamlKeys keys) {
        var declared = DeclaredAttributes.read(keys.get("attributes"), problems);
        var request = RequestAttributes.read(keys.get("request"), declared, problems);
        var usual = new Usual(declared, request, keys.scalar("now").flatMap(this::time));
        var list = keys.required("cases").flatMap(node -> keys.list("cases")).orElse(List.of());
        keys.get("cases")
                .filter(node -> list.isEmpty())
                .ifPresent(node -> problems.add(node.at(), "there are no cases"));
        var cases = new ArrayList<TestFile.Case>();
        var names = new HashSet<String>();
        for (var node : list) {
            YamlKeys.members(node, "a case", problems)
                    .map(members -> new YamlKeys(members, "a case", problems, CASE_KEYS))
                    .flatMap(each -> readCase(each, usual, names))
                    .ifPresent(cases::add);
        }
        return cases;
    }

    /** What holds for every case unless it says otherwise. */
    private record Usual(DeclaredAttributes declared, RequestAttributes request, Optional<PointInTime> now) {}

    private Optional<TestFile.Case> readCase(YamlKeys keys, Usual usual, Set<String> names) {
        keys.required("name");
        var name = keys.text("name");
        name.filter(given -> !names.add(given))
                .ifPresent(given -> problems.add(keys.at(), "a case is named " + Words.quoted(given) + " already"));
        var request = RequestAttributes.read(keys.get("request"), usual.declared(), problems)
                .over(usual.request());
        var now = keys.scalar("now").flatMap(this::time).or(usual::now);
        var timed = now.map(time -> time.addTo(request)).orElse(request);
        var skip = keys.text("skip");
        return ExpectationReader.read(keys, problems)
                .flatMap(expected -> name.map(given -> new TestFile.Case(keys.at(), given, timed, expected, skip)));
    }

    private Optional<PointInTime> time(YamlNode.Scalar scalar) {
        var time = PointInTime.parse(scalar.text());
        if (time.isEmpty()) {
            problems.add(scalar.at(), "`now` is " + Words.quoted(scalar.text()) + ", expected " + PointInTime.EXPECTED);
        }
        return time;
    }
}
