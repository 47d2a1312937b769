package no.klarert.policy.regex;

import static no.klarert.policy.regex.XmlPatternTest.pattern;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import no.klarert.policy.regex.XmlPattern.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile pattern can cost: a bounded program, and steps that grow with the text and no faster. */
@Timeout(10)
class XmlPatternBoundsTest {
    /** Patterns that take engines with backtracking time exponential in the length of the text. */
    static String[] catastrophic() {
        return new String[] {
            "^(a+)+$",
            "^(a*)*$",
            "^(a|a)*$",
            "^(a|aa)+$",
            "^(a?){40}a{40}$",
            "^((a{0,9}){0,9}){0,9}$",
            "^(([a-z])+.)+[A-Z]([a-z])+$",
            "^(.*)*x$",
            "(x+x+)+y",
            "(.*){1,20}[bc]$",
            "^(()*a|a)*$",
            "^[a-z-[b]]*[a-z-[c]]*[a-z-[d]]*$"
        };
    }

    @ParameterizedTest
    @MethodSource("catastrophic")
    void work_grows_no_faster_than_the_text(String pattern) {
        var looks = new AtomicLong();
        var program = Program.of(counted(new PatternParser(pattern).parse(), looks));
        for (int length : new int[] {100, 1_000, 10_000}) {
            looks.set(0);
            new Search(program, "a".repeat(length) + "!").finds();
            assertThat(looks.get()).isLessThanOrEqualTo((long) program.cost() * (length + 1));
        }
    }

    /** The same expression, counting every look at a character. */
    private static Regex counted(Regex regex, AtomicLong looks) {
        return switch (regex) {
            case Regex.OneOf one ->
                Regex.OneOf.of(character -> {
                    looks.incrementAndGet();
                    return one.characters().contains(character);
                });
            case Regex.Sequence sequence ->
                new Regex.Sequence(sequence.parts().stream()
                        .map(part -> counted(part, looks))
                        .toList());
            case Regex.Alternatives alternatives ->
                new Regex.Alternatives(alternatives.branches().stream()
                        .map(branch -> counted(branch, looks))
                        .toList());
            case Regex.Repeat repeat -> new Regex.Repeat(counted(repeat.part(), looks), repeat.least(), repeat.most());
            case Regex.Start start -> start;
            case Regex.End end -> end;
        };
    }

    @ParameterizedTest
    @MethodSource("catastrophic")
    void no_pattern_is_slow_on_the_longest_text_it_admits(String pattern) {
        var compiled = pattern(pattern);
        var longest = "a".repeat((int) (XmlPattern.MAX_WORK / compiled.size()) - 2) + "!";
        assertThat(compiled.canSearch(longest)).isTrue();
        assertThat(compiled.canSearch(longest + "aa")).isFalse();
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> compiled.isFoundIn(longest));
    }

    @ParameterizedTest
    @CsvSource({
        "a{10000}",
        "(a{100}){100}",
        "((a{30}){30}){30}",
        "(a?){5001}",
        "([a-zA-Z]{100}){100}",
        "(((x|){9}){99}){99}"
    })
    void refuses_a_pattern_that_is_too_large_written_out(String pattern) {
        assertThat(XmlPattern.parse(pattern))
                .isEqualTo(new Parsed.Invalid("is too large: written out it takes more than 10000 steps"));
    }

    @ParameterizedTest
    @CsvSource({"a{9998}", "(a{99}){100}", "(a?){4999}", "([a-zA-Z]{49}){100}"})
    void takes_a_pattern_that_is_just_small_enough(String pattern) {
        assertThat(pattern(pattern).size()).isBetween(9_000, Program.MAX_COST);
    }

    @Test
    void refuses_a_class_of_very_many_members() {
        assertThat(XmlPattern.parse("[" + "a".repeat(500_000) + "]")).isInstanceOf(Parsed.Invalid.class);
        assertThat(pattern("[" + "a".repeat(5_000) + "b]").isFoundIn("b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(((((){9999}){9999}){9999}){9999}){9999}", "((((){9999}|){0}){9999}){9999}", "(()*)*", "(()+|)+"
            })
    void repeating_nothing_takes_no_time(String pattern) {
        assertThat(pattern(pattern).isFoundIn("a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a-", "[^a-"})
    void refuses_deep_nesting(String opening) {
        assertThat(XmlPattern.parse(opening.repeat(100_000)))
                .isEqualTo(new Parsed.Invalid("is nested more than 50 deep"));
    }

    @Test
    void takes_nesting_up_to_the_bound() {
        assertThat(pattern("(".repeat(49) + "a" + ")".repeat(49)).isFoundIn("a"))
                .isTrue();
    }

    @Test
    void a_pattern_as_long_as_a_policy_may_be_is_read_or_refused_at_once() {
        for (var part : new String[] {"a|", "()", "a?", "[a]", "\\p{L}", "^", "a{0}"}) {
            assertThat(XmlPattern.parse(part.repeat(100_000))).isNotNull();
        }
    }
}
