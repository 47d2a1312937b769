package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Xacml;
import org.jspecify.annotations.Nullable;

/** The values of one attribute, as texts, and what kinds of JSON value they were (JSON profile §3.3, §4.2.4). Used again for the next. */
final class JsonValues {
    private static final int STRING = 1;
    private static final int BOOLEAN = 2;
    private static final int INTEGER = 4;
    private static final int DOUBLE = 8;
    private static final int OBJECT = 16;

    private final List<String> texts = new ArrayList<>();
    private int kinds;

    /** Reads one value or an array of them. */
    void read(JsonBody body) {
        texts.clear();
        kinds = 0;
        var scanner = body.scanner();
        if (scanner.peek() != '[') {
            one(body, scanner);
            return;
        }
        scanner.openArray();
        while (scanner.nextElement()) {
            one(body, scanner);
        }
    }

    private void one(JsonBody body, JsonScanner scanner) {
        switch (scanner.peek()) {
            case '"' -> add(STRING, scanner.string());
            case 't', 'f' -> add(BOOLEAN, String.valueOf(scanner.truth()));
            case '{' -> add(OBJECT, object(scanner));
            case 'n', '[' -> {
                body.problem(scanner.at(), "a value must be a string, a number, true, false or an object");
                JsonSkip.value(scanner);
            }
            default -> number(scanner.number());
        }
    }

    private void number(String text) {
        boolean integral = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        add(integral ? INTEGER : DOUBLE, text);
    }

    private static String object(JsonScanner scanner) {
        int from = scanner.at();
        JsonSkip.value(scanner);
        return scanner.between(from, scanner.at());
    }

    private void add(int kind, String text) {
        kinds |= kind;
        texts.add(text);
    }

    List<String> texts() {
        return texts;
    }

    /** The data type that the values show; null if they differ. Without values it does not matter. */
    @Nullable
    String shownType() {
        return switch (kinds) {
            case 0, STRING -> Xacml.TYPE_STRING;
            case BOOLEAN -> Xacml.TYPE_BOOLEAN;
            case INTEGER -> Xacml.TYPE_INTEGER;
            case DOUBLE, INTEGER | DOUBLE -> Xacml.TYPE_DOUBLE;
            case OBJECT -> Identifiers.XPATH_EXPRESSION;
            default -> null;
        };
    }

    /** Whether values of a data type may be written as these are. Any value can be written as a string. */
    boolean mayHave(String dataType, WireOptions options) {
        int others = kinds & ~STRING;
        if (others == 0) {
            return true;
        }
        int fitting = switch (dataType) {
            case Xacml.TYPE_BOOLEAN -> BOOLEAN;
            case Xacml.TYPE_INTEGER -> INTEGER;
            case Xacml.TYPE_DOUBLE -> INTEGER | DOUBLE;
            case Identifiers.XPATH_EXPRESSION -> OBJECT;
            default -> 0;
        };
        return (others & ~fitting) == 0 || (options.isLenient() && (kinds & OBJECT) == 0);
    }
}
