package no.klarert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.wire.JsonProfile;
import no.klarert.policy.wire.JsonRequests;
import no.klarert.policy.wire.JsonResponses;
import no.klarert.policy.wire.RequestReading;
import no.klarert.policy.wire.ResponseReading;
import no.klarert.policy.wire.WireOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The documents of the JSON conformance pack that are to be accepted or refused, and its one policy with a whole exchange. */
class JsonSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Strings beside numbers in one attribute: the pack has them valid and says that refusing them is right too. */
    private static final Set<String> REFUSED_AS_WELL =
            Set.of("Attribute-Value-array-mixed-string-number.json", "Request-All.json");

    /** A single object where an array belongs. */
    private static final Set<String> LENIENTLY_VALID = Set.of("Category-value-object.json", "multiple-Decisions.json");

    /** The pack has it valid, but it has a misspelt {@code AttributeId}, so that one attribute has none. */
    private static final Set<String> WRONGLY_VALID = Set.of("spec-8.1-request-example-orig.json");

    @TestFactory
    Stream<DynamicTest> takes_the_valid_documents_and_refuses_the_others() {
        return Conformance.folder("xacml3-json")
                .map(pack -> samples(pack, "request", "response").map(sample -> test(pack, sample)))
                .orElseGet(() -> Stream.of(Conformance.absent("xacml3-json")));
    }

    static Stream<JsonNode> samples(Path pack, String... kinds) {
        var samples = new ArrayList<JsonNode>();
        JSON.readTree(OasisCase.read(pack, "index.json")).get("samples").forEach(samples::add);
        assertThat(samples).hasSizeGreaterThan(90);
        return samples.stream()
                .filter(sample -> List.of(kinds).contains(sample.get("kind").asString()));
    }

    private static DynamicTest test(Path pack, JsonNode sample) {
        var file = sample.get("file").asString();
        return dynamicTest(file, () -> {
            var issues = issues(sample.get("kind").asString(), OasisCase.read(pack, file), options(file));
            if (isValid(sample)) {
                assertThat(issues).isEmpty();
            } else {
                assertThat(issues).isNotEmpty();
            }
        });
    }

    private static boolean isValid(JsonNode sample) {
        var name = name(sample.get("file").asString());
        return sample.get("expect").asString().equals("valid")
                && !REFUSED_AS_WELL.contains(name)
                && !WRONGLY_VALID.contains(name);
    }

    private static WireOptions options(String file) {
        boolean lenient = LENIENTLY_VALID.contains(name(file)) && file.contains("responses/valid");
        return lenient ? WireOptions.STRICT.lenient() : WireOptions.STRICT;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static List<Issue> issues(String kind, byte[] document, WireOptions options) {
        if (kind.equals("request")) {
            return switch (JsonRequests.read(document, options)) {
                case RequestReading.Read read -> List.of();
                case RequestReading.Refused refused -> refused.issues();
            };
        }
        return switch (JsonResponses.read(document, options)) {
            case ResponseReading.Read read -> List.of();
            case ResponseReading.Refused refused -> refused.issues();
        };
    }

    @TestFactory
    Stream<DynamicTest> answers_the_exchange_as_expected() {
        return Conformance.folder("xacml3-json")
                .map(pack ->
                        Stream.of(dynamicTest("GH-42", () -> checkExchange(pack.resolve("samples/end-to-end/GH-42")))))
                .orElseGet(() -> Stream.of(Conformance.absent("xacml3-json")));
    }

    private static void checkExchange(Path folder) {
        var policy = switch (PolicyCompiler.compile(OasisCase.read(folder, "Policy.xml"), Dialect.STANDARD)) {
            case CompilationResult.Compiled compiled -> compiled.policy();
            case CompilationResult.Rejected rejected -> throw new AssertionError(rejected.issues());
        };
        var answer = JsonProfile.answer(policy, OasisCase.read(folder, "Request.json"));
        assertThat(Meaning.of(WireFormat.JSON.decisions(answer)))
                .isEqualTo(Meaning.of(WireFormat.JSON.decisions(OasisCase.read(folder, "Response.json"))));
    }
}
