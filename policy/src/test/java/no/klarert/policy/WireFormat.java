package no.klarert.policy;

import java.util.List;
import no.klarert.policy.wire.JsonRequests;
import no.klarert.policy.wire.JsonResponses;
import no.klarert.policy.wire.RequestReading;
import no.klarert.policy.wire.ResponseReading;
import no.klarert.policy.wire.WireOptions;
import no.klarert.policy.wire.XmlRequests;
import no.klarert.policy.wire.XmlResponses;

/** The two forms that requests and responses travel in, so that a test can be run in both. */
enum WireFormat {
    XML {
        @Override
        RequestReading request(byte[] document) {
            return XmlRequests.read(document, WireOptions.STRICT);
        }

        @Override
        ResponseReading response(byte[] document) {
            return XmlResponses.read(document, WireOptions.STRICT);
        }

        @Override
        byte[] write(List<Decision> decisions) {
            return XmlResponses.write(decisions);
        }
    },
    JSON {
        @Override
        RequestReading request(byte[] document) {
            return JsonRequests.read(document, WireOptions.STRICT);
        }

        @Override
        ResponseReading response(byte[] document) {
            return JsonResponses.read(document, WireOptions.STRICT);
        }

        @Override
        byte[] write(List<Decision> decisions) {
            return JsonResponses.write(decisions);
        }
    };

    abstract RequestReading request(byte[] document);

    abstract ResponseReading response(byte[] document);

    abstract byte[] write(List<Decision> decisions);

    /** The decisions of a response that must be one. */
    List<Decision> decisions(byte[] document) {
        return switch (response(document)) {
            case ResponseReading.Read read -> read.decisions();
            case ResponseReading.Refused refused -> throw new AssertionError(refused.issues());
        };
    }
}
