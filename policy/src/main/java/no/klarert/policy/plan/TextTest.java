package no.klarert.policy.plan;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a text must be to match. */
sealed interface TextTest {
    boolean holds(String text);

    /** The texts that hold, in their form. */
    Set<String> wanted();

    /** The function holds with one of the texts. */
    static TextTest of(TextForm form, Set<String> texts) {
        var wanted = texts.stream().map(form::text).collect(Collectors.toCollection(HashSet::new));
        var test = wanted.size() == 1 ? new Same(wanted.iterator().next()) : new OneOf(wanted);
        return form == TextForm.EXACT ? test : new Formed(form, test);
    }

    record Same(String text) implements TextTest {
        @Override
        public boolean holds(String other) {
            return text.equals(other);
        }

        @Override
        public Set<String> wanted() {
            return Set.of(text);
        }
    }

    record OneOf(Set<String> wanted) implements TextTest {
        @Override
        public boolean holds(String text) {
            return wanted.contains(text);
        }
    }

    record Formed(TextForm form, TextTest test) implements TextTest {
        @Override
        public boolean holds(String text) {
            return test.holds(form.text(text));
        }

        @Override
        public Set<String> wanted() {
            return test.wanted();
        }
    }
}
