package no.klarert.policy.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a distinguished name (RFC 4514 §3, with the older forms of RFC 2253 §4: quotes, semicolons and space around signs). */
final class X500NameParser {
    private static final String SPECIAL = "\"+,;<>\\";
    private static final String ESCAPABLE = SPECIAL + " #=";

    /** What octets that are no UTF-8 are read as. */
    private static final char MALFORMED = '\uFFFD';

    private final String text;
    private int at;
    private boolean failed;

    X500NameParser(String text) {
        this.text = text;
    }

    /** The relative distinguished names, each in a single form; empty if the text is no name or has none. */
    List<String> parts() {
        var parts = new ArrayList<String>();
        do {
            parts.add(part());
        } while (!failed && (takes(',') || takes(';')));
        return failed || at < text.length() ? List.of() : parts;
    }

    private String part() {
        var pairs = new ArrayList<String>();
        do {
            pairs.add(pair());
        } while (!failed && takes('+'));
        pairs.sort(null);
        return String.join("+", pairs);
    }

    private String pair() {
        skipSpace();
        int start = at;
        while (at < text.length() && isTypeCharacter(text.charAt(at))) {
            at++;
        }
        var type = text.substring(start, at);
        skipSpace();
        failed |= !X500AttributeTypes.isType(type) || !takes('=');
        skipSpace();
        return X500AttributeTypes.number(type) + "=" + value();
    }

    private static boolean isTypeCharacter(char c) {
        return Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-' || c == '.';
    }

    private String value() {
        if (failed || at == text.length()) {
            return "";
        }
        return switch (text.charAt(at)) {
            case '#' -> hexadecimal();
            case '"' -> X500Text.folded(quoted());
            default -> X500Text.folded(plain());
        };
    }

    /** At least one octet, each of two digits. */
    private String hexadecimal() {
        int start = at++;
        while (at < text.length() && Ascii.isHexDigit(text.charAt(at))) {
            at++;
        }
        failed |= at - start < 3 || (at - start) % 2 == 0;
        var octets = Ascii.lower(text.substring(start, at));
        skipSpace();
        return octets;
    }

    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            take(value);
        }
        failed |= !takes('"');
        skipSpace();
        return value.toString();
    }

    /** Up to the next sign that separates. Space at the end belongs to the name only if it is escaped, which folding ignores. */
    private String plain() {
        var value = new StringBuilder();
        while (at < text.length() && ",;+".indexOf(text.charAt(at)) < 0) {
            failed |= "\"<>".indexOf(text.charAt(at)) >= 0;
            take(value);
        }
        return value.toString();
    }

    private void take(StringBuilder value) {
        char c = text.charAt(at++);
        if (c != '\\') {
            value.append(c);
        } else if (at < text.length() && ESCAPABLE.indexOf(text.charAt(at)) >= 0) {
            value.append(text.charAt(at++));
        } else {
            value.append(octets());
        }
    }

    /** After a backslash: octets of UTF-8, each of two digits and all but the first after a backslash of their own. */
    private String octets() {
        var octets = new ByteArrayOutputStream();
        do {
            octets.write(octet());
        } while (!failed && takesBackslashOfOctet());
        var characters = octets.toString(StandardCharsets.UTF_8);
        failed |= characters.indexOf(MALFORMED) >= 0;
        return characters;
    }

    private boolean takesBackslashOfOctet() {
        return isOctet(at + 1) && takes('\\');
    }

    private boolean isOctet(int start) {
        return start + 1 < text.length()
                && Ascii.isHexDigit(text.charAt(start))
                && Ascii.isHexDigit(text.charAt(start + 1));
    }

    private int octet() {
        if (!isOctet(at)) {
            failed = true;
            return 0;
        }
        at += 2;
        return Integer.parseInt(text.substring(at - 2, at), 16);
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean takes(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }
}
