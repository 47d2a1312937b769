package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Says where in a JSON document a byte stands: line, column and JSON pointer (RFC 6901). Walks through the document once more,
 * so that reading a good one costs nothing for it. Everything before the byte must have been read as JSON.
 */
final class JsonPlace {
    private final byte[] text;
    private final int sought;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int line = 1;
    private int lineStart;

    private JsonPlace(byte[] text, int sought) {
        this.text = text;
        this.sought = Math.min(sought, text.length);
    }

    /** One open object, with the name of its latest member, or one open array, with the index of its latest element. */
    private static final class Level {
        private final boolean isArray;
        private int index;
        private @Nullable String name;
        private boolean namesNext = true;

        Level(boolean isArray) {
            this.isArray = isArray;
        }
    }

    static JsonPlace of(byte[] text, int at) {
        var place = new JsonPlace(text, at);
        place.walk();
        return place;
    }

    int line() {
        return line;
    }

    /** In characters, from 1. */
    int column() {
        return new String(text, lineStart, sought - lineStart, StandardCharsets.UTF_8).length() + 1;
    }

    String pointer() {
        var pointer = new StringBuilder();
        for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
            var level = outermost.next();
            if (level.isArray) {
                pointer.append('/').append(level.index);
            } else if (level.name != null) {
                pointer.append('/').append(level.name.replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    private void walk() {
        int at = 0;
        while (at < sought) {
            at = text[at] == '"' ? string(at) : step(at);
        }
        var level = levels.peek();
        if (at == sought && at < text.length && text[at] == '"' && level != null) {
            string(at);
        }
    }

    private int step(int at) {
        var level = levels.peek();
        switch (text[at]) {
            case '{', '[' -> levels.push(new Level(text[at] == '['));
            case '}', ']' -> levels.poll();
            case ',' -> {
                if (level != null) {
                    level.index++;
                    level.namesNext = true;
                }
            }
            case ':' -> {
                if (level != null) {
                    level.namesNext = false;
                }
            }
            case '\n' -> {
                line++;
                lineStart = at + 1;
            }
            default -> {}
        }
        return at + 1;
    }

    /** Passes a string, as far as it goes, and keeps it if it is the name of a member. */
    private int string(int start) {
        int at = start + 1;
        while (at < text.length && text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        int end = Math.min(at, text.length);
        var level = levels.peek();
        if (level != null && !level.isArray && level.namesNext) {
            level.name = new String(text, start + 1, end - start - 1, StandardCharsets.UTF_8);
        }
        return end + 1;
    }
}
