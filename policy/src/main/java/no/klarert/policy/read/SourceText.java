package no.klarert.policy.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.syntax.Position;

/** The source as characters, with the line and column of each. UTF-8, or UTF-16 if a byte order mark says so. */
final class SourceText {
    static final Position NOWHERE = new Position(0, 0);

    private final String text;
    private final int[] lineStarts;

    private SourceText(String text) {
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    static Optional<SourceText> decode(byte[] source, Issues issues) {
        if (source.length > PolicyCompiler.MAX_SOURCE_BYTES) {
            issues.error(NOWHERE, "the policy is larger than " + PolicyCompiler.MAX_SOURCE_BYTES + " bytes");
            return Optional.empty();
        }
        var charset = charset(source);
        try {
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            var decoded = decoder.decode(ByteBuffer.wrap(source)).toString();
            return Optional.of(new SourceText(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded));
        } catch (CharacterCodingException notInThatCharset) {
            issues.error(NOWHERE, "the policy is not valid " + charset.name());
            return Optional.empty();
        }
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

    String text() {
        return text;
    }

    /** Where the tag begins that ends at the character {@code end}. Inside a tag no other {@code <} can stand. */
    Position startOfTag(int end) {
        int start = Math.max(0, text.lastIndexOf('<', end - 1));
        int found = Arrays.binarySearch(lineStarts, start);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, start - lineStarts[line] + 1);
    }
}
