package no.klarert.policy.plan;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a text must be to match. */
interface TextTest {
    boolean holds(String text);

    /** {@code string-equal} with any of the texts. */
    static TextTest equalTo(Set<String> texts) {
        return texts.size() == 1 ? new Same(texts.iterator().next()) : new OneOf(Set.copyOf(texts));
    }

    /** {@code string-equal-ignore-case} with any of the texts: both sides in lower case (XACML 3.0 §A.3.1). */
    static TextTest equalIgnoringCaseTo(Set<String> texts) {
        return new Lowered(equalTo(texts.stream().map(TextTest::lower).collect(Collectors.toSet())));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    record Same(String wanted) implements TextTest {
        @Override
        public boolean holds(String text) {
            return wanted.equals(text);
        }
    }

    record OneOf(Set<String> wanted) implements TextTest {
        @Override
        public boolean holds(String text) {
            return wanted.contains(text);
        }
    }

    record Lowered(TextTest test) implements TextTest {
        @Override
        public boolean holds(String text) {
            return test.holds(lower(text));
        }
    }
}
