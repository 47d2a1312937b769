package no.klarert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The XACML 3.0 conformance cases, as far as this engine goes. A case is skipped when it needs what the engine does not have, or
 * when compiling its policy says that every error in it is a feature that is not supported; nothing else is a reason.
 */
class OasisConformanceTest {
    /** How many cases this engine answers. Grows only. */
    private static final int ANSWERED = 337;

    /** What the index says a case needs and a single policy without content and repositories does not have. Shrinks only. */
    private static final Set<String> NOT_SUPPORTED = Set.of(
            "attribute-repository",
            "policy-repository",
            "multiple-root-policies",
            "multiple-decision",
            "hierarchical-resource",
            "return-policy-id-list",
            "request-content",
            "attribute-selector",
            "xpath-expression",
            "xpath-functions");

    /** What compiling says about features of the standard that are not supported. Shrinks only. */
    private static final Pattern UNSUPPORTED = Pattern.compile(String.join(
            "|",
            "policy sets are not supported, only single policies",
            "attribute selectors are not supported"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private sealed interface Outcome {
        record Answered(List<String> expected, List<String> actual) implements Outcome {}

        record Refused() implements Outcome {}

        record Skipped(String reason) implements Outcome {}
    }

    @TestFactory
    Stream<DynamicTest> answers_every_case_within_its_reach_as_expected() {
        return Conformance.folder("xacml3")
                .map(OasisConformanceTest::tests)
                .orElseGet(() -> Stream.of(Conformance.absent("xacml3")));
    }

    private static Stream<DynamicTest> tests(Path pack) {
        return cases(pack)
                .map(each -> dynamicTest(each.get("id").asString(), () -> {
                    switch (outcome(pack, each)) {
                        case Outcome.Answered answered ->
                            assertThat(answered.actual()).isEqualTo(answered.expected());
                        case Outcome.Refused refused -> {}
                        case Outcome.Skipped skipped -> Assumptions.abort(skipped.reason());
                    }
                }));
    }

    @Test
    void answers_as_many_cases_as_before() throws Exception {
        var pack = Conformance.folder("xacml3");
        Assumptions.assumeTrue(pack.isPresent(), Conformance.hint("xacml3"));
        var counts = new TreeMap<String, Integer>();
        for (var each : cases(pack.get()).toList()) {
            var kind = switch (outcome(pack.get(), each)) {
                case Outcome.Answered answered -> "answered";
                case Outcome.Refused refused -> "refused as they should be";
                case Outcome.Skipped skipped -> "skipped: " + skipped.reason();
            };
            counts.merge(kind, 1, Integer::sum);
        }
        System.out.println("XACML 3.0 conformance cases: " + counts);
        assertThat(counts.get("answered")).as(counts.toString()).isGreaterThanOrEqualTo(ANSWERED);
    }

    /** The cases that count: not those that another replaces, and not other readings of one that is listed. */
    private static Stream<JsonNode> cases(Path pack) {
        var index = JSON.readTree(read(pack.resolve("index.json")));
        var cases = new ArrayList<JsonNode>();
        index.get("tests").forEach(cases::add);
        return cases.stream()
                .filter(each -> !each.has("supersededBy"))
                .filter(each -> !each.get("status").asString().equals("alternate"));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Outcome outcome(Path pack, JsonNode each) throws Exception {
        var needs = strings(each.get("needs"));
        var beyond = needs.stream().filter(NOT_SUPPORTED::contains).sorted().findFirst();
        if (beyond.isPresent()) {
            return new Outcome.Skipped("needs " + beyond.get());
        }
        var policy = PolicyCompiler.compile(read(pack.resolve(each.get("policy").asString())), Dialect.STANDARD);
        return switch (policy) {
            case CompilationResult.Compiled compiled -> answer(pack, each, compiled.policy());
            case CompilationResult.Rejected rejected -> rejected(each, rejected.issues());
        };
    }

    private static Outcome rejected(JsonNode each, List<Issue> issues) {
        var unsupported = issues.stream()
                .map(Issue::message)
                .filter(message -> UNSUPPORTED.matcher(message).matches())
                .toList();
        if (unsupported.size() == issues.size()) {
            return new Outcome.Skipped(unsupported.get(0));
        }
        assertThat(strings(each.get("accept"))).as(issues.toString()).contains("policy-refused");
        return new Outcome.Refused();
    }

    private static Outcome answer(Path pack, JsonNode each, CompiledPolicy policy) throws Exception {
        var request = RequestXml.read(read(pack.resolve(each.get("request").asString())));
        if (request.isEmpty()) {
            assertThat(strings(each.get("accept"))).contains("request-refused");
            return new Outcome.Refused();
        }
        var decision = policy.evaluate(withTime(request.get(), policy));
        return new Outcome.Answered(
                ResponseXml.lines(read(pack.resolve(each.get("response").asString()))), ResponseXml.lines(decision));
    }

    /** What a context handler adds: the time, unless the request says it (XACML 3.0 §10.2.5). */
    private static Request withTime(Request request, CompiledPolicy policy) {
        var enriched = request.toBuilder();
        var clock = Map.of(
                Xacml.CURRENT_TIME, List.of(Xacml.TYPE_TIME, "12:00:00Z"),
                Xacml.CURRENT_DATE, List.of(Xacml.TYPE_DATE, "2024-06-01Z"),
                Xacml.CURRENT_DATE_TIME, List.of(Xacml.TYPE_DATE_TIME, "2024-06-01T12:00:00Z"));
        clock.forEach((id, value) -> {
            var name = new AttributeName(Xacml.CATEGORY_ENVIRONMENT, id);
            if (policy.attributes().contains(name) && request.values(name).isEmpty()) {
                enriched.attribute(new RequestAttribute(name, value.get(0), Optional.empty(), false, value.get(1)));
            }
        });
        return enriched.build();
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new HashSet<String>();
        array.forEach(element -> strings.add(element.asString()));
        return strings;
    }
}
