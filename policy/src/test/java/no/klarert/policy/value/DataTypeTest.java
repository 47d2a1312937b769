package no.klarert.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.PolicyXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The lexical forms of XML Schema part 2. */
class DataTypeTest {
    private static DataType type(String name) {
        return DataType.of(PolicyXml.type(name)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, true",
        "boolean, 1",
        "boolean, ' false '",
        "boolean, 0",
        "integer, -0",
        "integer, +7",
        "integer, ' 1 '",
        "double, 1",
        "double, .5",
        "double, 5.",
        "double, -1.5E-10",
        "double, INF",
        "double, -INF",
        "double, NaN",
        "double, 1e999",
        "date, 2024-02-29",
        "date, -0001-12-31",
        "date, 12024-01-01Z",
        "date, 2024-01-01+14:00",
        "date, 2024-01-01-13:59",
        "time, 00:00:00",
        "time, 24:00:00",
        "time, 24:00:00.000",
        "time, 23:59:59.123456789Z",
        "dateTime, 2024-12-31T24:00:00Z",
        "dateTime, 999999999-12-31T23:59:59Z",
        "dateTime, ' 2024-01-01T00:00:00 '",
        "anyURI, ''",
        "anyURI, 'not a uri'",
        "string, ''",
        "dayTimeDuration, P1D",
        "dayTimeDuration, -P1DT2H3M4.5S",
        "dayTimeDuration, PT0S",
        "dayTimeDuration, PT36H",
        "dayTimeDuration, P999999999999DT1S",
        "yearMonthDuration, P1Y2M",
        "yearMonthDuration, -P0M",
        "yearMonthDuration, P13M",
        "yearMonthDuration, P999999999999Y",
        "hexBinary, ''",
        "hexBinary, 0fB7",
        "base64Binary, ''",
        "base64Binary, c3VyZS4=",
        "base64Binary, 'c3 Vy\nZS 4='",
        "rfc822Name, Anne@example.com",
        "rfc822Name, a.b+c@[127.0.0.1]",
        "rfc822Name, '\"a @\\\" b\"@example.com'",
        "rfc822Name, p\u00E5l@bl\u00E5b\u00E6r.no",
        "x500Name, CN=Anne",
        "x500Name, 'cn=Anne, ou=Labs+L=Oslo;C=NO'",
        "x500Name, 'O=\"Sue, Grabbit\", CN='",
        "x500Name, 'OID.2.5.4.3=#0C01aF,CN=Lu\\C4\\8Di\\, \\#1'",
        "ipAddress, 10.0.0.1",
        "ipAddress, 10.0.0.1/255.0.0.0:80-443",
        "ipAddress, 0.0.0.0:",
        "ipAddress, [::]",
        "ipAddress, [fe80::1]/[ffff::]:8080",
        "ipAddress, [1:2:3:4:5:6:7:8]",
        "ipAddress, [::ffff:10.0.0.1]:-80",
        "dnsName, localhost",
        "dnsName, *.example.com:80-",
        "dnsName, a-1.example.com.:65535"
    })
    void reads(String type, String text) {
        assertThat(type(type).parse(text)).get().extracting(Value::type).isEqualTo(type(type));
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, TRUE",
        "boolean, 2",
        "boolean, ''",
        "boolean, '\u00A0true'",
        "integer, 1e3",
        "integer, 1_000",
        "integer, -",
        "integer, ''",
        "integer, '1 2'",
        "integer, \u0661",
        "double, +INF",
        "double, e5",
        "double, .",
        "double, 1d",
        "double, 0x1p3",
        "double, nan",
        "date, 0000-01-01",
        "date, 2023-02-29",
        "date, 2024-13-01",
        "date, 02024-01-01",
        "date, 1234567890-01-01",
        "date, 2024-1-1",
        "date, 2024-01-01z",
        "date, 2024-01-01+14:01",
        "date, 2024-01-01+0100",
        "date, +2024-01-01",
        "time, 24:00:01",
        "time, 12:60:00",
        "time, 12:00:60",
        "time, 12:00:00.",
        "time, 12:00:00.1234567890",
        "time, 12:00:00+15:00",
        "time, 12:00:00+01:60",
        "dateTime, 2024-01-01",
        "dateTime, 2024-01-01 12:00:00",
        "dateTime, 2024-01-01T24:00:00.1",
        "dateTime, 999999999-12-31T24:00:00",
        "dayTimeDuration, P",
        "dayTimeDuration, PT",
        "dayTimeDuration, P1DT",
        "dayTimeDuration, P1H",
        "dayTimeDuration, PT1S1H",
        "dayTimeDuration, PT1H1H",
        "dayTimeDuration, PT1.5H",
        "dayTimeDuration, PT1.S",
        "dayTimeDuration, PT.5S",
        "dayTimeDuration, PT1.0000000001S",
        "dayTimeDuration, P1Y",
        "dayTimeDuration, +P1D",
        "dayTimeDuration, P-1D",
        "dayTimeDuration, P1234567890123D",
        "yearMonthDuration, P",
        "yearMonthDuration, P1",
        "yearMonthDuration, P1M1Y",
        "yearMonthDuration, P0YM",
        "yearMonthDuration, P1D",
        "yearMonthDuration, P1.5Y",
        "yearMonthDuration, P1234567890123M",
        "hexBinary, 0",
        "hexBinary, 0G",
        "hexBinary, '0F 0F'",
        "base64Binary, c3VyZS4",
        "base64Binary, c3VyZS5=",
        "base64Binary, c3V$",
        "base64Binary, =",
        "rfc822Name, example.com",
        "rfc822Name, @example.com",
        "rfc822Name, a@",
        "rfc822Name, a b@example.com",
        "rfc822Name, a..b@example.com",
        "rfc822Name, a@b@example.com",
        "rfc822Name, a@-example.com",
        "rfc822Name, a@example..com",
        "rfc822Name, a@[]",
        "rfc822Name, '\"@example.com'",
        "rfc822Name, '\"a\"b\"@example.com'",
        "x500Name, ''",
        "x500Name, Anne",
        "x500Name, 'CN=Anne,'",
        "x500Name, '=Anne'",
        "x500Name, 'CN=a\\'",
        "x500Name, 'CN=a\\g'",
        "x500Name, 'CN=a\\FF'",
        "x500Name, 'CN=#0'",
        "x500Name, 'CN=#'",
        "x500Name, 'CN=\"a'",
        "x500Name, 'CN=\"a\"b'",
        "x500Name, 'CN=a<b'",
        "x500Name, '2.5.=a'",
        "x500Name, '-x=a'",
        "ipAddress, 10.0.0",
        "ipAddress, 10.0.0.256",
        "ipAddress, 10.0.0.01",
        "ipAddress, 10.0.0.1/8",
        "ipAddress, 10.0.0.1:65536",
        "ipAddress, 10.0.0.1:80-79",
        "ipAddress, 10.0.0.1:-",
        "ipAddress, ::1",
        "ipAddress, [::1",
        "ipAddress, [1:2:3:4:5:6:7]",
        "ipAddress, [1:2:3:4:5:6:7::8]",
        "ipAddress, [1::2::3]",
        "ipAddress, [:::]",
        "ipAddress, [12345::]",
        "ipAddress, [::1]x:80",
        "ipAddress, [::1]/64",
        "dnsName, ''",
        "dnsName, *",
        "dnsName, a.*.com",
        "dnsName, a..com",
        "dnsName, -a.com",
        "dnsName, a_b.com",
        "dnsName, example.1com",
        "dnsName, example.com:",
        "dnsName, example.com:http"
    })
    void refuses(String type, String text) {
        assertThat(type(type).parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 007, 7",
        "integer, -0, 0",
        "boolean, 1, true",
        "double, 1.50, 1.50",
        "double, INF, INF",
        "date, 2024-01-01, 2024-01-01",
        "string, ' a ', ' a '",
        "anyURI, ' a  b ', a b",
        "dayTimeDuration, PT36H, PT36H",
        "yearMonthDuration, P13M, P13M",
        "hexBinary, 0fb7, 0FB7",
        "base64Binary, 'c3Vy ZS4=', c3VyZS4=",
        "rfc822Name, Anne@Example.COM, Anne@Example.COM",
        "x500Name, 'cn=Anne, c=NO', 'cn=Anne, c=NO'",
        "ipAddress, '[0:0::1]:80', '[0:0::1]:80'",
        "dnsName, Example.com:80, Example.com:80"
    })
    void writes_a_value_so_that_it_can_be_read_again(String type, String text, String written) {
        var value = type(type).parse(text).orElseThrow();
        assertThat(value.text()).isEqualTo(written);
        assertThat(type(type).parse(value.text())).get().matches(value::sameAs);
    }

    @Test
    @Timeout(5)
    void refuses_numbers_that_would_take_long_to_read() {
        var digits = "9".repeat(1_000_000);
        for (var text : new String[] {digits, "-" + digits, "0." + digits, "1e" + digits}) {
            assertThat(type("integer").parse(text)).isEmpty();
            assertThat(type("double").parse(text)).isEmpty();
        }
        assertThat(type("integer").parse("9".repeat(1_000))).isPresent();
        assertThat(type("dateTime").parse("1".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, 1, true",
        "integer, +007, 7",
        "double, 150, 1.5E2",
        "double, -0.00125, -1.25E-3",
        "double, 1, 1.0E0",
        "double, 0, 0.0E0",
        "double, -0.0, -0.0E0",
        "double, 1e999, INF",
        "double, -INF, -INF",
        "double, NaN, NaN",
        "double, 4.9E-324, 4.9E-324",
        "time, 12:00:00.500, 12:00:00.5",
        "time, 03:00:00+02:00, 01:00:00Z",
        "time, 24:00:00, 00:00:00",
        "date, 2024-01-01, 2024-01-01",
        "date, 2024-01-01+00:00, 2024-01-01Z",
        "date, 2024-01-01+12:00, 2024-01-01+12:00",
        "date, 2024-01-01+13:00, 2023-12-31-11:00",
        "date, 2024-01-01-12:00, 2024-01-02+12:00",
        "date, -0001-01-01, -0001-01-01",
        "dateTime, 2024-02-29T24:00:00, 2024-03-01T00:00:00",
        "dateTime, 2024-01-01T00:30:00+01:00, 2023-12-31T23:30:00Z",
        "dayTimeDuration, PT36H, P1DT12H",
        "dayTimeDuration, -PT0.50S, -PT0.5S",
        "dayTimeDuration, PT61M61.010S, PT1H2M1.01S",
        "dayTimeDuration, -P0D, PT0S",
        "yearMonthDuration, P14M, P1Y2M",
        "yearMonthDuration, -P24M, -P2Y",
        "yearMonthDuration, P0Y, P0M",
        "x500Name, 'cn=Anne, c=NO', 'cn=Anne, c=NO'"
    })
    void has_a_canonical_form(String type, String text, String canonical) {
        var value = type(type).parse(text).orElseThrow();
        assertThat(value.canonicalText()).isEqualTo(canonical);
        assertThat(type(type).parse(canonical)).get().matches(value::sameAs);
    }

    @Test
    void a_time_whose_utc_is_on_another_day_is_written_as_a_time_of_that_day() {
        var early = type("time").parse("01:00:00+02:00").orElseThrow();
        assertThat(early.canonicalText()).isEqualTo("23:00:00Z");
        assertThat(early.sameAs(type("time").parse("23:00:00Z").orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "dayTimeDuration, P1D, PT24H",
        "yearMonthDuration, P1Y, P12M",
        "hexBinary, 0fb7, 0FB7",
        "base64Binary, 'c3Vy ZS4=', c3VyZS4=",
        "rfc822Name, Anne@Example.COM, Anne@example.com",
        "x500Name, 'cn=Anne , o=Sun  Labs', 'CommonName=ANNE,2.5.4.10=\"sun labs\"'",
        "x500Name, CN=Anne+OU=Labs, OU=Labs+CN=Anne",
        "x500Name, 'CN=a\\,b', 'CN=\"a,b\"'",
        "x500Name, 'CN=Lu\\C4\\8Di', CN=LU\u010CI",
        "ipAddress, 10.0.0.1:8080, 10.0.0.1:8080-8080",
        "ipAddress, 10.0.0.1, 10.0.0.1:",
        "ipAddress, [FE80::0:1], [fe80:0:0:0:0:0:0:1]",
        "ipAddress, [::ffff:10.0.0.1], [::FFFF:a00:1]",
        "dnsName, Example.com, example.COM:-65535"
    })
    void values_written_otherwise_are_equal(String type, String left, String right) {
        var value = type(type).parse(left).orElseThrow();
        var other = type(type).parse(right).orElseThrow();
        assertThat(value.sameAs(other)).isTrue();
        assertThat(value.key()).isEqualTo(other.key()).hasSameHashCodeAs(other.key());
    }

    @ParameterizedTest
    @CsvSource({
        "dayTimeDuration, P1D, -P1D",
        "yearMonthDuration, P1Y, P1M",
        "hexBinary, 00, 0000",
        "base64Binary, c3VyZS4=, c3VyZS4h",
        "rfc822Name, Anne@example.com, anne@example.com",
        "rfc822Name, a@k.com, a@\u212A.com",
        "x500Name, 'CN=a,O=b', 'O=b,CN=a'",
        "x500Name, 'CN=a,O=b', 'CN=\"a,O=b\"'",
        "x500Name, CN=k, CN=\u212A",
        "x500Name, CN=#0C0161, 'CN=\\#0C0161'",
        "x500Name, 'CN=a,OU=b', 'CN=a+OU=b'",
        "ipAddress, 10.0.0.1, 10.0.0.1/255.255.255.255",
        "ipAddress, 10.0.0.1:80, 10.0.0.1:80-",
        "dnsName, example.com, *.example.com"
    })
    void values_that_differ_are_not_equal(String type, String left, String right) {
        var value = type(type).parse(left).orElseThrow();
        assertThat(value.sameAs(type(type).parse(right).orElseThrow())).isFalse();
    }

    @Test
    void values_of_two_types_are_never_equal() {
        var text = type("string").parse("a").orElseThrow();
        assertThat(text.sameAs(type("anyURI").parse("a").orElseThrow())).isFalse();
        assertThat(text.sameAs(type("string").parse("a").orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(DataType.class)
    @Timeout(5)
    void reads_long_texts_quickly(DataType type) {
        for (var part : new String[] {"1", "a", " ", ".", "-", ":", "\\", "cn=a,", "AAAA", "a@", "\""}) {
            var text = part.repeat(1_000_000 / part.length());
            type.parse(text);
            type.parse("cn=" + text);
            type.parse("\"" + text);
            type.parse("a@" + text);
            type.parse("[" + text);
        }
    }

    @Test
    void knows_the_durations_by_their_old_identifiers() {
        var old = "http://www.w3.org/TR/2002/WD-xquery-operators-20020816#";
        assertThat(DataType.of(old + "dayTimeDuration")).contains(DataType.DAY_TIME_DURATION);
        assertThat(DataType.of(old + "yearMonthDuration")).contains(DataType.YEAR_MONTH_DURATION);
        assertThat(DataType.of(old + "duration")).isEmpty();
    }

    @Test
    void knows_types_by_their_whole_identifier_only() {
        assertThat(DataType.of("string")).isEmpty();
        assertThat(DataType.of("http://www.w3.org/2001/XMLSchema#decimal")).isEmpty();
        assertThat(type("anyURI").shortName()).isEqualTo("anyURI");
    }
}
