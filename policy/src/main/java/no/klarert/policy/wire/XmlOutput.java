package no.klarert.policy.wire;

/** XML 1.0 that is being written. A character that XML does not allow becomes a question mark. */
final class XmlOutput {
    private final Output out = new Output();
    private boolean tagOpen;

    XmlOutput start(String name) {
        closeTag();
        out.ascii('<').raw(name);
        tagOpen = true;
        return this;
    }

    /** An attribute of the element that was just started. */
    XmlOutput attribute(String name, String value) {
        out.ascii(' ').raw(name).raw("=\"").raw(escaped(value)).ascii('"');
        return this;
    }

    XmlOutput text(String text) {
        closeTag();
        out.raw(escaped(text));
        return this;
    }

    XmlOutput end(String name) {
        if (tagOpen) {
            out.raw("/>");
            tagOpen = false;
        } else {
            out.raw("</").raw(name).ascii('>');
        }
        return this;
    }

    private void closeTag() {
        if (tagOpen) {
            out.ascii('>');
            tagOpen = false;
        }
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> escape(character, escaped));
        return escaped.toString();
    }

    private static void escape(int character, StringBuilder into) {
        switch (character) {
            case '&' -> into.append("&amp;");
            case '<' -> into.append("&lt;");
            case '>' -> into.append("&gt;");
            case '"' -> into.append("&quot;");
            case '\t', '\n', '\r' -> into.append("&#").append(character).append(';');
            default -> into.appendCodePoint(isAllowed(character) ? character : '?');
        }
    }

    /** XML 1.0 §2.2. */
    private static boolean isAllowed(int character) {
        return character >= ' '
                && character != 0xFFFE
                && character != 0xFFFF
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    byte[] toBytes() {
        return out.toBytes();
    }
}
