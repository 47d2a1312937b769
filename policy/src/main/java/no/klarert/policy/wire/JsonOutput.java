package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;

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

    /** A value, or several members, as JSON. */
    JsonOutput raw(byte[] json) {
        separate();
        out.raw(json);
        first = false;
        return this;
    }

    /** The name of a member. Its value is written next. */
    JsonOutput name(Member member) {
        separate();
        out.raw(member.written());
        first = true;
        return this;
    }

    JsonOutput member(Member member, String value) {
        return name(member).string(value);
    }

    JsonOutput string(String value) {
        separate();
        out.ascii('"');
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (JsonText.plainEnd(utf8, 0) == utf8.length) {
            out.raw(utf8);
        } else {
            escaped(utf8);
        }
        out.ascii('"');
        first = false;
        return this;
    }

    private void escaped(byte[] utf8) {
        for (byte one : utf8) {
            if (one >= 0 && one < ' ') {
                out.raw("\\u00").ascii(HEXADECIMAL[one >> 4]).ascii(HEXADECIMAL[one & 0xF]);
            } else {
                if (one == '"' || one == '\\') {
                    out.ascii('\\');
                }
                out.ascii((char) one);
            }
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
