package no.klarert.policy.wire;

/** JSON that is being written (RFC 8259), without white space. Commas come by themselves. */
final class JsonOutput {
    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();

    private final Output out = new Output();
    private boolean first = true;

    JsonOutput open(char bracket) {
        separate();
        out.ascii(bracket);
        first = true;
        return this;
    }

    JsonOutput close(char bracket) {
        out.ascii(bracket);
        first = false;
        return this;
    }

    /** A value or the beginning of one, as JSON. */
    JsonOutput raw(byte[] json) {
        separate();
        out.raw(json);
        first = false;
        return this;
    }

    /** A value as JSON. */
    JsonOutput raw(String json) {
        separate();
        out.plain(json);
        first = false;
        return this;
    }

    /** The name of a member. Its value is written next. */
    JsonOutput name(Member member) {
        separate();
        out.ascii('"').plain(member.text()).ascii('"').ascii(':');
        first = true;
        return this;
    }

    JsonOutput member(Member member, String value) {
        return name(member).string(value);
    }

    JsonOutput string(String value) {
        separate();
        out.ascii('"');
        int at = 0;
        while (at < value.length()) {
            char unit = value.charAt(at);
            if (unit < ' ' || unit == '"' || unit == '\\') {
                escape(unit);
                at++;
            } else {
                at += out.character(value, at);
            }
        }
        out.ascii('"');
        first = false;
        return this;
    }

    private void escape(char unit) {
        out.ascii('\\');
        if (unit >= ' ') {
            out.ascii(unit);
        } else {
            out.plain("u00").ascii(HEXADECIMAL[unit >> 4]).ascii(HEXADECIMAL[unit & 0xF]);
        }
    }

    private void separate() {
        if (!first) {
            out.ascii(',');
        }
    }

    byte[] toBytes() {
        return out.toBytes();
    }
}
