package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.Compiling.errors;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static no.klarert.policy.plan.Conditions.result;
import static org.assertj.core.api.Assertions.assertThat;

import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matches of every type, in targets and over what the request says (XACML 3.0 §7.6, §A.3.13, §A.3.14). */
class TypedMatchTest {
    private static DecisionValue matched(
            String function, String literalType, String literal, String type, String text) {
        var target = only(match(function, value(literalType, literal), designator("subject", "v", type)));
        return compiled(policy("deny-overrides", permit("r", target)), Dialect.STANDARD)
                .evaluate(request("subject v " + type + " " + text))
                .value();
    }

    @ParameterizedTest(name = "{0} with {1} holds for {3} and not for {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "anyURI-regexp-match | ^urn:a | anyURI | urn:a:b | x:urn:a",
                "rfc822Name-regexp-match | @.*[.]no$ | rfc822Name | a@b.no | a@no.com",
                "rfc822Name-regexp-match | B | rfc822Name | a@B.no | a@b.no",
                "x500Name-regexp-match | ^cn=.*, ?c=NO$ | x500Name | cn=a, c=NO | c=NO,cn=a",
                "ipAddress-regexp-match | ^10[.] | ipAddress | 10.0.0.1:80 | 110.0.0.1",
                "dnsName-regexp-match | [.]example[.]com(:.*)?$ | dnsName | a.example.com:80 | a.example.com.no",
                "string-starts-with | ab | string | abc | bab",
                "string-ends-with | bc | string | abc | bcd",
                "string-contains | b | string | abc | acd",
                "anyURI-starts-with | http: | anyURI | http://a | https://a",
                "anyURI-ends-with | /b | anyURI | a/b | /ba",
                "anyURI-contains | // | anyURI | http://a | urn:a",
                "rfc822Name-match | .example.com | rfc822Name | a@b.example.com | a@example.com"
            })
    void a_string_matches_a_value(String function, String literal, String type, String matching, String other) {
        assertThat(matched(function, "string", literal, type, matching)).isEqualTo(DecisionValue.PERMIT);
        assertThat(matched(function, "string", literal, type, other)).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @ParameterizedTest(name = "{0} with {2} holds for {3} and not for {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "x500Name-match | x500Name | o=a,c=NO | CN=b, O=A, C=no | cn=b,c=NO",
                "x500Name-equal | x500Name | o=a,c=NO | O=A, C=no | c=NO,o=a",
                "rfc822Name-equal | rfc822Name | a@b.no | a@B.no | A@b.no",
                "hexBinary-equal | hexBinary | 0f | 0F | 0f00",
                "base64Binary-equal | base64Binary | AA== | AA == | AAA=",
                "dayTimeDuration-equal | dayTimeDuration | P1D | PT24H | P2D",
                "yearMonthDuration-equal | yearMonthDuration | P1Y | P12M | P1M"
            })
    void a_value_matches_a_value(String function, String type, String literal, String matching, String other) {
        assertThat(matched(function, type, literal, type, matching)).isEqualTo(DecisionValue.PERMIT);
        assertThat(matched(function, type, literal, type, other)).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({"time-in-range, time", "string-union, string", "string-substring, string", "integer-add, integer"})
    void nothing_else_may_stand_in_a_match(String function, String type) {
        var literal = value(type, type.equals("time") ? "12:00:00" : "1");
        var target = only(match(function, literal, designator("subject", "v", type)));
        assertThat(errors(policy("deny-overrides", permit("r", target)), Dialect.STANDARD))
                .singleElement()
                .asString()
                .startsWith("<Match> the function")
                .endsWith("cannot match");
    }

    @Test
    void a_value_of_the_request_that_is_none_of_its_type_is_an_error() {
        assertThat(matched("hexBinary-equal", "hexBinary", "0f", "hexBinary", "0g"))
                .isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(matched("string-equal", "string", "a", "string", "a")).isEqualTo(DecisionValue.PERMIT);
    }

    @ParameterizedTest
    @CsvSource({"dayTimeDuration, P1D, PT24H, PT23H", "yearMonthDuration, P1Y, P12M, P11M"})
    void a_duration_is_found_under_its_old_and_its_new_type(String name, String literal, String same, String other) {
        var old = "http://www.w3.org/TR/2002/WD-xquery-operators-20020816#" + name;
        for (var types : new String[][] {{old, old}, {old, name}, {name, old}, {name, name}}) {
            var expression = apply(name + "-is-in", value(types[0], literal), designator("subject", "v", types[0]));
            assertThat(result(expression, request("subject v " + types[1] + " " + same)))
                    .isEqualTo("true");
            assertThat(result(expression, request("subject v " + types[1] + " " + other)))
                    .isEqualTo("false");
        }
    }
}
