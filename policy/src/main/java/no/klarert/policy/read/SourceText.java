package no.klarert.policy.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import no.klarert.policy.syntax.Position;

/** The source as characters, with the line and column of each. UTF-8, or UTF-16 if a byte order mark says so. */
public final class SourceText {
    static final Position NOWHERE = new Position(0, 0);

    private static final char REPLACEMENT = '\uFFFD';

    private final String text;
    private final int[] lineStarts;

    private SourceText(String text) {
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        var starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (isLineEnd(text, i)) {
                starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    /** Line ends as XML 1.0 §2.11 has them. */
    private static boolean isLineEnd(String text, int at) {
        char character = text.charAt(at);
        return character == '\n' || (character == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
    }

    /**
     * Decodes a source.
     *
     * @param kind what the source is called in an issue
     */
    public static Optional<SourceText> decode(byte[] source, int maxBytes, String kind, Issues issues) {
        if (source.length > maxBytes) {
            issues.error(NOWHERE, "the " + kind + " is larger than " + maxBytes + " bytes");
            return Optional.empty();
        }
        var charset = charset(source);
        var quick = new String(source, charset);
        return quick.indexOf(REPLACEMENT) < 0
                ? Optional.of(new SourceText(withoutMark(quick)))
                : decode(source, charset, kind, issues);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Where the character stands that malformed bytes are replaced by: the source may hold it as such. */
    private static Optional<SourceText> decode(byte[] source, Charset charset, String kind, Issues issues) {
        var decoded = CharBuffer.allocate(source.length);
        // INVARIANT: a decoder that is not told otherwise stops at the first bytes that are no character.
        var outcome = charset.newDecoder().decode(ByteBuffer.wrap(source), decoded, true);
        var text = decoded.flip().toString();
        var readable = new SourceText(withoutMark(text));
        if (outcome.isError()) {
            issues.error(readable.position(readable.text.length()), "the " + kind + " is not valid " + charset.name());
            return Optional.empty();
        }
        return Optional.of(readable);
    }

    private static Charset charset(byte[] source) {
        if (source.length >= 2 && source[0] == (byte) 0xFE && source[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (source.length >= 2 && source[0] == (byte) 0xFF && source[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    /** Without a byte order mark. */
    public String text() {
        return text;
    }

    public Position position(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, index - lineStarts[line] + 1);
    }

    /** The place in the source that is closest to this one; the end of a line belongs to it. */
    Position nearest(int line, int column) {
        int known = Math.clamp(line, 1, lineStarts.length);
        int end = known == lineStarts.length ? text.length() : lineStarts[known] - 1;
        return new Position(known, Math.clamp(column, 1, end - lineStarts[known - 1] + 1));
    }
}
