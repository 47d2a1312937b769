package no.klarert.policy.function;

import static no.klarert.policy.function.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XACML 3.0 §A.3.14. */
class NameFunctionsTest {
    @ParameterizedTest(name = "{0}({1}) = {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rfc822Name-match | Anne@Example.com; Anne@example.COM | true",
                "rfc822Name-match | anne@example.com; Anne@example.com | false",
                "rfc822Name-match | Anne@sub.example.com; Anne@example.com | false",
                "rfc822Name-match | example.com; Anne@EXAMPLE.com | true",
                "rfc822Name-match | example.com; Anne@sub.example.com | false",
                "rfc822Name-match | ample.com; Anne@example.com | false",
                "rfc822Name-match | .example.com; Anne@sub.Example.com | true",
                "rfc822Name-match | .example.com; Anne@a.sub.example.com | true",
                "rfc822Name-match | .example.com; Anne@example.com | false",
                "rfc822Name-match | .example.com; Anne@badexample.com | false",
                "rfc822Name-match | _; Anne@example.com | false",
                "rfc822Name-match | .; Anne@example.com | false",
                "rfc822Name-match | @; Anne@example.com | false",
                "rfc822Name-match | @example.com; Anne@example.com | false",
                "rfc822Name-match | Anne@; Anne@example.com | false",
                "x500Name-match | o=Medico Corp,c=US; cn=John Smith,o=Medico Corp, c=US | true",
                "x500Name-match | O=medico  corp , C=us; cn=John Smith,o=Medico Corp, c=US | true",
                "x500Name-match | cn=a,c=US; cn=a,c=US | true",
                "x500Name-match | c=US; o=Medico Corp,c=NO | false",
                "x500Name-match | cn=a,o=b; cn=c,cn=a,o=b,c=US | false",
                "x500Name-match | cn=x,o=Medico Corp,c=US; o=Medico Corp,c=US | false",
                "x500Name-match | o=a\\,c=US; o=a,c=US | false"
            })
    void matches(String function, String arguments, String result) {
        assertThat(call(function, arguments)).isEqualTo(result);
    }
}
