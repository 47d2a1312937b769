package no.klarert.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.policy.function.Function.Body;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work is counted to the last step: for what functions look at, and over the whole of an evaluation. */
class EvaluationTest {
    private static final Body TRUE = arguments -> BooleanValue.TRUE;

    private static Evaluation with(long work) {
        return new Evaluation(RequestIndex.of(List.of()), 0, work);
    }

    /** The least work with which a call is made. */
    private static long work(Result... arguments) {
        long work = 0;
        while (Call.of(TRUE).call(with(work), arguments).equals(Call.TOO_MUCH)) {
            work++;
        }
        return work;
    }

    private static Value value(DataType type, String text) {
        return type.parse(text).orElseThrow();
    }

    private static Value string(int length) {
        return value(DataType.STRING, "a".repeat(length));
    }

    private static Bag strings(int count, int length) {
        return new Bag(Stream.generate(() -> string(length)).limit(count).toList());
    }

    @Test
    void may_spend_all_its_work_and_no_more() {
        var evaluation = with(10);
        assertThat(evaluation.spends(4)).isTrue();
        assertThat(evaluation.spends(6)).isTrue();
        assertThat(evaluation.spends(0)).isTrue();
        assertThat(evaluation.spends(1)).isFalse();
        assertThat(evaluation.spends(0)).isFalse();
    }

    @Test
    void spends_the_same_work_inside_a_policy_with_variables() {
        var evaluation = with(10);
        assertThat(evaluation.withVariables(1).withVariables(2).spends(9)).isTrue();
        assertThat(evaluation.spends(2)).isFalse();
    }

    @Test
    void a_call_takes_one_step_and_one_for_every_32_characters() {
        assertThat(work()).isEqualTo(1);
        assertThat(work(string(0), string(31))).isEqualTo(1);
        assertThat(work(string(32))).isEqualTo(2);
        assertThat(work(string(64), string(95))).isEqualTo(1 + 2 + 2);
    }

    @Test
    void a_call_takes_a_step_for_every_value_of_a_bag_and_for_what_is_long_in_it() {
        assertThat(work(Bag.EMPTY)).isEqualTo(1);
        assertThat(work(strings(3, 5), strings(4, 5))).isEqualTo(1 + 3 + 4);
        assertThat(work(strings(3, 64))).isEqualTo(1 + 3 + 3 * 2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "63, 0", "64, 1", "127, 1", "128, 4", "640, 100"})
    void a_call_takes_the_square_of_the_length_of_an_integer(int bits, int more) {
        var number = BigInteger.ONE.shiftLeft(bits).shiftRight(1);
        assertThat(number.bitLength()).isEqualTo(bits);
        assertThat(work(value(DataType.INTEGER, number.toString()))).isEqualTo(1 + more);
    }

    @ParameterizedTest
    @CsvSource({"ANY_URI, a", "X500_NAME, cn=a", "RFC822_NAME, a@b", "HEX_BINARY, 0a", "BASE64_BINARY, AAAA"})
    void every_type_with_long_texts_counts_by_its_length(DataType type, String start) {
        var letter = type == DataType.BASE64_BINARY ? "AAAA" : type == DataType.HEX_BINARY ? "0a" : "b";
        var text = start + letter.repeat(640);
        assertThat(work(value(type, text)))
                .isEqualTo(1 + value(type, text).text().length() / 32);
    }

    @Test
    void a_call_that_takes_too_much_is_not_made() {
        Body never = arguments -> {
            throw new AssertionError("called");
        };
        assertThat(Call.of(never).call(with(0))).isEqualTo(Call.TOO_MUCH);
    }

    private static final Call DISAGREES = (evaluation, arguments) -> BooleanValue.FALSE;
    private static final Call AGREES = (evaluation, arguments) -> BooleanValue.TRUE;

    @Test
    void a_hundred_thousand_combinations_are_tried_and_more_are_an_error() {
        var any = new AnyCombination(DISAGREES);
        assertThat(any.call(with(0), strings(100, 1), strings(1_000, 1))).isEqualTo(BooleanValue.FALSE);
        assertThat(any.call(with(0), strings(11, 1), strings(9_091, 1))).isEqualTo(Bags.TOO_MANY);
        var each = new EachWith(0, new Quantifier(BooleanValue.FALSE, AGREES));
        assertThat(each.call(with(0), strings(100, 1), strings(1_000, 1))).isEqualTo(BooleanValue.TRUE);
        assertThat(each.call(with(0), strings(11, 1), strings(9_091, 1))).isEqualTo(Bags.TOO_MANY);
    }

    private static Result mapped(Value to, int times) {
        var bag = new Bag(IntStream.range(0, times).mapToObj(i -> string(1)).toList());
        return new Mapping((evaluation, arguments) -> to).call(with(0), bag);
    }

    @Test
    void map_gives_a_hundred_thousand_characters_of_texts_and_uris_and_no_more() {
        var text = string(1_000);
        var uri = value(DataType.ANY_URI, "u:" + "a".repeat(998));
        assertThat(mapped(text, 100)).isInstanceOf(Bag.class);
        assertThat(mapped(text, 101)).isInstanceOf(Failure.class);
        assertThat(mapped(uri, 100)).isInstanceOf(Bag.class);
        assertThat(mapped(uri, 101)).isInstanceOf(Failure.class);
        assertThat(mapped(value(DataType.INTEGER, "1".repeat(1_000)), 101)).isInstanceOf(Bag.class);
    }
}
