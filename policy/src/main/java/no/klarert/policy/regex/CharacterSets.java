package no.klarert.policy.regex;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The named sets of characters of XML Schema part 2 §F.1.1. */
final class CharacterSets {
    /** Two letters per value of {@link Character#getType}, from 0, {@code Cn}, to 30; Java leaves 17 unused. */
    private static final String CATEGORIES = "CnLuLlLtLmLoMnMeMcNdNlNo" + "ZsZlZpCcCfCnCoCsPdPsPePcPoSmScSkSoPiPf";

    /** What names of XML begin with (XML 1.0, fifth edition, §2.3): first and last of each range, in order. */
    private static final int[] NAME_START = {
        ':', ':', 'A', 'Z', '_', '_', 'a', 'z', 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF,
        0x200C, 0x200D, 0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };

    /** What names of XML may go on with besides. */
    private static final int[] NAME_REST = {'-', '.', '0', '9', 0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040};

    private CharacterSets() {}

    /** The character that a backslash and this letter stand for, or -1 if they do not stand for a single one. */
    static int single(int letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '\\', '|', '.', '-', '^', '?', '*', '+', '{', '}', '(', ')', '[', ']', '$' -> letter;
            default -> -1;
        };
    }

    /** The set that a backslash and this letter stand for. */
    static IntPredicate named(int letter) {
        return switch (letter) {
            case 's' -> CharacterSets::isSpace;
            case 'S' -> not(CharacterSets::isSpace);
            case 'i' -> CharacterSets::startsName;
            case 'I' -> not(CharacterSets::startsName);
            case 'c' -> CharacterSets::continuesName;
            case 'C' -> not(CharacterSets::continuesName);
            case 'd' -> Character::isDigit;
            case 'D' -> not(Character::isDigit);
            case 'w' -> CharacterSets::isWord;
            case 'W' -> not(CharacterSets::isWord);
            default -> throw new PatternSyntaxError("has an unknown escape " + shown(letter));
        };
    }

    /** An escape as it may stand in a message, which is one line. */
    private static String shown(int letter) {
        boolean readable = Character.isLetterOrDigit(letter) || (letter > ' ' && letter < 0x7F && letter != '`');
        return readable ? "`\\" + Character.toString(letter) + "`" : "of the character U+%04X".formatted(letter);
    }

    /** The set of a category ({@code L}, {@code Lu}) or a block ({@code IsBasicLatin}). */
    static IntPredicate property(String name) {
        if (name.startsWith("Is")) {
            return block(name);
        }
        boolean known = name.length() == 1 || name.length() == 2;
        int at = known ? CATEGORIES.indexOf(name) : -1;
        if (name.length() == 2 && at >= 0 && at % 2 == 0) {
            return c -> category(c).equals(name);
        }
        if (name.length() == 1 && "LMNPZSC".contains(name)) {
            return c -> category(c).startsWith(name);
        }
        throw unknown();
    }

    private static IntPredicate block(String name) {
        try {
            // XML Schema names one block otherwise than Unicode does today.
            var known = name.equals("IsPrivateUse") ? "PrivateUseArea" : name.substring(2);
            var block = Character.UnicodeBlock.forName(known);
            return c -> block.equals(Character.UnicodeBlock.of(c));
        } catch (IllegalArgumentException noSuchBlock) {
            throw unknown();
        }
    }

    private static PatternSyntaxError unknown() {
        return new PatternSyntaxError("has an unknown character property");
    }

    private static IntPredicate not(IntPredicate set) {
        return set.negate();
    }

    private static String category(int character) {
        int type = Character.getType(character);
        return CATEGORIES.substring(2 * type, 2 * type + 2);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean startsName(int c) {
        return isWithin(NAME_START, c);
    }

    private static boolean continuesName(int c) {
        return isWithin(NAME_START, c) || isWithin(NAME_REST, c);
    }

    /** Whether a character is in one of the ranges, each from one even index to the next. */
    private static boolean isWithin(int[] ranges, int c) {
        int place = Arrays.binarySearch(ranges, c);
        return place >= 0 || (-place - 1) % 2 == 1;
    }

    private static boolean isWord(int c) {
        return "PZC".indexOf(category(c).charAt(0)) < 0;
    }
}
