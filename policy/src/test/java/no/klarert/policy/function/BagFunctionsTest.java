package no.klarert.policy.function;

import static no.klarert.policy.function.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.value.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** XACML 3.0 §A.3.1, §A.3.10 and §A.3.11. */
class BagFunctionsTest {
    /** For each type a value, the same value written otherwise if that can be, and another value. */
    private static List<String> values(DataType type) {
        return switch (type) {
            case STRING -> List.of("a", "a", "A");
            case BOOLEAN -> List.of("true", "1", "false");
            case INTEGER -> List.of("7", "007", "8");
            case DOUBLE -> List.of("1.0", "1e0", "NaN");
            case DATE -> List.of("2024-01-01", "2024-01-01Z", "2024-01-02");
            case TIME -> List.of("12:00:00Z", "13:00:00+01:00", "12:00:01Z");
            case DATE_TIME -> List.of("2024-01-01T24:00:00", "2024-01-02T00:00:00Z", "2024-01-01T00:00:00");
            case DAY_TIME_DURATION -> List.of("P1D", "PT24H", "-P1D");
            case YEAR_MONTH_DURATION -> List.of("P1Y", "P12M", "P1M");
            case ANY_URI -> List.of("http://a", "http://a", "http://a/");
            case HEX_BINARY -> List.of("0f", "0F", "0f00");
            case BASE64_BINARY -> List.of("c3VyZS4=", "c3 VyZS4=", "c3VyZQ==");
            case RFC822_NAME -> List.of("a@B.c", "a@b.C", "A@b.c");
            case X500_NAME -> List.of("cn=a", "CommonName = A", "cn=b");
            case IP_ADDRESS -> List.of("10.0.0.1", "10.0.0.1:", "10.0.0.2");
            case DNS_NAME -> List.of("a.b", "A.b", "c.b");
        };
    }

    private static String with(DataType type, String pattern) {
        var values = values(type);
        return pattern.replace("x", "\0")
                .replace("y", "\1")
                .replace("z", "\2")
                .replace("\0", values.get(0))
                .replace("\1", values.get(1))
                .replace("\2", values.get(2));
    }

    private static String result(DataType type, String function, String arguments) {
        return call(type.shortName() + "-" + function, with(type, arguments));
    }

    static Stream<DataType> comparable() {
        return Calls.typesWithout(DataType.IP_ADDRESS, DataType.DNS_NAME);
    }

    @ParameterizedTest
    @MethodSource("comparable")
    void equality_looks_at_the_value(DataType type) {
        assertThat(result(type, "equal", "x; y")).isEqualTo("true");
        assertThat(result(type, "equal", "x; z")).isEqualTo("false");
    }

    @ParameterizedTest
    @EnumSource
    void bags_of_every_type_can_be_made_and_counted(DataType type) {
        var first = type.parse(values(type).get(0)).orElseThrow().text();
        assertThat(result(type, "bag", "x")).isEqualTo("{" + first + "}");
        assertThat(result(type, "bag", "")).isEqualTo("{}");
        assertThat(result(type, "bag-size", "{x,y,z}")).isEqualTo("3");
        assertThat(result(type, "bag-size", "{}")).isEqualTo("0");
        assertThat(result(type, "one-and-only", "{x}")).isEqualTo(first);
        assertThat(result(type, "one-and-only", "{x,y}")).isEqualTo("processing-error");
        assertThat(result(type, "one-and-only", "{}")).isEqualTo("processing-error");
    }

    @ParameterizedTest
    @MethodSource("comparable")
    void a_value_is_in_a_bag_that_has_an_equal_one(DataType type) {
        assertThat(result(type, "is-in", "x; {z,y}")).isEqualTo("true");
        assertThat(result(type, "is-in", "x; {z}")).isEqualTo("false");
        assertThat(result(type, "is-in", "x; {}")).isEqualTo("false");
    }

    @ParameterizedTest
    @MethodSource("comparable")
    void sets_know_no_repetition(DataType type) {
        var first = type.parse(values(type).get(0)).orElseThrow().text();
        assertThat(result(type, "intersection", "{x,y}; {y,z}")).isEqualTo("{" + first + "}");
        assertThat(result(type, "intersection", "{x}; {z}")).isEqualTo("{}");
        assertThat(result(type, "union", "{x}; {y}; {x,y}")).isEqualTo("{" + first + "}");
        assertThat(result(type, "union", "{}; {}")).isEqualTo("{}");
        assertThat(result(type, "at-least-one-member-of", "{z,x}; {y}")).isEqualTo("true");
        assertThat(result(type, "at-least-one-member-of", "{x}; {z}")).isEqualTo("false");
        assertThat(result(type, "at-least-one-member-of", "{}; {}")).isEqualTo("false");
        assertThat(result(type, "subset", "{x,y}; {y,z}")).isEqualTo("true");
        assertThat(result(type, "subset", "{y,z}; {x}")).isEqualTo("false");
        assertThat(result(type, "subset", "{}; {}")).isEqualTo("true");
        assertThat(result(type, "set-equals", "{x,z}; {z,y,y}")).isEqualTo("true");
        assertThat(result(type, "set-equals", "{x,z}; {y}")).isEqualTo("false");
        assertThat(result(type, "set-equals", "{x}; {y,z}")).isEqualTo("false");
    }

    @Test
    void union_has_the_values_of_all_bags() {
        assertThat(call("integer-union", "{1,2}; {2,3}; {4}")).isEqualTo("{1,2,3,4}");
    }

    @ParameterizedTest
    @CsvSource({"dayTimeDuration", "yearMonthDuration"})
    void durations_keep_their_functions_of_version_1(String type) {
        var old = "urn:oasis:names:tc:xacml:1.0:function:" + type;
        for (var name : new String[] {
            "equal",
            "one-and-only",
            "bag-size",
            "is-in",
            "bag",
            "intersection",
            "union",
            "at-least-one-member-of",
            "subset",
            "set-equals"
        }) {
            assertThat(Functions.find(old + "-" + name)).as(name).isPresent();
            assertThat(Functions.find(PolicyXml.function(type + "-" + name))
                            .orElseThrow()
                            .id())
                    .startsWith(Functions.V3);
        }
    }

    @Test
    @Timeout(5)
    void large_bags_are_compared_quickly_even_if_their_texts_collide() {
        var values = IntStream.range(0, 1 << 14)
                .mapToObj(BagFunctionsTest::colliding)
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(values.substring(1, 29).hashCode())
                .isEqualTo(values.substring(30, 58).hashCode());
        assertThat(call("string-set-equals", values + ";" + values)).isEqualTo("true");
        assertThat(call("string-subset", values + "; {AaAa}")).isEqualTo("false");
    }

    /** Fourteen times one of two texts that have the same hash. */
    private static String colliding(int number) {
        return IntStream.range(0, 14)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
