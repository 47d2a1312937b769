package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.Decision;

/**
 * Writes and reads responses of the JSON profile of XACML 3.0, version 1.1 §5. Data types are written with their whole
 * identifier, numbers and truth values as JSON values where their lexical form is one, and several values of one attribute as an
 * array.
 */
public final class JsonResponses {
    private JsonResponses() {}

    /** Writes one result per decision, in their order. */
    public static byte[] write(List<Decision> decisions) {
        return new JsonResponseWriter().write(decisions);
    }

    /** Reads a response. Each issue has its JSON pointer in the message. */
    public static ResponseReading read(byte[] json, WireOptions options) {
        var problems = new Problems();
        try {
            var decisions = new JsonResponseReader(new JsonBody(json, options, problems)).read();
            if (!problems.any()) {
                return new ResponseReading.Read(decisions);
            }
        } catch (Malformed malformed) {
            problems.add(malformed.at(), malformed.reason());
        }
        return new ResponseReading.Refused(JsonBody.issues(json, problems));
    }
}
