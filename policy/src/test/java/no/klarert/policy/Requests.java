package no.klarert.policy;

/** Writes requests for tests. */
public final class Requests {
    private Requests() {}

    /** A request of values such as {@code "subject role string admin"}: category, attribute, data type and text. */
    public static Request request(String... values) {
        var request = Request.builder();
        for (var value : values) {
            var words = value.split(" ", 4);
            request.attribute(PolicyXml.category(words[0]), words[1], PolicyXml.type(words[2]), words[3]);
        }
        return request.build();
    }
}
