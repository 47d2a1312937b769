package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.MissingAttribute;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Request;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matches and targets (XACML 3.0 §7.6, §7.7). T holds, F does not, e is in error. */
class StandardTargetTest {
    private static final String HOLDS = equal("subject", "a", "x");
    private static final String FAILS = equal("subject", "a", "y");
    private static final String IN_ERROR =
            match("string-equal", value("string", "x"), required("subject", "no", "string"));
    private static final Request REQUEST = request("subject a string x");

    private static Decision decide(String target, Request request) {
        return compiled(policy("deny-overrides", permit("r", target)), Dialect.STANDARD)
                .evaluate(request);
    }

    private static DecisionValue value(String target, Request request) {
        return decide(target, request).value();
    }

    private static String value(String type, String text) {
        return PolicyXml.value(type, text);
    }

    private static String part(char kind) {
        return switch (kind) {
            case 'T' -> HOLDS;
            case 'F' -> FAILS;
            case 'e' -> IN_ERROR;
            default -> throw new IllegalArgumentException(String.valueOf(kind));
        };
    }

    private static String[] parts(String kinds, UnaryOperator<String> wrapping) {
        return kinds.chars().mapToObj(kind -> wrapping.apply(part((char) kind))).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "T, Permit",
        "F, NotApplicable",
        "e, Indeterminate",
        "TT, Permit",
        "TF, NotApplicable",
        "Te, Indeterminate",
        "eF, NotApplicable",
        "Fe, NotApplicable",
        "ee, Indeterminate"
    })
    void all_of_holds_when_every_match_does(String kinds, String expected) {
        var target = target(anyOf(allOf(parts(kinds, part -> part))));
        assertThat(value(target, REQUEST).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "T, Permit",
        "F, NotApplicable",
        "e, Indeterminate",
        "FT, Permit",
        "FF, NotApplicable",
        "eT, Permit",
        "Te, Permit",
        "eF, Indeterminate",
        "Fe, Indeterminate"
    })
    void any_of_holds_when_one_alternative_does(String kinds, String expected) {
        var target = target(anyOf(parts(kinds, PolicyXml::allOf)));
        assertThat(value(target, REQUEST).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Permit",
        "TT, Permit",
        "TF, NotApplicable",
        "eF, NotApplicable",
        "Fe, NotApplicable",
        "eT, Indeterminate"
    })
    void a_target_holds_when_every_any_of_does(String kinds, String expected) {
        var target = target(parts(kinds, part -> anyOf(allOf(part))));
        assertThat(value(target, REQUEST).text()).isEqualTo(expected);
    }

    @Test
    void one_value_of_a_bag_is_enough() {
        assertThat(value(only(HOLDS), request("subject a string y", "subject a string x")))
                .isEqualTo(DecisionValue.PERMIT);
        assertThat(value(only(HOLDS), request("subject a string y", "subject a string z")))
                .isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void an_absent_attribute_does_not_match_unless_it_must_be_present() {
        assertThat(decide(only(HOLDS), request()))
                .isEqualTo(new Decision(DecisionValue.NOT_APPLICABLE, Status.OK, List.of(), List.of(), List.of()));
        var missing = decide(only(IN_ERROR), request());
        assertThat(missing.value()).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(missing.status())
                .isEqualTo(new Status(
                        Xacml.STATUS_MISSING_ATTRIBUTE,
                        "the attribute `no` of the category `" + Xacml.CATEGORY_ACCESS_SUBJECT + "` is missing",
                        List.of(new MissingAttribute(
                                new AttributeName(Xacml.CATEGORY_ACCESS_SUBJECT, "no"),
                                Xacml.TYPE_STRING,
                                Optional.empty()))));
        assertThat(value(only(IN_ERROR), request("subject no string x"))).isEqualTo(DecisionValue.PERMIT);
        assertThat(value(only(IN_ERROR), request("subject no string y"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void category_id_and_data_type_must_be_the_same_to_the_letter() {
        assertThat(value(only(HOLDS), request("resource a string x"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(value(only(HOLDS), request("subject A string x"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(value(only(HOLDS), request("subject a anyURI x"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(value(only(HOLDS), request("subject a string X"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void one_attribute_may_have_values_of_two_data_types() {
        var both = target(
                anyOf(allOf(match("integer-equal", value("integer", "1"), required("subject", "a", "integer")))),
                anyOf(allOf(match("string-equal", value("string", "one"), required("subject", "a", "string")))));
        assertThat(value(both, request("subject a integer 01", "subject a string one")))
                .isEqualTo(DecisionValue.PERMIT);
        assertThat(value(both, request("subject a integer 01"))).isEqualTo(DecisionValue.INDETERMINATE);
    }

    @Test
    void a_designator_with_an_issuer_sees_the_values_of_that_issuer_only() {
        var issued = only(match(
                "string-equal",
                value("string", "x"),
                designator("subject", "a", "string", "MustBePresent=\"false\" Issuer=\"i\"")));
        assertThat(value(issued, REQUEST)).isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(value(issued, issuedBy("j"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(value(issued, issuedBy("i"))).isEqualTo(DecisionValue.PERMIT);
        assertThat(value(only(HOLDS), issuedBy("i"))).isEqualTo(DecisionValue.PERMIT);
    }

    private static Request issuedBy(String issuer) {
        return Request.builder()
                .attribute(Xacml.CATEGORY_ACCESS_SUBJECT, "a", Xacml.TYPE_STRING, "x", issuer, false)
                .build();
    }

    @Test
    void the_literal_is_the_first_argument() {
        var older = only(match("integer-greater-than", value("integer", "18"), designator("subject", "a", "integer")));
        assertThat(value(older, request("subject a integer 17"))).isEqualTo(DecisionValue.PERMIT);
        assertThat(value(older, request("subject a integer 18"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void an_error_in_one_call_does_not_hide_another_that_holds() {
        var early = only(match("time-less-than", value("time", "08:00:00"), designator("environment", "t", "time")));
        assertThat(value(early, request("environment t time 09:00:00Z", "environment t time 09:00:00")))
                .isEqualTo(DecisionValue.PERMIT);
        assertThat(value(early, request("environment t time 09:00:00Z", "environment t time 07:00:00")))
                .isEqualTo(DecisionValue.INDETERMINATE);
    }

    @Test
    void many_alternatives_on_one_attribute_match_like_each_of_them() {
        var alternatives = target(anyOf(
                allOf(equal("subject", "a", "w")),
                allOf(equal("subject", "a", "x")),
                allOf(equal("subject", "a", ""))));
        assertThat(value(alternatives, REQUEST)).isEqualTo(DecisionValue.PERMIT);
        assertThat(value(alternatives, request("subject a string "))).isEqualTo(DecisionValue.PERMIT);
        assertThat(value(alternatives, request("subject a string W"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(value(alternatives, request())).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void letter_case_is_ignored_only_where_the_function_says_so() {
        var ignoring = only(
                match("string-equal-ignore-case", value("string", "\u00C6Ble"), designator("subject", "a", "string")));
        assertThat(value(ignoring, request("subject a string \u00E6bLE"))).isEqualTo(DecisionValue.PERMIT);
        assertThat(value(ignoring, request("subject a string able"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
        var dotless =
                only(match("string-equal-ignore-case", value("string", "I"), designator("subject", "a", "string")));
        assertThat(value(dotless, request("subject a string i"))).isEqualTo(DecisionValue.PERMIT);
        assertThat(value(dotless, request("subject a string \u0131"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void a_policy_whose_target_does_not_match_says_nothing() {
        var policy = compiled(policy("deny-unless-permit", only(HOLDS), permit("r")), Dialect.STANDARD);
        assertThat(policy.evaluate(REQUEST).value()).isEqualTo(DecisionValue.PERMIT);
        assertThat(policy.evaluate(request()).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }
}
