package no.klarert.policy.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads a pattern by recursive descent. */
final class PatternParser {
    private static final int MAX_NESTING = 50;
    private static final int MAX_COUNT = 10_000;

    private final int[] text;
    private int at;
    private int nesting;

    PatternParser(String pattern) {
        this.text = pattern.codePoints().toArray();
    }

    Regex parse() {
        var regex = alternatives();
        if (at < text.length) {
            throw new PatternSyntaxError("has an unmatched `)` at character " + (at + 1));
        }
        return regex;
    }

    private Regex alternatives() {
        descend();
        var branches = new ArrayList<Regex>();
        do {
            branches.add(branch());
        } while (takes('|'));
        nesting--;
        return branches.size() == 1 ? branches.get(0) : new Regex.Alternatives(List.copyOf(branches));
    }

    private void descend() {
        if (++nesting > MAX_NESTING) {
            throw new PatternSyntaxError("is nested more than " + MAX_NESTING + " deep");
        }
    }

    private Regex branch() {
        var parts = new ArrayList<Regex>();
        while (at < text.length && text[at] != '|' && text[at] != ')') {
            parts.add(quantified(atom()));
        }
        return new Regex.Sequence(List.copyOf(parts));
    }

    private Regex atom() {
        int character = text[at++];
        return switch (character) {
            case '(' -> group();
            case '[' -> new Regex.OneOf(characterClass());
            case '.' -> Regex.OneOf.of(c -> c != '\n' && c != '\r');
            case '^' -> new Regex.Start();
            case '$' -> new Regex.End();
            case '\\' -> Regex.OneOf.of(escape());
            case '*', '+', '?', '{', '}', ']' ->
                throw new PatternSyntaxError(
                        "has `" + Character.toString(character) + "` at character " + at + " where it means nothing");
            default -> Regex.OneOf.of(c -> c == character);
        };
    }

    private Regex group() {
        if (takes('?') && !takes(':')) {
            throw new PatternSyntaxError("has a group of an unknown kind at character " + at);
        }
        var inside = alternatives();
        expect(')');
        return inside;
    }

    private Regex quantified(Regex atom) {
        if (at == text.length || "?*+{".indexOf(text[at]) < 0) {
            return atom;
        }
        var repeat = switch (text[at]) {
            case '?' -> new Regex.Repeat(atom, 0, 1);
            case '*' -> new Regex.Repeat(atom, 0, Regex.UNBOUNDED);
            case '+' -> new Regex.Repeat(atom, 1, Regex.UNBOUNDED);
            default -> counted(atom);
        };
        at++;
        takes('?'); // reluctant: where a match ends makes no difference to whether there is one
        return repeat;
    }

    /** Leaves the closing brace to be taken. */
    private Regex.Repeat counted(Regex atom) {
        at++;
        int least = count();
        int most = least;
        if (takes(',')) {
            most = at < text.length && text[at] != '}' ? count() : Regex.UNBOUNDED;
        }
        if (at == text.length || text[at] != '}' || most < least) {
            throw new PatternSyntaxError("has a malformed quantifier before character " + (at + 1));
        }
        return new Regex.Repeat(atom, least, most);
    }

    private int count() {
        int start = at;
        int count = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && count <= MAX_COUNT) {
            count = count * 10 + text[at++] - '0';
        }
        if (at == start || count > MAX_COUNT) {
            throw new PatternSyntaxError("has a malformed or too large count at character " + (start + 1));
        }
        return count;
    }

    /** After the opening bracket; takes the closing one. */
    private CharacterClass characterClass() {
        descend();
        boolean negated = takes('^');
        var members = new ArrayList<IntPredicate>();
        var without = Optional.<CharacterClass>empty();
        while (without.isEmpty() && at < text.length && text[at] != ']') {
            if (!members.isEmpty() && takesSubtraction()) {
                without = Optional.of(characterClass());
            } else {
                members.add(classMember());
            }
        }
        if (members.isEmpty()) {
            throw new PatternSyntaxError("has an empty or unclosed character class at character " + at);
        }
        expect(']');
        nesting--;
        return new CharacterClass(members, negated, without);
    }

    private boolean takesSubtraction() {
        boolean found = text[at] == '-' && at + 1 < text.length && text[at + 1] == '[';
        at += found ? 2 : 0;
        return found;
    }

    private IntPredicate classMember() {
        int first = text[at++];
        if (first == '[') {
            throw new PatternSyntaxError("has an unescaped `[` in a character class at character " + at);
        }
        boolean isRange = first != '\\' || CharacterSets.single(at < text.length ? text[at] : -1) >= 0;
        if (!isRange) {
            return escape();
        }
        int low = first == '\\' ? CharacterSets.single(text[at++]) : first;
        if (at + 1 >= text.length || text[at] != '-' || text[at + 1] == ']' || text[at + 1] == '[') {
            return c -> c == low;
        }
        at++;
        int high = text[at++];
        if (high == '\\') {
            high = CharacterSets.single(at < text.length ? text[at++] : -1);
        }
        return range(low, high);
    }

    private IntPredicate range(int low, int high) {
        if (high < low) {
            throw new PatternSyntaxError("has a malformed range before character " + (at + 1));
        }
        return c -> c >= low && c <= high;
    }

    /** After the backslash. */
    private IntPredicate escape() {
        if (at == text.length) {
            throw new PatternSyntaxError("ends in a backslash");
        }
        int letter = text[at++];
        if (letter >= '1' && letter <= '9') {
            throw new PatternSyntaxError("has a back-reference, which is not supported");
        }
        if (letter == 'p' || letter == 'P') {
            var property = CharacterSets.property(braced());
            return letter == 'p' ? property : property.negate();
        }
        int single = CharacterSets.single(letter);
        return single >= 0 ? c -> c == single : CharacterSets.named(letter);
    }

    private String braced() {
        expect('{');
        int start = at;
        while (at < text.length && text[at] != '}') {
            at++;
        }
        var name = new String(text, start, at - start);
        expect('}');
        return name;
    }

    private boolean takes(int character) {
        if (at < text.length && text[at] == character) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(int character) {
        if (!takes(character)) {
            throw new PatternSyntaxError("lacks a `" + Character.toString(character) + "` at character " + (at + 1));
        }
    }
}
