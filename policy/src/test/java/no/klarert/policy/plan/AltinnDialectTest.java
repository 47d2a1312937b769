package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.assignment;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static no.klarert.policy.plan.AltinnAnswers.NEEDS_SUBJECT;
import static no.klarert.policy.plan.AltinnAnswers.REQUEST;
import static no.klarert.policy.plan.AltinnAnswers.answer;
import static no.klarert.policy.plan.AltinnAnswers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import no.klarert.policy.Dialect;
import no.klarert.policy.Obligation;
import no.klarert.policy.Request;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where Altinn's decision service reads a policy otherwise than the standard (Altinn decision service §6). */
class AltinnDialectTest {
    private static final String SUBJECT = equal("subject", "s", "x");
    private static final String RESOURCE = equal("resource", "r", "x");
    private static final String ACTION = equal("action", "a", "x");
    private static final String NEEDS_RESOURCE =
            match("string-equal", value("string", "x"), required("resource", "no", "string"));

    private static String all(String... matches) {
        return target(anyOf(allOf(matches)));
    }

    @Test
    void a_rule_applies_when_every_category_in_its_target_matches() {
        assertThat(answer(REQUEST, permit("p", all(SUBJECT, RESOURCE, ACTION)))).isEqualTo("Permit");
        assertThat(answer(
                        request("subject s string y", "resource r string x", "action a string x"),
                        permit("p", all(SUBJECT, RESOURCE, ACTION))))
                .isEqualTo("NotApplicable");
        assertThat(answer(
                        request("subject s string x", "resource r string y", "action a string x"),
                        permit("p", all(SUBJECT, RESOURCE, ACTION))))
                .isEqualTo("NotApplicable");
        assertThat(answer(
                        request("subject s string x", "resource r string x", "action a string y"),
                        permit("p", all(SUBJECT, RESOURCE, ACTION))))
                .isEqualTo("NotApplicable");
    }

    @Test
    void any_ofs_of_one_category_are_alternatives_of_different_ones_demands() {
        var alternatives = target(anyOf(allOf(SUBJECT)), anyOf(allOf(equal("subject", "s", "y"))));
        assertThat(answer(REQUEST, permit("p", alternatives))).isEqualTo("Permit");
        assertThat(answer(request("subject s string z"), permit("p", alternatives)))
                .isEqualTo("NotApplicable");
        var demands = target(anyOf(allOf(SUBJECT)), anyOf(allOf(equal("action", "a", "y"))));
        assertThat(answer(REQUEST, permit("p", demands))).isEqualTo("NotApplicable");
    }

    @Test
    void the_matches_of_one_category_in_an_all_of_are_demands() {
        var both = all(SUBJECT, equal("subject", "t", "y"));
        assertThat(answer(REQUEST, permit("p", both))).isEqualTo("NotApplicable");
        assertThat(answer(request("subject s string x", "subject t string y"), permit("p", both)))
                .isEqualTo("Permit");
    }

    @Test
    void an_all_of_that_mixes_categories_is_split_among_them() {
        var mixed = target(anyOf(allOf(SUBJECT, equal("action", "a", "y")), allOf(equal("subject", "s", "y"), ACTION)));
        assertThat(answer(REQUEST, permit("p", mixed))).isEqualTo("Permit");
    }

    @Test
    void the_environment_and_the_target_of_the_policy_are_not_tested() {
        assertThat(answer(REQUEST, permit("p", all(SUBJECT, equal("environment", "e", "y")))))
                .isEqualTo("Permit");
        assertThat(answer(REQUEST, only(equal("resource", "r", "y")), permit("p")))
                .isEqualTo("Permit");
    }

    @Test
    void a_missing_resource_or_action_attribute_spoils_the_whole_decision() {
        assertThat(answer(REQUEST, permit("p"), permit("q", only(NEEDS_RESOURCE))))
                .isEqualTo("Indeterminate missing-attribute");
        assertThat(answer(request("resource no string y"), permit("p"), permit("q", only(NEEDS_RESOURCE))))
                .isEqualTo("Permit");
        assertThat(answer(request("resource no integer 1"), permit("p"), permit("q", only(NEEDS_RESOURCE))))
                .isEqualTo("Permit");
        var other = match("string-equal", value("string", "x"), required("action", "no", "string"));
        assertThat(answer(request(), permit("q", all(RESOURCE, other)))).isEqualTo("Indeterminate missing-attribute");
    }

    @Test
    void a_missing_subject_attribute_is_a_doubt_about_its_rule_alone() {
        assertThat(answer(REQUEST, permit("p"), permit("q", only(NEEDS_SUBJECT))))
                .isEqualTo("Permit");
        assertThat(answer(REQUEST, permit("q", only(NEEDS_SUBJECT)))).isEqualTo("Indeterminate");
        assertThat(answer(REQUEST, permit("p"), deny("q", only(NEEDS_SUBJECT)))).isEqualTo("Indeterminate");
        assertThat(answer(REQUEST, permit("q", all(equal("action", "a", "y"), NEEDS_SUBJECT))))
                .isEqualTo("NotApplicable");
    }

    @ParameterizedTest
    @CsvSource({
        "hold missing, Indeterminate missing-attribute",
        "missing hold, Permit",
        "missing fail, Indeterminate missing-attribute",
        "fail hold, Permit"
    })
    void of_a_missing_attribute_and_an_alternative_that_holds_the_last_one_wins(String order, String expected) {
        var alternatives = Arrays.stream(order.split(" "))
                .map(kind -> allOf(
                        kind.equals("hold")
                                ? RESOURCE
                                : kind.equals("fail") ? equal("resource", "r", "y") : NEEDS_RESOURCE))
                .toArray(String[]::new);
        assertThat(answer(REQUEST, permit("p", target(anyOf(alternatives))))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "string-equal, string, aB, aB, ab", "string-is-in, string, aB, aB, ab",
        "string-equal-ignore-case, string, \u00E6B, \u00C6b, ab", "string-equal-ignore-case, string, I, i, \u0131",
        "anyURI-equal, anyURI, HTTP://Host/A, http://host/A, http://host/a",
                "anyURI-equal, anyURI, http://h:80, http://h/, http://h:81",
        "anyURI-equal, anyURI, urn:A:b, URN:A:b, urn:a:b", "integer-equal, integer, 1, +01, 2",
        "integer-equal, integer, 1, ' 1 ', x", "integer-equal, integer, -2147483648, -2147483648, 2147483648",
        "integer-one-and-only, integer, 5, 5, 6", "time-equal, time, 12:00:00Z, 13:00:00+01:00, 12:00:01Z",
        "date-equal, date, 2024-01-01, 2024-01-01Z, 2024-01-02",
                "dateTime-equal, dateTime, 2024-01-01T24:00:00Z, 2024-01-02T00:00:00Z, 2024-01-01T00:00:00Z",
        "string-regexp-match, string, b+, abbc, ac"
    })
    void matches_by(String function, String type, String literal, String with, String without) {
        var target = only(match(function, value(type, literal), designator("subject", "s", type)));
        assertThat(answer(request("subject s " + type + " " + with), permit("p", target)))
                .isEqualTo("Permit");
        assertThat(answer(request("subject s " + type + " " + without), permit("p", target)))
                .isEqualTo("NotApplicable");
        assertThat(answer(request("subject s urn:other " + with), permit("p", target)))
                .isEqualTo("NotApplicable");
    }

    @Test
    void the_data_type_of_the_literal_says_which_values_are_looked_at() {
        var target = only(match("string-equal", value("integer", "7"), designator("subject", "s", "string")));
        assertThat(answer(request("subject s integer 7"), permit("p", target))).isEqualTo("Permit");
        assertThat(answer(request("subject s string 7"), permit("p", target))).isEqualTo("NotApplicable");
    }

    @Test
    void an_integer_that_is_none_equals_nothing() {
        var target = only(match("integer-equal", value("integer", "x"), designator("subject", "s", "integer")));
        assertThat(answer(request("subject s integer x"), permit("p", target))).isEqualTo("NotApplicable");
    }

    @ParameterizedTest
    @CsvSource({
        "string-starts-with, string, x, x", "string-regexp-match, string, (, x",
                "anyURI-equal, anyURI, relative, http://h",
        "anyURI-equal, anyURI, http://h, relative", "date-equal, date, never, 2024-01-01",
                "date-equal, date, 2024-01-01, never"
    })
    void what_it_cannot_work_with_spoils_the_decision_only_when_it_is_reached(
            String function, String type, String literal, String text) {
        var target = only(match(function, value(type, literal), designator("subject", "s", type)));
        var reached = request("subject s " + type + " " + text);
        assertThat(answer(reached, permit("p", target))).isEqualTo("Indeterminate syntax-error");
        assertThat(answer(reached, permit("p"), permit("q", target))).isEqualTo("Indeterminate syntax-error");
        assertThat(answer(request("subject s urn:other " + text), permit("p", target)))
                .isEqualTo("NotApplicable");
        assertThat(answer(
                        reached,
                        permit(
                                "p",
                                target(
                                        anyOf(allOf(equal("action", "a", "y"))),
                                        anyOf(allOf(match(
                                                function, value(type, literal), designator("subject", "s", type))))))))
                .isEqualTo("NotApplicable");
    }

    @ParameterizedTest
    @CsvSource({
        "deny-unless-permit, Deny",
        "permit-unless-deny, Permit",
        "deny-overrides, NotApplicable",
        "permit-overrides, NotApplicable",
        "first-applicable, NotApplicable",
        "urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:deny-unless-permit, Deny",
        "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:first-applicable, NotApplicable",
        "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides, Indeterminate",
        "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:only-one-applicable, Indeterminate",
        "urn:x, Indeterminate"
    })
    void a_policy_without_a_rule_for_the_request_says_what_its_algorithm_says(String algorithm, String expected) {
        var rule = permit("p", only(equal("action", "a", "y")));
        assertThat(text(compiled(policy(algorithm, rule), Dialect.ALTINN).evaluate(REQUEST)))
                .isEqualTo(expected);
    }

    @Test
    void only_permit_obligations_of_the_policy_are_returned() {
        var duties = obligations(
                obligation(
                        "1",
                        "Permit",
                        assignment("a", value("integer", " 3 ")),
                        assignment("b", designator("subject", "s", "string"))),
                obligation("2", "Deny", ""),
                obligation("3", "Permit", ""));
        var permit = compiled(
                        policy("deny-overrides", permit("p", obligations(obligation("4", "Permit"))), duties),
                        Dialect.ALTINN)
                .evaluate(REQUEST);
        assertThat(permit.obligations()).extracting(Obligation::id).containsExactly("1", "3");
        assertThat(permit.obligations().get(0).assignments()).singleElement().satisfies(assignment -> {
            assertThat(assignment.value()).isEqualTo(" 3 ");
            assertThat(assignment.dataType()).isEqualTo(Xacml.TYPE_INTEGER);
        });
        assertThat(compiled(policy("deny-overrides", deny("p"), duties), Dialect.ALTINN)
                        .evaluate(REQUEST)
                        .obligations())
                .isEmpty();
    }

    @Test
    void attributes_come_back_only_when_some_rule_knows_the_resource_and_action() {
        var request = Request.builder()
                .attribute(Xacml.CATEGORY_RESOURCE, "r", Xacml.TYPE_STRING, "x", null, true)
                .build();
        assertThat(echoes(request, permit("p", all(RESOURCE, SUBJECT)))).isEqualTo(1);
        assertThat(echoes(request, permit("p", only(RESOURCE)))).isEqualTo(1);
        assertThat(echoes(request, permit("p", all(RESOURCE, ACTION)))).isZero();
        assertThat(echoes(request, permit("p", all(RESOURCE, NEEDS_SUBJECT)))).isZero();
    }

    private static int echoes(Request request, String rule) {
        return compiled(policy("deny-overrides", rule), Dialect.ALTINN)
                .evaluate(request)
                .echoed()
                .size();
    }
}
