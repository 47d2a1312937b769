package no.klarert.policy.fuzz;

import no.klarert.policy.wire.WireOptions;
import no.klarert.policy.wire.XmlRequests;
import no.klarert.policy.wire.XmlResponses;

/** Any bytes as a request in XML: refused at a place that exists, or answered with a response that reads as what was decided. */
public final class XmlRequestFuzz {
    private static final Exchange EXCHANGE =
            new Exchange(XmlRequests::read, XmlResponses::write, xml -> XmlResponses.read(xml, WireOptions.STRICT));

    private XmlRequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] xml) {
        EXCHANGE.check(xml, Places.ofXml(xml));
    }
}
