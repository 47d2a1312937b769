package no.klarert.policy.wire;

import static no.klarert.policy.wire.Reading.bytes;
import static no.klarert.policy.wire.Reading.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import no.klarert.policy.Conformance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonLimitsTest {
    /** The limits that the samples of the conformance pack are meant with. */
    private static final WireLimits OF_THE_SAMPLES =
            WireLimits.DEFAULT.stringLength(10).members(2).depth(2);

    private static final String REQUEST =
            "{'Request':{'Action':[{'Attribute':[{'AttributeId':'a','Value':[12345,2]},{'AttributeId':'b','Value':1}]}]}}";

    @TestFactory
    Stream<DynamicTest> keeps_the_limits_of_the_samples() {
        return Conformance.folder("xacml3-json")
                .map(pack -> Stream.concat(samples(pack, "valid", true), samples(pack, "invalid", false)))
                .orElseGet(() -> Stream.of(Conformance.absent("xacml3-json")));
    }

    private static Stream<DynamicTest> samples(Path pack, String folder, boolean accepted) {
        try (var files = Files.list(pack.resolve("samples/limits").resolve(folder))) {
            var samples = files.sorted().toList();
            assertThat(samples).hasSize(13);
            return samples.stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file, accepted)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void check(Path file, boolean accepted) throws IOException {
        var scanner = new JsonScanner(Files.readAllBytes(file), OF_THE_SAMPLES);
        if (accepted) {
            assertThatCode(() -> pass(scanner)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> pass(scanner)).isInstanceOf(Malformed.class);
        }
    }

    private static void pass(JsonScanner scanner) {
        JsonSkip.value(scanner);
        scanner.end();
    }

    private static void assertLimit(WireLimits enough, WireLimits tooFew, String message) {
        Reading.read(JsonRequests.read(bytes(REQUEST), WireOptions.STRICT.limits(enough)));
        assertThat(refusals(JsonRequests.read(bytes(REQUEST), WireOptions.STRICT.limits(tooFew))))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void bounds_bytes() {
        int size = REQUEST.length();
        assertLimit(WireLimits.DEFAULT.bytes(size), WireLimits.DEFAULT.bytes(size - 1), "the document is larger than");
    }

    @Test
    void bounds_depth() {
        assertLimit(WireLimits.DEFAULT.depth(6), WireLimits.DEFAULT.depth(5), "nested more than 5 deep");
    }

    @Test
    void bounds_members() {
        assertLimit(WireLimits.DEFAULT.members(2), WireLimits.DEFAULT.members(1), "more than 1 members");
    }

    @Test
    void bounds_strings() {
        assertLimit(WireLimits.DEFAULT.stringLength(11), WireLimits.DEFAULT.stringLength(10), "longer than 10 bytes");
    }

    @Test
    void bounds_strings_by_their_bytes_however_they_are_written() {
        var limits = WireOptions.STRICT.limits(WireLimits.DEFAULT.stringLength(11));
        var document = "{'Request':{'Action':[{'Attribute':[{'AttributeId':'%s','Value':1}]}]}}";

        Reading.read(JsonRequests.read(bytes(document.formatted("æææææ")), limits));
        assertThat(refusals(JsonRequests.read(bytes(document.formatted("ææææææ")), limits)))
                .singleElement()
                .asString()
                .contains("longer than 11 bytes");
    }

    @Test
    void bounds_numbers() {
        assertLimit(WireLimits.DEFAULT.numberLength(5), WireLimits.DEFAULT.numberLength(4), "longer than 4 characters");
    }

    @Test
    void bounds_attributes() {
        assertLimit(WireLimits.DEFAULT.attributes(2), WireLimits.DEFAULT.attributes(1), "more than 1 attributes");
    }

    @Test
    void bounds_values() {
        assertLimit(WireLimits.DEFAULT.values(3), WireLimits.DEFAULT.values(2), "more than 2 values");
    }

    @Test
    void has_no_limit_below_one_and_none_that_recursion_cannot_reach() {
        assertThatIllegalArgumentException().isThrownBy(() -> WireLimits.DEFAULT.numberLength(0));
        assertThatIllegalArgumentException().isThrownBy(() -> WireLimits.DEFAULT.depth(501));
        var deep = "[".repeat(501) + "]".repeat(501);
        assertThatCode(() -> pass(new JsonScanner(bytes(deep), WireLimits.DEFAULT.depth(500))))
                .doesNotThrowAnyException();
    }

    @Test
    void ends_soon_for_documents_made_to_be_slow() {
        assertThat(refusals(JsonRequests.read(bytes("[".repeat(1_000_000)), WireOptions.STRICT)))
                .hasSize(1);
        assertThat(refusals(JsonRequests.read(bytes("{'Request':" + "9".repeat(1_000_000) + "}"), WireOptions.STRICT)))
                .last()
                .asString()
                .contains("longer than 400 characters");
        var name = "{'Request':{'Action':[" + "{'Id':'x'},".repeat(9_000) + "{}]}}";
        assertThat(refusals(JsonRequests.read(bytes(name), WireOptions.STRICT)))
                .singleElement()
                .asString()
                .contains("more than 500 individual requests");
    }
}
