package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.Issue;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/** One JSON document that is being read, and what is wrong with it so far. A value of the wrong kind is noted and passed over. */
final class JsonBody {
    private final WireOptions options;
    private final JsonScanner scanner;
    private final Problems problems;

    JsonBody(byte[] json, WireOptions options, Problems problems) {
        this.options = options;
        this.scanner = new JsonScanner(json, options.limits());
        this.problems = problems;
    }

    JsonScanner scanner() {
        return scanner;
    }

    WireOptions options() {
        return options;
    }

    Problems problems() {
        return problems;
    }

    /** Notes a problem with what was read at a place. */
    void problem(int at, String message) {
        problems.add(at, message);
    }

    /** A member that means nothing in its object. */
    void unknown() {
        if (!options.isLenient()) {
            problem(scanner.nameAt(), "unknown member " + Shown.quoted(scanner.name()));
        }
        JsonSkip.value(scanner);
    }

    /** A string, or null after noting that it is none. */
    @Nullable
    String string(WordTable<String> words) {
        return is('"', "a string") ? scanner.string(words) : null;
    }

    @Nullable
    String string() {
        return string(Identifiers.ATTRIBUTES);
    }

    /** A string; empty after noting that it is none. */
    String text() {
        var text = string();
        return text == null ? "" : text;
    }

    boolean truth() {
        byte next = scanner.peek();
        return (next == 't' || is('f', "true or false")) && scanner.truth();
    }

    /** The members of an object, or null after noting that it is none. */
    @Nullable
    JsonMembers object() {
        return is('{', "an object") ? new JsonMembers(scanner) : null;
    }

    /** Reads each element of an array; leniently also a value that stands alone. */
    void each(Runnable element) {
        if (scanner.peek() != '[' && options.isLenient()) {
            element.run();
        } else if (is('[', "an array")) {
            scanner.openArray();
            while (scanner.nextElement()) {
                element.run();
            }
        }
    }

    private boolean is(char first, String expected) {
        if (scanner.peek() == first) {
            return true;
        }
        problem(scanner.at(), expected + " was expected here");
        JsonSkip.value(scanner);
        return false;
    }

    /** Everything that is wrong with a document, with line, column and JSON pointer. */
    static List<Issue> issues(byte[] json, Problems problems) {
        return problems.inOrder().stream()
                .map(problem -> issue(json, problem.at(), problem.message()))
                .toList();
    }

    private static Issue issue(byte[] json, int at, String message) {
        if (at < 0) {
            return new Issue(Issue.Severity.ERROR, 0, 0, message);
        }
        var place = JsonPlace.of(json, at);
        var pointer = place.pointer();
        var located = pointer.isEmpty() ? message : "at " + Shown.quoted(pointer) + ": " + message;
        return new Issue(Issue.Severity.ERROR, place.line(), place.column(), located);
    }
}
