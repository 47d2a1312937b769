package no.klarert.policy.reference;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions of XPath functions §7.6.1, put into those of Java. Only what differs and what the generators use is
 * translated; the rest of the language has tests of its own.
 */
final class ReferencePatterns {
    private ReferencePatterns() {}

    /** XACML 3.0 §A.3.13: the pattern is looked for anywhere in the text. */
    static Answer search(String pattern, String text) {
        return compiled(pattern)
                .map(found -> Answer.of(found.matcher(text).find()))
                .orElse(Answer.processingError());
    }

    static Optional<Pattern> compiled(String pattern) {
        try {
            return Optional.of(Pattern.compile(translated(pattern), Pattern.UNIX_LINES));
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static String translated(String pattern) {
        return pattern.replace("-[", "&&[^")
                .replace("\\i", "[\\p{L}_:]")
                .replace("\\c", "[\\p{L}\\p{Nd}_:.-]")
                .replace("\\p{IsBasicLatin}", "\\p{InBasicLatin}")
                .replaceAll("[$](?=$|[|)])", "\\\\z");
    }
}
