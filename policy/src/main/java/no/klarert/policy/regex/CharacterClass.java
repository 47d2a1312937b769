package no.klarert.policy.regex;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A set of characters (XML Schema part 2 §F.1): those of any member, or with {@code negated} all others, except those of the
 * class that is taken away.
 */
record CharacterClass(List<IntPredicate> members, boolean negated, Optional<CharacterClass> without) {
    CharacterClass {
        members = List.copyOf(members);
    }

    static CharacterClass of(IntPredicate member) {
        return new CharacterClass(List.of(member), false, Optional.empty());
    }

    boolean contains(int character) {
        return isNamed(character) != negated
                && (without.isEmpty() || !without.get().contains(character));
    }

    private boolean isNamed(int character) {
        for (var member : members) {
            if (member.test(character)) {
                return true;
            }
        }
        return false;
    }

    /** How many members are looked at for one character, at most. */
    int size() {
        return members.size() + without.map(CharacterClass::size).orElse(0);
    }
}
