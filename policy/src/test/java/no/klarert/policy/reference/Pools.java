package no.klarert.policy.reference;

import java.util.List;
import java.util.Map;
import no.klarert.policy.Xacml;

/** Texts that policies and requests are made of: few, so that they meet, and near the edges of what their types mean. */
final class Pools {
    /** What both dialects read in the same way. */
    static final Map<String, List<String>> PLAIN = Map.of(
            Xacml.TYPE_STRING, List.of("a", "a", "b", "A", "aa", ""),
            Xacml.TYPE_BOOLEAN, List.of("true", "false", "1", " 0 "),
            Xacml.TYPE_INTEGER, List.of("0", "1", "01", "2", "-3", "99999999999999999999"),
            Xacml.TYPE_DOUBLE, List.of("0", "-0.0", "1.5", "1.50", "INF", "NaN"),
            Xacml.TYPE_DATE, List.of("2024-01-01", "2024-01-01Z", "2024-01-01+02:00", "2024-01-02"),
            Xacml.TYPE_TIME, List.of("08:00:00", "08:00:00Z", "10:00:00+02:00", "09:00:00"),
            Xacml.TYPE_DATE_TIME, List.of("2024-01-01T08:00:00", "2024-01-01T10:00:00+02:00", "2024-01-01T09:00:00Z"),
            Xacml.TYPE_ANY_URI, List.of("urn:a", "URN:a", "http://a/b", "HTTP://A/b"));

    /** Every data type of the standard. */
    static final Map<String, List<String>> RICH = Map.ofEntries(
            Map.entry(
                    Xacml.TYPE_STRING,
                    List.of("a", "a", "a", "b", "A", "aa", "", " a ", "\u00c6b", "\ud83d\ude00a", "a\nb", "\uff21")),
            Map.entry(Xacml.TYPE_BOOLEAN, List.of("true", "false", "1", " 0 ")),
            Map.entry(Xacml.TYPE_INTEGER, List.of("0", "1", "01", "2", "+2", "-3", "-1", "99999999999999999999")),
            Map.entry(
                    Xacml.TYPE_DOUBLE,
                    List.of(
                            "0",
                            "-0.0",
                            "1.5",
                            "1.50",
                            "2.5",
                            "-2.5",
                            ".5",
                            "1e21",
                            "-123.456E-9",
                            "INF",
                            "-INF",
                            "NaN")),
            Map.entry(
                    Xacml.TYPE_DATE,
                    List.of(
                            "2024-01-31",
                            "2024-01-31Z",
                            "2024-01-31+02:00",
                            "2024-02-29",
                            "2023-12-31+14:00",
                            "2024-01-01-12:00",
                            "2024-01-01+12:00",
                            "-0001-03-01",
                            "12024-01-01Z")),
            Map.entry(
                    Xacml.TYPE_TIME,
                    List.of(
                            "08:00:00",
                            "08:00:00Z",
                            "10:00:00+02:00",
                            "09:00:00",
                            "00:00:00-01:00",
                            "24:00:00",
                            "23:59:59.990Z",
                            "23:00:00.5+13:45")),
            Map.entry(
                    Xacml.TYPE_DATE_TIME,
                    List.of(
                            "2024-01-31T08:00:00",
                            "2024-01-31T10:00:00+02:00",
                            "2024-01-31T08:00:00Z",
                            "2024-02-28T24:00:00",
                            "2023-12-31T23:59:59.25-14:00",
                            "-0001-12-31T00:00:00Z")),
            Map.entry(
                    Xacml.TYPE_ANY_URI, List.of("urn:a", "urn:a", "URN:a", "http://a/b", "HTTP://A/b", " urn:a ", "")),
            Map.entry(
                    Xacml.TYPE_DAY_TIME_DURATION,
                    List.of("P1D", "PT24H", "PT1440M", "-PT36H", "PT0S", "-P0D", "P1DT2H3M4.50S", "PT0.001S")),
            Map.entry(Xacml.TYPE_YEAR_MONTH_DURATION, List.of("P1M", "P12M", "P1Y", "-P13M", "-P1Y1M", "P0Y")),
            Map.entry(Xacml.TYPE_HEX_BINARY, List.of("0a", "0A", "", "ff00")),
            Map.entry(Xacml.TYPE_BASE64_BINARY, List.of("AA==", "YWJj", " YW Jj ", "")),
            Map.entry(
                    Xacml.TYPE_RFC822_NAME,
                    List.of("a@b.example", "a@B.example", "A@b.example", "a.b@c.b.example", "a@example")),
            Map.entry(
                    Xacml.TYPE_X500_NAME,
                    List.of(
                            "CN=a,O=b",
                            "cn=A , o = b",
                            "commonName=a;2.5.4.10=b",
                            "O=b",
                            "CN=x+OU=y,O=b",
                            "ou=Y+CN=x,O=b",
                            "CN=a\\,O\\=b",
                            "CN=a  b,O=b")),
            Map.entry(
                    Xacml.TYPE_IP_ADDRESS,
                    List.of(
                            "10.0.0.1",
                            "10.0.0.1/255.0.0.0:80-443",
                            "[::1]:80-",
                            "[fe80::1]/[ffff::]",
                            "10.0.0.2:-80")),
            Map.entry(
                    Xacml.TYPE_DNS_NAME,
                    List.of("a.example", "A.example", "*.a.example:80", "b.example:1-2", "example:-80")));

    /** Regular expressions that both dialects read in the same way. */
    static final List<String> PLAIN_PATTERNS = List.of("a", "^a", "b$", "^[ab]+$", "a{2}|^$", "^(u|a)", "[^a]", ".*");

    /** Those of XPath and XML Schema. */
    static final List<String> RICH_PATTERNS = List.of(
            "a",
            "^a",
            "b$",
            "^[ab]+$",
            "a{2}|^$",
            "^(u|a)",
            "^[^a]*$",
            "^.*$",
            "^\\i\\c*$",
            "[a-z-[ab]]",
            "^\\p{IsBasicLatin}+$",
            "(a|:)+?/",
            "1.?:|\\.0");

    /** What a mailbox is compared with (XACML 3.0 §A.3.14). */
    static final List<String> MAILBOXES =
            List.of("a@b.example", "a@B.EXAMPLE", "b.example", "B.example", ".example", ".b.example", "example", "a@");

    private Pools() {}
}
