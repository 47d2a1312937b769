package no.klarert.policy.function;

import static no.klarert.policy.function.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XACML 3.0 §A.3.2 and §A.3.4. */
class ArithmeticFunctionsTest {
    private static final String MOST = "9".repeat(999);

    @ParameterizedTest(name = "{0}({1}) = {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "integer-add | 1; 2 | 3",
                "integer-add | 1; -2; 3; 4 | 6",
                "integer-add | 9223372036854775807; 1 | 9223372036854775808",
                "integer-subtract | 1; 2 | -1",
                "integer-multiply | 3; -4 | -12",
                "integer-multiply | 2; 3; 4 | 24",
                "integer-multiply | 4294967296; 4294967296 | 18446744073709551616",
                "integer-divide | 7; 2 | 3",
                "integer-divide | -7; 2 | -3",
                "integer-divide | 7; -2 | -3",
                "integer-divide | 7; 0 | processing-error",
                "integer-mod | 7; 3 | 1",
                "integer-mod | -7; 3 | -1",
                "integer-mod | 7; -3 | 1",
                "integer-mod | 7; 0 | processing-error",
                "integer-abs | -7 | 7",
                "integer-abs | 0 | 0",
                "double-add | 1.5; 2.5 | 4.0E0",
                "double-add | 1; 2; 3 | 6.0E0",
                "double-add | INF; -INF | NaN",
                "double-add | 1e308; 1e308 | INF",
                "double-subtract | 1; 2.5 | -1.5E0",
                "double-multiply | 1.5; 2; 2 | 6.0E0",
                "double-multiply | 0; INF | NaN",
                "double-divide | 1; 4 | 2.5E-1",
                "double-divide | 1; INF | 0.0E0",
                "double-divide | 1; 0 | processing-error",
                "double-divide | 1; -0.0 | processing-error",
                "double-divide | NaN; 1 | NaN",
                "double-abs | -1.5 | 1.5E0",
                "double-abs | -INF | INF",
                "round | 0.5 | 0.0E0",
                "round | 1.5 | 2.0E0",
                "round | 2.5 | 2.0E0",
                "round | -2.5 | -2.0E0",
                "round | 2.500001 | 3.0E0",
                "round | NaN | NaN",
                "round | INF | INF",
                "floor | 1.9 | 1.0E0",
                "floor | -1.1 | -2.0E0",
                "floor | -INF | -INF",
                "double-to-integer | 1.9 | 1",
                "double-to-integer | -1.9 | -1",
                "double-to-integer | 1e20 | 100000000000000000000",
                "double-to-integer | INF | processing-error",
                "double-to-integer | NaN | processing-error",
                "integer-to-double | 7 | 7.0E0",
                "integer-to-double | 9007199254740993 | 9.007199254740992E15"
            })
    void computes(String function, String arguments, String result) {
        assertThat(call(function, arguments)).isEqualTo(result);
    }

    @Test
    void an_integer_never_grows_beyond_a_thousand_digits() {
        assertThat(call("integer-add", MOST + "; 1")).isEqualTo("1" + "0".repeat(999));
        assertThat(call("integer-add", "9" + MOST + "; 1")).isEqualTo("processing-error");
        assertThat(call("integer-multiply", MOST + "; 10")).isEqualTo(MOST + "0");
        assertThat(call("integer-multiply", MOST + "; 100")).isEqualTo("processing-error");
        assertThat(call("integer-multiply", MOST + "; " + MOST + "; 0")).isEqualTo("processing-error");
        assertThat(call("integer-subtract", "-9" + MOST + "; 1")).isEqualTo("processing-error");
    }

    @Test
    void an_integer_that_is_no_double_is_an_error() {
        assertThat(call("integer-to-double", "1" + "0".repeat(308))).isEqualTo("1.0E308");
        assertThat(call("integer-to-double", "1" + "0".repeat(309))).isEqualTo("processing-error");
    }
}
