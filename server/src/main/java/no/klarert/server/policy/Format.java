package no.klarert.server.policy;

import java.util.List;
import no.klarert.policy.Decision;
import no.klarert.policy.wire.JsonRequests;
import no.klarert.policy.wire.JsonResponses;
import no.klarert.policy.wire.RequestReading;
import no.klarert.policy.wire.ResponseReading;
import no.klarert.policy.wire.WireOptions;
import no.klarert.policy.wire.XmlRequests;
import no.klarert.policy.wire.XmlResponses;

/** The two ways to write requests and responses down: the JSON profile and the XML of the standard. */
enum Format {
    JSON,
    XML;

    /** By the first character: {@code <} begins XML, and so does the byte order mark of UTF-16, which JSON never is in. */
    static Format of(byte[] document) {
        for (int i = 0; i < document.length; i++) {
            int octet = document[i] & 0xff;
            if (octet == '<' || octet == 0xfe || octet == 0xff) {
                return XML;
            }
            boolean skipped = octet <= ' ' || octet == 0xef || octet == 0xbb || octet == 0xbf;
            if (!skipped) {
                return JSON;
            }
        }
        return JSON;
    }

    RequestReading readRequest(byte[] document) {
        return switch (this) {
            case JSON -> JsonRequests.read(document, WireOptions.STRICT);
            case XML -> XmlRequests.read(document, WireOptions.STRICT);
        };
    }

    ResponseReading readResponse(byte[] document) {
        return switch (this) {
            case JSON -> JsonResponses.read(document, WireOptions.STRICT);
            case XML -> XmlResponses.read(document, WireOptions.STRICT);
        };
    }

    byte[] write(List<Decision> decisions) {
        return switch (this) {
            case JSON -> JsonResponses.write(decisions);
            case XML -> XmlResponses.write(decisions);
        };
    }
}
