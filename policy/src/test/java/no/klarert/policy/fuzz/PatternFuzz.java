package no.klarert.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import no.klarert.policy.regex.XmlPattern;

/**
 * Any pattern, searched in any text: the first line of the input is the pattern, the rest the text. It is refused with a reason
 * or found in time; where the flavours of XML Schema and of the JDK mean the same, it is found where the JDK finds it.
 */
public final class PatternFuzz {
    /** Longer ones may keep the JDK's backtracking busy for ever. */
    private static final int LONGEST_FOR_THE_JDK = 14;

    /** Nothing that reads differently: no escapes, no class within a class, no characters with a meaning of their own in Java. */
    private static final Pattern SAME_IN_BOTH =
            Pattern.compile("(?:[abc01.|()*+?{},^$]|\\[\\^?[abc01](?:-?[abc01])*])*");

    private PatternFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        var text = lines.length == 1 ? "" : lines[1];
        switch (XmlPattern.parse(lines[0])) {
            case XmlPattern.Parsed.Valid valid -> search(valid.pattern(), lines[0], text);
            case XmlPattern.Parsed.Invalid invalid ->
                assertThat(invalid.reason()).hasSizeBetween(5, 600).doesNotContain("\n", "\r");
        }
    }

    private static void search(XmlPattern pattern, String written, String text) {
        if (!pattern.canSearch(text)) {
            return;
        }
        boolean found = pattern.isFoundIn(text);
        inTheJdk(written, text)
                .ifPresent(same -> assertThat(found)
                        .as("`%s` in `%s`", written, text)
                        .isEqualTo(same.matcher(text).find()));
        if (found) {
            assertFoundAsPart(written, text);
        }
    }

    /** What is found stays found when it is one alternative of two. */
    private static void assertFoundAsPart(String written, String text) {
        if (XmlPattern.parse("(" + written + ")|bc") instanceof XmlPattern.Parsed.Valid wider
                && wider.pattern().canSearch(text)) {
            assertThat(wider.pattern().isFoundIn(text)).isTrue();
        }
    }

    private static Optional<Pattern> inTheJdk(String written, String text) {
        if (written.length() > LONGEST_FOR_THE_JDK
                || text.length() > LONGEST_FOR_THE_JDK
                || !SAME_IN_BOTH.matcher(written).matches()
                || !text.chars().allMatch(character -> character >= ' ' && character < 0x7F)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(written.replace("$", "\\z")));
        } catch (PatternSyntaxException refused) {
            return Optional.empty();
        }
    }
}
