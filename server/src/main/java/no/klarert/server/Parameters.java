package no.klarert.server;

/** Parameters of queries that are not texts. */
final class Parameters {
    private Parameters() {}

    /** A switch; {@code otherwise} if it is absent. Anything but true or false ends the call with 400. */
    static boolean flag(Call call, String name, boolean otherwise) {
        var text = call.query().ignoringCase(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().equalsIgnoreCase("true") || text.get().equalsIgnoreCase("false")) {
            return text.get().equalsIgnoreCase("true");
        }
        throw call.refuse(ShapeProblems.of(name, "expected true or false"));
    }
}
