package no.klarert.policy.regex;

import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.regex.XmlPattern.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flavour of XML Schema part 2 appendix F with the extensions of XACML 3.0 §A.3.13, not anchored. */
class XmlPatternTest {
    static XmlPattern pattern(String text) {
        return switch (XmlPattern.parse(text)) {
            case Parsed.Valid valid -> valid.pattern();
            case Parsed.Invalid invalid -> throw new AssertionError(text + " " + invalid.reason());
        };
    }

    private static boolean finds(String pattern, String text) {
        return pattern(pattern).isFoundIn(text);
    }

    @ParameterizedTest(name = "{0} is found in {1} and not in {2}")
    @CsvSource(
            delimiter = ' ',
            value = {
                // literals are found anywhere, anchors say where
                "b abc ac",
                "^b bc ab",
                "b$ ab bc",
                "^abc$ abc abcd",
                "^(a|b)$ b ab",
                "a|^b xa xb",
                // quantifiers, reluctant ones find the same
                "^ab?c$ ac abbc",
                "^ab*c$ abbbc abbb",
                "^ab+c$ abbc ac",
                "^a{2}$ aa aaa",
                "^a{2,}$ aaaa a",
                "^a{1,3}$ aaa aaaa",
                "^a{0,1}$ a aa",
                "^(ab){2}c$ ababc abc",
                "^a??b$ ab aab",
                "^a*?b+?$ aabb aa",
                "^a{1,2}?b$ aab aaab",
                "^(?:ab)+$ abab aba",
                "^((a|b)c){2}$ acbc acb",
                "^(a*)*b$ aab aac",
                "^(|a)b$ ab aab",
                // classes
                "^[abc]$ b d",
                "^[a-c]$ b d",
                "^[^a-c]$ d b",
                "^[a-cx-z]$ y d",
                "^[-a]$ - b",
                "^[a-]$ - b",
                "^[a^]$ ^ b",
                "^[\\]\\-\\[]$ [ a",
                "^[!--]$ , a",
                "^[a-z-[aeiou]]+$ xyz xyaz",
                "^[^a-z-[0-9]]$ A 5",
                "^[a-z-[b-y-[m]]]$ m n",
                "^[\\d\\-]+$ 1-2 1a",
                "^[\\D]$ a 1",
                "^[.]$ . a",
                "^[$]$ $ a",
                // escapes
                "^\\.$ . a",
                "^\\\\$ \\ a",
                "^\\$\\^\\|\\?\\*\\+$ $^|?*+ $^|?*",
                "^\\{\\}\\(\\)\\[\\]\\-$ {}()[]- {}()[]",
                "^\\d+$ 0123456789 12a",
                "^\\D$ a 1",
                "^\\w+$ aZ9+$€ a-b",
                "^\\W$ - +",
                "^\\S$ a '\t'",
                "^\\i\\c*$ _a-1.b -a",
                "^\\i$ : -",
                "^\\i$ \u00C0 \u00D7",
                "^\\i$ \u0370 \u0300",
                "^\\i$ \uD800\uDC00 \uDB80\uDC00",
                "^\\c$ \u0300 \u037E",
                "^\\c$ 9 ;",
                "^\\c$ \u00B7 \u2041",
                "^[\\i-[:]][\\c-[:]]*$ a.b a:b",
                "^\\I$ 1 a",
                "^\\C$ / .",
                // characters of more than 16 bits are one character
                "^.$ \uD83D\uDE00 ab",
                "^[\uD83D\uDE00-\uD83D\uDE02]$ \uD83D\uDE01 \uD83D\uDE03",
            })
    void finds_what_the_syntax_says_and_nothing_else(String pattern, String with, String without) {
        assertThat(finds(pattern, with)).isTrue();
        assertThat(finds(pattern, without)).isFalse();
    }

    @ParameterizedTest(name = "\\p'{'{0}'}' has U+{1} and not U+{2}")
    @CsvSource({
        "L, 41, 30",
        "Lu, 41, 61",
        "Ll, 61, 41",
        "Lt, 1C5, 41",
        "Lm, 2B0, 61",
        "Lo, 5D0, 61",
        "M, 301, 61",
        "Mn, 301, 903",
        "Mc, 903, 301",
        "Me, 488, 301",
        "N, 31, 61",
        "Nd, 31, BD",
        "Nl, 2160, 31",
        "No, BD, 31",
        "P, 21, 2B",
        "Pc, 5F, 2D",
        "Pd, 2D, 5F",
        "Ps, 28, 29",
        "Pe, 29, 28",
        "Pi, AB, BB",
        "Pf, BB, AB",
        "Po, 21, 28",
        "Z, 20, 61",
        "Zs, 20, 2028",
        "Zl, 2028, 20",
        "Zp, 2029, 2028",
        "S, 2B, 21",
        "Sm, 2B, 24",
        "Sc, 24, 2B",
        "Sk, 5E, 24",
        "So, A9, 24",
        "C, 9, 61",
        "Cc, 9, AD",
        "Cf, AD, 9",
        "Co, E000, 61",
        "Cn, 378, 61",
        "IsBasicLatin, 7F, 80",
        "IsLatin-1Supplement, E6, 61",
        "IsGreek, 3B1, 61",
        "IsCombiningMarksforSymbols, 20D0, 61",
        "IsPrivateUse, E000, 61",
        "IsCJKUnifiedIdeographs, 4E00, 61"
    })
    void knows_categories_and_blocks(String name, String inside, String outside) {
        var in = Character.toString(Integer.parseInt(inside, 16));
        var out = Character.toString(Integer.parseInt(outside, 16));
        assertThat(finds("^\\p{" + name + "}$", in)).isTrue();
        assertThat(finds("^\\p{" + name + "}$", out)).isFalse();
        assertThat(finds("^\\P{" + name + "}$", in)).isFalse();
        assertThat(finds("^[^\\p{" + name + "}]$", out)).isTrue();
    }

    @Test
    void a_word_character_is_neither_punctuation_nor_separator_nor_other() {
        for (int c = 0; c < 0x3000; c++) {
            var expected = !finds("[\\p{P}\\p{Z}\\p{C}]", Character.toString(c));
            assertThat(finds("\\w", Character.toString(c))).as("U+%04X", c).isEqualTo(expected);
        }
    }

    @Test
    void a_dot_takes_everything_but_line_ends() {
        assertThat(finds("^.$", "\t")).isTrue();
        assertThat(finds("^.$", "\n")).isFalse();
        assertThat(finds("^.$", "\r")).isFalse();
    }

    @Test
    void escapes_of_white_space_stand_for_it() {
        assertThat(finds("^\\n\\r\\t$", "\n\r\t")).isTrue();
        assertThat(finds("^\\s+$", " \t\n\r")).isTrue();
        assertThat(finds("^\\s$", "\u00A0")).isFalse();
        assertThat(finds("^[\\n-\\r]$", "\u000B")).isTrue();
    }

    @Test
    void an_anchor_is_the_end_of_the_text_not_of_a_line() {
        assertThat(finds("^a$", "a\n")).isFalse();
        assertThat(finds("^b", "a\nb")).isFalse();
    }

    @Test
    void the_empty_pattern_is_found_everywhere_and_an_impossible_one_nowhere() {
        assertThat(finds("", "")).isTrue();
        assertThat(finds("", "a")).isTrue();
        assertThat(finds("^$", "")).isTrue();
        assertThat(finds("^$", "a")).isFalse();
        assertThat(finds("a^", "a")).isFalse();
        assertThat(finds("$a", "a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "a)",
                "(a",
                "[",
                "[]",
                "[^]",
                "[a",
                "[a[b]",
                "]",
                "*",
                "+a",
                "?",
                "{2}",
                "a{",
                "a{2",
                "a{,2}",
                "a{2,1}",
                "a{x}",
                "a{10001}",
                "a{99999999999}",
                "a**",
                "a+*",
                "}",
                "\\",
                "[\\",
                "[a-\\",
                "\\q",
                "\\1",
                "(a)\\9",
                "\\p",
                "\\p{",
                "\\p{}",
                "\\p{Xx}",
                "\\p{X}",
                "\\p{nL}",
                "\\p{LuLl}",
                "\\p{IsNoSuchBlock}",
                "[b-a]",
                "[a-\\d]",
                "[a-z-[b]",
                "[a-z-[b]c]",
                "(?=a)",
                "(?<n>a)",
                "(?i)a"
            })
    void refuses_what_is_no_pattern_and_says_why(String pattern) {
        assertThat(XmlPattern.parse(pattern))
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid -> assertThat(invalid.reason()).matches("(has|lacks|ends|is) [^\n]+"));
    }

    @Test
    void an_unknown_escape_is_shown_unless_it_cannot_be_seen() {
        assertThat(XmlPattern.parse("\\q")).isEqualTo(new Parsed.Invalid("has an unknown escape `\\q`"));
        assertThat(XmlPattern.parse("\\\r"))
                .isEqualTo(new Parsed.Invalid("has an unknown escape of the character U+000D"));
        assertThat(XmlPattern.parse("\\`"))
                .isEqualTo(new Parsed.Invalid("has an unknown escape of the character U+0060"));
    }
}
