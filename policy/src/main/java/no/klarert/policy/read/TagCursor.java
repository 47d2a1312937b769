package no.klarert.policy.read;

/**
 * Finds where each tag begins by walking through the source beside the parser. The parser of the JDK knows where it is only
 * roughly: its offsets drift with line ends, comments and the edges of its buffer.
 */
final class TagCursor {
    private final String text;
    private int at;

    TagCursor(String text) {
        this.text = text;
    }

    /**
     * The index of the next start tag or declaration. Right as long as what the parser has read so far is well-formed: then no
     * {@code <} stands inside a tag.
     */
    int next() {
        int start = text.indexOf('<', at);
        while (start >= 0 && skips(start)) {
            start = text.indexOf('<', at);
        }
        at = start + 1;
        return Math.max(0, start);
    }

    private boolean skips(int start) {
        return skips(start, "<!--", "-->")
                || skips(start, "<![CDATA[", "]]>")
                || skips(start, "<?", "?>")
                || skips(start, "</", ">");
    }

    private boolean skips(int start, String opening, String closing) {
        if (!text.startsWith(opening, start)) {
            return false;
        }
        int end = text.indexOf(closing, start + opening.length());
        at = end < 0 ? text.length() : end + closing.length();
        return true;
    }
}
