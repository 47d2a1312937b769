package no.klarert.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.klarert.policy.Issue;

/** Demands of issues that they say something, at a place that the source has. */
final class Places {
    private final String[] lines;

    private Places(String text, String lineEnd) {
        this.lines = text.split(lineEnd, -1);
    }

    /** With the line ends of XML, in the encoding that the byte order mark says. */
    static Places ofXml(byte[] source) {
        return new Places(new String(source, charset(source)), "\r\n|\r|\n");
    }

    static Places ofJson(byte[] source) {
        return new Places(new String(source, StandardCharsets.UTF_8), "\n");
    }

    private static Charset charset(byte[] source) {
        int mark = source.length < 2 ? 0 : ((source[0] & 0xFF) << 8) | (source[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    void assertRefused(List<Issue> issues) {
        assertThat(issues).anyMatch(issue -> issue.severity() == Issue.Severity.ERROR);
        assertPlaced(issues);
    }

    void assertPlaced(List<Issue> issues) {
        for (var issue : issues) {
            assertThat(issue.line()).as("%s", issue).isBetween(1, lines.length);
            // A line end may be two characters, and belongs to its line.
            assertThat(issue.column()).as("%s", issue).isBetween(1, lines[issue.line() - 1].length() + 2);
            assertThat(issue.message()).hasSizeBetween(5, 600).doesNotContain("\n", "\r", "\u0000");
        }
    }
}
