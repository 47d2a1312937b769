package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.Decision;

/** Writes and reads responses in XML (XACML 3.0 §5.47). */
public final class XmlResponses {
    private XmlResponses() {}

    /** Writes one result per decision, in their order. */
    public static byte[] write(List<Decision> decisions) {
        return new XmlResponseWriter().write(decisions);
    }

    /** Reads a response. */
    public static ResponseReading read(byte[] xml, WireOptions options) {
        var outcome = XmlBody.read(xml, options, "Response", body -> new XmlResponseReader(body).read());
        return outcome.read() == null
                ? new ResponseReading.Refused(outcome.issues())
                : new ResponseReading.Read(outcome.read());
    }
}
