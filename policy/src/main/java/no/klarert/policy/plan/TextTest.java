package no.klarert.policy.plan;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a text must be to match, in the form in which it is compared. */
sealed interface TextTest {
    boolean holds(String text);

    /** The texts that hold, in their form. */
    Set<String> wanted();

    /** One of the texts, which are compared in a form. */
    static TextTest of(TextForm form, Set<String> texts) {
        var wanted = texts.stream().map(form::text).collect(Collectors.toCollection(HashSet::new));
        return wanted.size() == 1 ? new Same(wanted.iterator().next()) : new OneOf(wanted);
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
}
