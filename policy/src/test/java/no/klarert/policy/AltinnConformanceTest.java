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
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.wire.JsonRequests;
import no.klarert.policy.wire.RequestReading;
import no.klarert.policy.wire.WireOptions;
import no.klarert.policy.wire.XmlRequests;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The groups {@code engine} and {@code oasis} of the Altinn PDP cases: policy evaluation alone. */
class AltinnConformanceTest {
    /** Cases this engine answers otherwise, with the reason. Shrinks only. */
    private static final Map<String, String> KNOWN_DIFFERENCES = Map.of();

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> answers_every_engine_case_as_expected() {
        return Conformance.folder("altinn-pdp")
                .map(this::cases)
                .orElseGet(() -> Stream.of(Conformance.absent("altinn-pdp")));
    }

    private Stream<DynamicTest> cases(Path pack) {
        var cases = Stream.of("engine", "oasis")
                .flatMap(group -> files(pack.resolve("cases").resolve(group)))
                .toList();
        assertThat(cases).hasSizeGreaterThan(50);
        return cases.stream()
                .filter(file -> !KNOWN_DIFFERENCES.containsKey(id(file)))
                .map(file -> dynamicTest(id(file), () -> check(pack, JSON.readTree(Files.readAllBytes(file)))));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }

    private static void check(Path pack, JsonNode testCase) throws Exception {
        var expected = testCase.get("expect");
        var result = expected.get("body").get("response").get(0);
        var decision = decide(pack, testCase.get("engine"));

        assertThat(decision.value().text())
                .isEqualTo(expected.get("decisions").get(0).asString());
        assertThat(acceptedCodes(expected, result)).contains(decision.status().code());
        assertThat(obligations(decision)).isEqualTo(obligations(result.path("obligations")));
        assertThat(echoed(decision)).isEqualTo(echoed(result.path("category")));
    }

    private static Decision decide(Path pack, JsonNode engine) throws Exception {
        var policy = PolicyCompiler.compile(
                Files.readAllBytes(pack.resolve(engine.get("policy").asString())), Dialect.ALTINN);
        return switch (policy) {
            case CompilationResult.Compiled compiled -> decide(compiled.policy(), request(pack, engine));
            case CompilationResult.Rejected rejected -> unusable();
        };
    }

    private static RequestReading request(Path pack, JsonNode engine) throws IOException {
        var options = WireOptions.STRICT.lenient();
        return engine.has("request")
                ? JsonRequests.read(JSON.writeValueAsBytes(engine.get("request")), options)
                : XmlRequests.read(
                        Files.readAllBytes(
                                pack.resolve(engine.get("requestFile").asString())),
                        options);
    }

    private static Decision decide(CompiledPolicy policy, RequestReading request) {
        return switch (request) {
            case RequestReading.Read read -> {
                assertThat(read.request().individual()).hasSize(1);
                yield policy.evaluate(read.request().individual().getFirst());
            }
            case RequestReading.Refused refused -> unusable();
        };
    }

    /** An unusable policy or request is answered by the decision point before the engine is asked. */
    private static Decision unusable() {
        return new Decision(
                DecisionValue.INDETERMINATE,
                new Status(Xacml.STATUS_SYNTAX_ERROR, ""),
                List.of(),
                List.of(),
                List.of());
    }

    private static Set<String> acceptedCodes(JsonNode expected, JsonNode result) {
        var codes = new HashSet<String>();
        expected.path("statusCodes").forEach(code -> codes.add(code.asString()));
        codes.add(result.get("status").get("statusCode").get("value").asString());
        return codes;
    }

    private static List<String> obligations(Decision decision) {
        return decision.obligations().stream()
                .flatMap(obligation -> obligation.assignments().stream()
                        .map(assignment -> String.join(
                                " | ",
                                obligation.id(),
                                assignment.attributeId(),
                                assignment.category().orElse(""),
                                assignment.value(),
                                assignment.dataType())))
                .toList();
    }

    private static List<String> obligations(JsonNode obligations) {
        var found = new ArrayList<String>();
        obligations.forEach(obligation -> obligation
                .path("attributeAssignment")
                .forEach(assignment -> found.add(String.join(
                        " | ",
                        obligation.get("id").asString(),
                        assignment.get("attributeId").asString(),
                        assignment.get("category").asString(),
                        assignment.get("value").asString(),
                        assignment.get("dataType").asString()))));
        return found;
    }

    private static List<String> echoed(Decision decision) {
        return decision.echoed().stream()
                .map(echo ->
                        String.join(" | ", echo.name().category(), echo.name().id(), echo.value(), echo.dataType()))
                .toList();
    }

    private static List<String> echoed(JsonNode categories) {
        var found = new ArrayList<String>();
        categories.forEach(category -> category.path("attribute")
                .forEach(attribute -> found.add(String.join(
                        " | ",
                        category.get("categoryId").asString(),
                        attribute.get("attributeId").asString(),
                        attribute.get("value").asString(),
                        attribute.get("dataType").asString()))));
        return found;
    }
}
