package no.klarert.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import no.klarert.policy.wire.JsonRequests;
import no.klarert.policy.wire.JsonResponses;
import no.klarert.policy.wire.RequestReading;
import no.klarert.policy.wire.WireOptions;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any bytes as a request of the JSON profile: refused at a place that exists, or answered with a response that reads as what was
 * decided. What is taken for JSON here is JSON for another reader as well.
 */
public final class JsonRequestFuzz {
    private static final Exchange EXCHANGE = new Exchange(
            JsonRequests::read, JsonResponses::write, json -> JsonResponses.read(json, WireOptions.STRICT));
    private static final JsonMapper OTHER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonRequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] json) {
        EXCHANGE.check(json, Places.ofJson(json));
        if (JsonRequests.read(json, WireOptions.STRICT.lenient()) instanceof RequestReading.Read) {
            assertThatCode(() -> OTHER.readTree(json)).doesNotThrowAnyException();
        }
    }
}
