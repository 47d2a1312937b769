package no.klarert.policy.wire;

/**
 * Reads requests in XML (XACML 3.0 §5.42), element by element.
 *
 * <p>{@code Content} and {@code RequestDefaults} are passed over: a policy that would look at them is refused when it is
 * compiled. Attributes of other namespaces, such as {@code xsi:schemaLocation}, mean nothing. Refused are:
 *
 * <ul>
 *   <li>what is not well-formed, has a document type declaration, or is in another encoding than UTF-8 or UTF-16 with a byte
 *       order mark;
 *   <li>unknown elements and attributes, missing {@code ReturnPolicyIdList}, {@code CombinedDecision} or {@code IncludeInResult},
 *       and an attribute without value, unless leniently;
 *   <li>other attributes missing that the schema demands, and text where only elements may stand;
 *   <li>a request reference that names unknown attributes, or a category twice;
 *   <li>attributes that ask for decisions on several nodes or resources, such as {@code content-selector};
 *   <li>whatever exceeds the {@link WireLimits}, and elements nested more than 90 deep.
 * </ul>
 */
public final class XmlRequests {
    private XmlRequests() {}

    /** Reads a request. */
    public static RequestReading read(byte[] xml, WireOptions options) {
        var outcome = XmlBody.read(xml, options, "Request", body -> new XmlRequestReader(body).read());
        return outcome.read() == null
                ? new RequestReading.Refused(outcome.issues())
                : new RequestReading.Read(outcome.read());
    }
}
