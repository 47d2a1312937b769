package no.klarert.policy.function;

import static no.klarert.policy.function.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XACML 3.0 §A.3.7, and {@code time-in-range} of §A.3.8. */
class DateFunctionsTest {
    @ParameterizedTest(name = "{0}({1}) = {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "dateTime-add-dayTimeDuration | 2024-02-28T12:00:00; P1DT12H | 2024-03-01T00:00:00",
                "dateTime-add-dayTimeDuration | 2024-01-01T00:00:00.5Z; PT0.5S | 2024-01-01T00:00:01Z",
                "dateTime-add-dayTimeDuration | 2024-01-01T00:00:00+01:00; -PT1S | 2023-12-31T23:59:59+01:00",
                "dateTime-add-dayTimeDuration | 999999999-12-31T23:59:59Z; PT1S | processing-error",
                "dateTime-add-dayTimeDuration | 2024-01-01T00:00:00Z; P999999999999D | processing-error",
                "dateTime-subtract-dayTimeDuration | 2024-03-01T00:00:00Z; P1D | 2024-02-29T00:00:00Z",
                "dateTime-subtract-dayTimeDuration | 2024-03-01T00:00:00Z; -P1D | 2024-03-02T00:00:00Z",
                "dateTime-subtract-dayTimeDuration | 0001-01-01T00:00:00Z; PT1S | -0001-12-31T23:59:59Z",
                "dateTime-subtract-dayTimeDuration | -999999999-01-01T00:00:00Z; PT1S | processing-error",
                "dateTime-add-yearMonthDuration | 2024-01-31T10:00:00Z; P1M | 2024-02-29T10:00:00Z",
                "dateTime-add-yearMonthDuration | 2023-01-31T10:00:00Z; P1M | 2023-02-28T10:00:00Z",
                "dateTime-add-yearMonthDuration | 2024-02-29T10:00:00; P1Y | 2025-02-28T10:00:00",
                "dateTime-subtract-yearMonthDuration | 2024-03-31T10:00:00-05:00; P1M | 2024-02-29T10:00:00-05:00",
                "dateTime-subtract-yearMonthDuration | 2024-03-31T10:00:00; -P1M | 2024-04-30T10:00:00",
                "dateTime-add-yearMonthDuration | 2024-01-01T00:00:00Z; P999999999999Y | processing-error",
                "date-add-yearMonthDuration | 2024-01-31; P1M | 2024-02-29",
                "date-add-yearMonthDuration | 2024-12-15+02:00; P1M | 2025-01-15+02:00",
                "date-add-yearMonthDuration | 2024-01-31; -P2M | 2023-11-30",
                "date-add-yearMonthDuration | 999999999-12-31; P1M | processing-error",
                "date-subtract-yearMonthDuration | 2024-03-31; P1M | 2024-02-29",
                "date-subtract-yearMonthDuration | 2024-02-29Z; P4Y | 2020-02-29Z",
                "date-subtract-yearMonthDuration | 0001-01-01; P1M | -0001-12-01",
                "date-subtract-yearMonthDuration | -999999999-01-01; P1M | processing-error",
                "urn:oasis:names:tc:xacml:1.0:function:date-add-yearMonthDuration | 2024-01-31; P1M | 2024-02-29",
                "urn:oasis:names:tc:xacml:1.0:function:dateTime-add-dayTimeDuration | 2024-01-31T00:00:00; P1D | 2024-02-01T00:00:00"
            })
    void moves_dates(String function, String arguments, String result) {
        assertThat(call(function, arguments)).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} is in range: {1}")
    @CsvSource({
        "12:00:00; 08:00:00; 16:00:00, true",
        "08:00:00; 08:00:00; 16:00:00, true",
        "16:00:00; 08:00:00; 16:00:00, true",
        "07:59:59; 08:00:00; 16:00:00, false",
        "16:00:00.000000001; 08:00:00; 16:00:00, false",
        "23:30:00; 22:00:00; 06:00:00, true",
        "00:00:00; 22:00:00; 06:00:00, true",
        "24:00:00; 22:00:00; 06:00:00, true",
        "06:00:01; 22:00:00; 06:00:00, false",
        "12:00:00; 22:00:00; 06:00:00, false",
        "09:00:00; 09:00:00; 09:00:00, true",
        "09:00:01; 09:00:00; 09:00:00, false",
        "12:00:00Z; 12:30:00+01:00; 13:30:00+01:00, true",
        "13:00:00Z; 12:30:00+01:00; 13:30:00+01:00, false",
        "12:00:00+05:00; 11:00:00; 13:00:00, true",
        "12:00:00+05:00; 11:00:00Z; 13:00:00Z, false",
        "07:30:00; 08:00:00+01:00; 09:00:00+01:00, true",
        "09:30:00; 08:00:00+01:00; 09:00:00+01:00, false",
        "00:30:00+01:00; 23:00:00Z; 23:45:00Z, true",
        "00:30:00+01:00; 22:00:00Z; 23:00:00Z, false"
    })
    void finds_a_time_in_a_range(String arguments, String result) {
        assertThat(call("time-in-range", arguments)).isEqualTo(result);
    }
}
