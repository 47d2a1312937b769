package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.klarert.policy.Issue;
import no.klarert.policy.Request;

/** Reads documents for tests. Single quotes stand for double ones. */
final class Reading {
    private Reading() {}

    static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static DecisionRequest read(RequestReading reading) {
        return switch (reading) {
            case RequestReading.Read read -> read.request();
            case RequestReading.Refused refused -> throw new AssertionError(refused.issues());
        };
    }

    static DecisionRequest json(String json) {
        return read(JsonRequests.read(bytes(json), WireOptions.STRICT));
    }

    static DecisionRequest xml(String xml) {
        return read(XmlRequests.read(bytes(xml), WireOptions.STRICT));
    }

    /** The values of the only individual request, each as data type and text. */
    static List<String> shown(DecisionRequest request) {
        return request.individual().getFirst().attributes().stream()
                .map(each -> each.dataType().replaceFirst(".*[#:]", "") + " " + each.value())
                .toList();
    }

    /** The texts of a request's values, in order. */
    static List<String> texts(Request request) {
        return request.attributes().stream().map(each -> each.value()).toList();
    }

    static List<String> refusals(RequestReading reading) {
        return switch (reading) {
            case RequestReading.Read read -> throw new AssertionError("not refused: " + read.request());
            case RequestReading.Refused refused ->
                refused.issues().stream().map(Issue::toString).toList();
        };
    }

    static List<String> jsonRefusals(String json) {
        return refusals(JsonRequests.read(bytes(json), WireOptions.STRICT));
    }

    static List<String> xmlRefusals(String xml) {
        return refusals(XmlRequests.read(bytes(xml), WireOptions.STRICT));
    }

    static List<String> refusals(ResponseReading reading) {
        return switch (reading) {
            case ResponseReading.Read read -> throw new AssertionError("not refused: " + read.decisions());
            case ResponseReading.Refused refused ->
                refused.issues().stream().map(Issue::toString).toList();
        };
    }
}
