package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.AttributeSources;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Decision;

/**
 * Answers requests of the JSON profile of XACML 3.0, version 1.1: text in, text out. Nothing is thrown; a document that is not a
 * request is answered Indeterminate with {@code syntax-error} (XACML 3.0 §7.19).
 */
public final class JsonProfile {
    private JsonProfile() {}

    /** Answers from the request alone, read strictly. */
    public static byte[] answer(CompiledPolicy policy, byte[] request) {
        return answer(policy, request, WireOptions.STRICT, AttributeSources.NONE);
    }

    /** Answers from the request and what the sources add to it. */
    public static byte[] answer(CompiledPolicy policy, byte[] request, WireOptions options, AttributeSources sources) {
        return JsonResponses.write(decide(policy, request, options, sources));
    }

    private static List<Decision> decide(
            CompiledPolicy policy, byte[] request, WireOptions options, AttributeSources sources) {
        return switch (JsonRequests.read(request, options)) {
            case RequestReading.Read read -> Decisions.of(read.request(), policy, sources);
            case RequestReading.Refused refused -> List.of(Decisions.refused(refused.issues()));
        };
    }
}
