package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A collection of conformance cases: an {@code index.json} of format 1 that names policies, requests and responses. Its sections
 * are {@code tests} and {@code supplementary}, and {@code derived}, whose policies are in the folder {@code xacml3} beside its own.
 */
record IndexedCases(String name, List<Case> cases) {
    private static final String FORMAT = "1";
    private static final Map<String, String> POLICIES_OF =
            Map.of("tests", "", "supplementary", "", "derived", "../xacml3/");
    private static final Set<String> PROVIDED = Set.of(
            "policy-repository",
            "return-policy-id-list",
            "include-in-result",
            "multiple-decision",
            "current-date-time",
            "deprecated-identifiers");
    private static final Map<String, String> NOT_SCORED = Map.of(
            "alternate", "another reading of a case that is listed",
            "conditional", "only for engines with several root policies",
            "option-specific", "needs an option of another engine");

    IndexedCases {
        cases = List.copyOf(cases);
    }

    /**
     * One case. Files are named from the folder of the index.
     *
     * @param accept the outcomes that pass: {@code response}, {@code policy-refused}, {@code request-refused}
     * @param skip why it is not run, if it is not
     */
    record Case(
            String id,
            String policy,
            List<String> library,
            Optional<String> request,
            Optional<String> response,
            List<String> accept,
            Optional<String> skip) {
        Case {
            library = List.copyOf(library);
            accept = List.copyOf(accept);
        }
    }

    /** @throws CommandFailure if the source is not an index, with every problem on a line of its own */
    static IndexedCases read(Source index) {
        var problems = new Problems();
        var cases = YamlReader.read(index.content(), problems)
                .flatMap(node -> YamlKeys.members(node, "an index of cases", problems))
                .map(members -> cases(new YamlKeys(members, problems), problems));
        if (!problems.isEmpty() || cases.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_USE, index.lines(problems.found()));
        }
        return new IndexedCases(index.name(), cases.get());
    }

    private static List<Case> cases(YamlKeys index, Problems problems) {
        if (!index.text("format").equals(Optional.of(FORMAT))) {
            problems.add(index.at(), "this is no index of conformance cases of `format` 1");
            return List.of();
        }
        var cases = new ArrayList<Case>();
        for (var section : List.of("tests", "supplementary", "derived")) {
            for (var node : index.list(section).orElse(List.of())) {
                YamlKeys.members(node, "a case", problems)
                        .flatMap(
                                members -> read(new YamlKeys(members, problems), POLICIES_OF.getOrDefault(section, "")))
                        .ifPresent(cases::add);
            }
        }
        return cases;
    }

    private static Optional<Case> read(YamlKeys keys, String policies) {
        var skip = skip(keys);
        keys.required("id");
        if (skip.isEmpty()) {
            keys.required("policy");
            keys.required("accept");
        }
        return keys.text("id")
                .map(id -> new Case(
                        id,
                        policies + keys.text("policy").orElse(""),
                        keys.texts("referencedPolicies").stream()
                                .map(file -> policies + file)
                                .toList(),
                        keys.text("request"),
                        keys.text("response"),
                        keys.texts("accept"),
                        skip));
    }

    private static Optional<String> skip(YamlKeys keys) {
        var superseded = keys.text("supersededBy").map(other -> "another case supersedes it");
        var notScored = keys.text("status").flatMap(status -> Optional.ofNullable(NOT_SCORED.get(status)));
        var needs = keys.texts("needs").stream()
                .filter(need -> !PROVIDED.contains(need))
                .sorted()
                .findFirst()
                .map(need -> "needs " + need);
        return superseded.or(() -> notScored).or(() -> needs);
    }
}
