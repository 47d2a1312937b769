package no.klarert.policy.wire;

/**
 * Reads requests of the JSON profile of XACML 3.0, version 1.1 §4, in one pass over the bytes.
 *
 * <p>Beyond the profile, {@code null} stands for an absent member, except for {@code Value}. {@code Content} is passed over: a
 * policy that would look at it is refused when it is compiled. A value of type {@code xpathExpression} is carried as its JSON
 * text. Refused are:
 *
 * <ul>
 *   <li>JSON that breaks RFC 8259, is not valid UTF-8, holds half a surrogate pair or goes on after its end;
 *   <li>members that repeat, and unknown ones unless leniently;
 *   <li>a category without attributes around it that name it, an attribute without id or value, a value that is null;
 *   <li>values of one attribute that show different data types, other than integers beside doubles;
 *   <li>an unknown short name of a data type, and a value not written as its data type wants;
 *   <li>a request reference that names unknown attributes, or a category twice;
 *   <li>attributes that ask for decisions on several nodes or resources, such as {@code content-selector};
 *   <li>whatever exceeds the {@link WireLimits}.
 * </ul>
 */
public final class JsonRequests {
    private JsonRequests() {}

    /** Reads a request. Each issue has its JSON pointer in the message. */
    public static RequestReading read(byte[] json, WireOptions options) {
        var problems = new Problems();
        try {
            var request = new JsonRequestReader(new JsonBody(json, options, problems)).read();
            if (!problems.any()) {
                return new RequestReading.Read(request);
            }
        } catch (Malformed malformed) {
            problems.add(malformed.at(), malformed.reason());
        }
        return new RequestReading.Refused(JsonBody.issues(json, problems));
    }
}
