package no.klarert.policy;

import java.util.List;

/** Compiles policies for tests. */
public final class Compiling {
    private Compiling() {}

    /** The policy; fails if it is refused. */
    public static CompiledPolicy compiled(String xml, Dialect dialect) {
        return switch (PolicyCompiler.compile(PolicyXml.bytes(xml), dialect)) {
            case CompilationResult.Compiled compiled -> compiled.policy();
            case CompilationResult.Rejected rejected -> throw new AssertionError(rejected.issues() + "\n" + xml);
        };
    }

    /** What is wrong with a policy that must be refused. */
    public static List<Issue> rejected(byte[] xml, Dialect dialect) {
        return switch (PolicyCompiler.compile(xml, dialect)) {
            case CompilationResult.Compiled compiled -> throw new AssertionError("not refused");
            case CompilationResult.Rejected rejected -> rejected.issues();
        };
    }

    /** Why a policy is refused, each with the name of the element it is about: {@code <Rule> the rule id ...}. */
    public static List<String> errors(String xml, Dialect dialect) {
        return rejected(PolicyXml.bytes(xml), dialect).stream()
                .filter(issue -> issue.severity() == Issue.Severity.ERROR)
                .map(issue -> located(issue, xml))
                .toList();
    }

    /** What a policy that is taken is warned about, each with the name of the element it is about. */
    public static List<String> warnings(String xml, Dialect dialect) {
        return switch (PolicyCompiler.compile(PolicyXml.bytes(xml), dialect)) {
            case CompilationResult.Compiled compiled ->
                compiled.warnings().stream().map(issue -> located(issue, xml)).toList();
            case CompilationResult.Rejected rejected -> throw new AssertionError(rejected.issues() + "\n" + xml);
        };
    }

    private static String located(Issue issue, String xml) {
        if (issue.line() == 0) {
            return issue.message();
        }
        var line = xml.lines().toList().get(issue.line() - 1);
        var tag = line.substring(issue.column() - 1).split("[ />]", 2)[0];
        return tag + "> " + issue.message();
    }
}
