package no.klarert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
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
 * The XACML 3.0 conformance cases, as XML and in the JSON form that exists of most of them: request and response are read, the
 * answer is written and read again, and both are compared by meaning. {@link OasisOutcome} says when a case is skipped.
 */
class OasisConformanceTest {
    /** How many cases this engine answers as XML. Grows only. */
    private static final int ANSWERED = 442;

    /** What compiling says about features of the standard that are not supported. Shrinks only. */
    private static final Pattern UNSUPPORTED = Pattern.compile(String.join(
            "|",
            "attribute selectors are not supported",
            "`.*` is an optional (function|data type) that is not supported"));

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> answers_every_case_within_its_reach_as_expected() {
        return Conformance.folder("xacml3")
                .map(pack -> cases(pack).map(OasisConformanceTest::test))
                .orElseGet(() -> Stream.of(Conformance.absent("xacml3")));
    }

    @TestFactory
    Stream<DynamicTest> answers_every_case_in_json_as_expected() {
        return Conformance.folder("xacml3-json")
                .map(pack -> derivedCases(pack).map(OasisConformanceTest::test))
                .orElseGet(() -> Stream.of(Conformance.absent("xacml3-json")));
    }

    private static DynamicTest test(OasisCase each) {
        return dynamicTest(each.id(), () -> {
            switch (OasisOutcome.of(each, UNSUPPORTED)) {
                case OasisOutcome.Answered answered ->
                    assertThat(answered.actual()).isEqualTo(answered.expected());
                case OasisOutcome.Refused refused -> {}
                case OasisOutcome.Skipped skipped -> Assumptions.abort(skipped.reason());
            }
        });
    }

    @Test
    void answers_as_many_cases_as_before() {
        var pack = Conformance.folder("xacml3");
        Assumptions.assumeTrue(pack.isPresent(), Conformance.hint("xacml3"));
        var counts = new TreeMap<String, Integer>();
        cases(pack.get()).forEach(each -> {
            var kind = switch (OasisOutcome.of(each, UNSUPPORTED)) {
                case OasisOutcome.Answered answered -> "answered";
                case OasisOutcome.Refused refused -> "refused as they should be";
                case OasisOutcome.Skipped skipped -> {
                    assertThat(each.status())
                            .as("%s: %s", each.id(), skipped.reason())
                            .isNotEqualTo("mandatory");
                    yield "skipped: " + skipped.reason();
                }
            };
            counts.merge(kind, 1, Integer::sum);
        });
        System.out.println("XACML 3.0 conformance cases: " + counts);
        assertThat(counts.get("answered")).as(counts.toString()).isGreaterThanOrEqualTo(ANSWERED);
    }

    /** The cases that count: not those that another replaces, and not other readings of one that is listed. */
    private static Stream<OasisCase> cases(Path pack) {
        var index = JSON.readTree(OasisCase.read(pack, "index.json"));
        var entries = new ArrayList<JsonNode>();
        index.get("tests").forEach(entries::add);
        index.get("supplementary").forEach(entries::add);
        return entries.stream()
                .filter(each -> !each.has("supersededBy"))
                .filter(each -> !each.get("status").asString().equals("alternate"))
                .map(each -> new OasisCase(each, pack, pack, WireFormat.XML));
    }

    private static Stream<OasisCase> derivedCases(Path pack) {
        var index = JSON.readTree(OasisCase.read(pack, "index.json"));
        var entries = new ArrayList<JsonNode>();
        index.get("derived").forEach(entries::add);
        return entries.stream().map(each -> new OasisCase(each, pack.resolveSibling("xacml3"), pack, WireFormat.JSON));
    }
}
