package no.klarert.policy.check;

import static no.klarert.policy.Compiling.errors;
import static no.klarert.policy.Dialect.STANDARD;
import static no.klarert.policy.PolicyXml.advice;
import static no.klarert.policy.PolicyXml.advised;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.assignment;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.functionReference;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.PolicyXml.variable;
import static no.klarert.policy.check.Checking.AGES;
import static no.klarert.policy.check.Checking.ROLES;
import static no.klarert.policy.check.Checking.TRUTH;
import static no.klarert.policy.check.Checking.assertRefused;
import static no.klarert.policy.check.Checking.assertTaken;
import static no.klarert.policy.check.Checking.function;
import static no.klarert.policy.check.Checking.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import no.klarert.policy.Compiling;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy that is wrong in itself never gets as far as a decision (XACML 3.0 §5, §A.3). */
class StandardCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "deny-overrides",
                "permit-overrides",
                "ordered-deny-overrides",
                "ordered-permit-overrides",
                "deny-unless-permit",
                "permit-unless-deny",
                "first-applicable",
                "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides",
                "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:permit-overrides",
                "urn:oasis:names:tc:xacml:1.1:rule-combining-algorithm:ordered-deny-overrides",
                "urn:oasis:names:tc:xacml:1.1:rule-combining-algorithm:ordered-permit-overrides"
            })
    void takes_every_rule_combining_algorithm_of_the_standard(String algorithm) {
        assertThat(Compiling.warnings(policy(algorithm), STANDARD)).isEmpty();
    }

    @Test
    void refuses_other_combining_algorithms() {
        var forPolicies = "urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:deny-overrides";
        assertThat(errors(policy(forPolicies), STANDARD))
                .containsExactly(
                        "<Policy> the rule-combining algorithm `" + forPolicies + "` combines policies, not rules");
        var onlyOne = "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:only-one-applicable";
        assertThat(errors(policy(onlyOne), STANDARD))
                .containsExactly("<Policy> the rule-combining algorithm `" + onlyOne + "` is not known");
        assertThat(errors(policy("urn:x:deny-overrides"), STANDARD))
                .containsExactly("<Policy> the rule-combining algorithm `urn:x:deny-overrides` is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.x", "1.", ".1", "1..2", "-1", "1 "})
    void refuses_a_version_that_is_no_dotted_number(String version) {
        assertThat(errors(policy("deny-overrides").replace("Version=\"1.0\"", "Version=\"" + version + "\""), STANDARD))
                .containsExactly("<Policy> the version `" + version + "` is not a dotted number");
    }

    @Test
    void refuses_rule_ids_that_repeat() {
        assertTaken(permit("a"), deny("b"));
        assertThat(errors(policy("deny-overrides", permit("a"), deny("a")), STANDARD))
                .containsExactly("<Rule> the rule id `a` is used twice");
    }

    @Test
    void refuses_functions_it_does_not_know() {
        assertRefused(when(apply("frobnicate", TRUTH)), "<Apply> unknown function " + function("frobnicate"));
        assertRefused(
                permit("r", only(match("frobnicate", value("string", "x"), ROLES))),
                "<Match> unknown function " + function("frobnicate"));
        assertRefused(
                when(apply("any-of", functionReference("frobnicate"), value("string", "x"), ROLES)),
                "<Function> unknown function " + function("frobnicate"));
    }

    @Test
    void suggests_what_an_unknown_identifier_was_probably_meant_to_be() {
        assertRefused(
                when(apply("string-equals", TRUTH)),
                "<Apply> unknown function " + function("string-equals") + "; did you mean " + function("string-equal")
                        + "?");
        assertRefused(
                when(value("Boolean", "true")),
                "<AttributeValue> unknown data type `http://www.w3.org/2001/XMLSchema#Boolean`; did you mean `"
                        + Xacml.TYPE_BOOLEAN + "`?");
        var older = Xacml.DENY_UNLESS_PERMIT.replace("3.0", "1.0");
        assertThat(errors(policy(older), STANDARD))
                .containsExactly("<Policy> the rule-combining algorithm `" + older + "` is not known; did you mean `"
                        + Xacml.DENY_UNLESS_PERMIT + "`?");
    }

    @Test
    void tells_what_is_optional_from_what_is_unknown() {
        var id = "urn:oasis:names:tc:xacml:3.0:function:access-permitted";
        var why = " `" + id + "` is an optional function that is not supported";
        assertRefused(when(apply(id, TRUTH)), "<Apply>" + why);
        assertRefused(permit("r", only(match(id, value("string", "x"), ROLES))), "<Match>" + why);
        assertRefused(when(apply("any-of", functionReference(id), value("string", "x"), ROLES)), "<Function>" + why);
        var path = "urn:oasis:names:tc:xacml:3.0:data-type:xpathExpression";
        assertRefused(
                variable("v", value(path, "/a")),
                "<AttributeValue> `" + path + "` is an optional data type that is not supported");
    }

    @Test
    void looks_for_errors_inside_the_arguments_of_a_known_function() {
        assertRefused(
                when(apply("and", apply("frobnicate"), apply("not"), value("boolean", "maybe"))),
                "<Apply> unknown function " + function("frobnicate"),
                "<Apply> the function " + function("not") + " cannot have 0 arguments",
                "<AttributeValue> `maybe` is not a valid boolean");
    }

    @ParameterizedTest
    @CsvSource({"0, not", "2, not", "1, string-equal", "3, string-equal", "0, n-of"})
    void refuses_a_wrong_number_of_arguments(int count, String name) {
        var arguments = IntStream.range(0, count)
                .mapToObj(i -> name.startsWith("string") ? value("string", "x") : TRUTH)
                .toArray(String[]::new);
        assertRefused(
                when(apply(name, arguments)),
                "<Apply> the function " + function(name) + " cannot have " + count + " arguments");
    }

    @Test
    void takes_any_number_of_arguments_where_the_function_does() {
        assertTaken(when(apply("and")), permit("r2", condition(apply("or", TRUTH, TRUTH, TRUTH))));
        assertTaken(when(apply("n-of", value("integer", "0"))));
        assertTaken(when(apply("string-is-in", value("string", "x"), apply("string-bag"))));
    }

    @Test
    void refuses_an_argument_of_another_type() {
        assertRefused(
                when(apply("string-equal", value("integer", "1"), value("string", "1"))),
                "<AttributeValue> argument 1 of " + function("string-equal") + " must be one string, not one integer");
        assertRefused(
                when(apply("and", TRUTH, value("string", "true"))),
                "<AttributeValue> argument 2 of " + function("and") + " must be one boolean, not one string");
    }

    @Test
    void refuses_a_bag_for_a_value_and_a_value_for_a_bag() {
        assertTaken(when(apply("string-equal", value("string", "x"), apply("string-one-and-only", ROLES))));
        assertRefused(
                when(apply("string-equal", value("string", "x"), ROLES)),
                "<AttributeDesignator> argument 2 of " + function("string-equal")
                        + " must be one string, not a bag of string");
        assertRefused(
                when(apply("string-is-in", value("string", "x"), value("string", "x"))),
                "<AttributeValue> argument 2 of " + function("string-is-in")
                        + " must be a bag of string, not one string");
    }

    @Test
    void refuses_a_condition_that_is_no_truth() {
        assertRefused(
                when(value("string", "true")),
                "<AttributeValue> a condition must give one boolean, this gives one string");
        assertRefused(
                when(designator("subject", "is", "boolean")),
                "<AttributeDesignator> a condition must give one boolean, this gives a bag of boolean");
    }

    @Test
    void refuses_data_types_it_does_not_know() {
        assertRefused(
                when(apply("not", value("decimal", "1"))),
                "<AttributeValue> unknown data type `http://www.w3.org/2001/XMLSchema#decimal`");
        assertRefused(
                permit("r", only(match("string-equal", value("string", "x"), designator("subject", "a", "urn:t")))),
                "<AttributeDesignator> unknown data type `urn:t`");
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, True",
        "boolean, ''",
        "integer, 1.0",
        "integer, ''",
        "integer, 0x1",
        "double, 1f",
        "double, Infinity",
        "date, 2024-02-30",
        "date, 24-01-01",
        "time, 25:00:00",
        "time, 12:00",
        "dateTime, 2024-01-01",
        "dateTime, 2024-01-01T12:00:00+15:00",
        "dayTimeDuration, P1M",
        "yearMonthDuration, P1D",
        "hexBinary, 0",
        "base64Binary, a",
        "rfc822Name, example.com",
        "x500Name, Anne",
        "ipAddress, 10.0.0.1/8",
        "dnsName, a b"
    })
    void refuses_a_literal_that_is_not_of_its_type(String type, String text) {
        assertRefused(variable("v", value(type, text)), "<AttributeValue> `" + text + "` is not a valid " + type);
    }

    @Test
    void refuses_a_function_that_cannot_match() {
        assertTaken(permit("r", only(match("string-regexp-match", value("string", "^a"), ROLES))));
        for (var name : new String[] {"string-is-in", "not", "string-bag-size", "and"}) {
            assertRefused(
                    permit("r", only(match(name, value("string", "x"), ROLES))),
                    "<Match> the function " + function(name) + " cannot match");
        }
        assertRefused(
                permit("r", only(match("any-of", value("string", "x"), ROLES))),
                "<Match> the function " + function("any-of") + " cannot match");
    }

    @Test
    void refuses_a_match_of_other_types_than_its_function() {
        assertRefused(
                permit("r", only(match("integer-equal", value("string", "1"), ROLES))),
                "<Match> the literal of " + function("integer-equal") + " must be integer, not string",
                "<Match> the attribute of " + function("integer-equal") + " must be integer, not string");
        assertTaken(permit("r", only(match("integer-equal", value("integer", "1"), AGES))));
        assertTaken(permit(
                "r",
                only(match("anyURI-regexp-match", value("string", "^urn:"), designator("resource", "id", "anyURI")))));
    }

    @Test
    void refuses_a_literal_pattern_that_is_none() {
        assertRefused(
                permit("r", only(match("string-regexp-match", value("string", "(a"), ROLES))),
                "<AttributeValue> the pattern `(a` lacks a `)` at character 3");
        assertRefused(
                when(apply("string-regexp-match", value("string", "a{2,1}"), value("string", "a"))),
                "<AttributeValue> the pattern `a{2,1}` has a malformed quantifier before character 6");
        assertRefused(
                when(apply("any-of", functionReference("string-regexp-match"), value("string", "*"), ROLES)),
                "<AttributeValue> the pattern `*` has `*` at character 1 where it means nothing");
    }

    @Test
    void refuses_patterns_that_are_too_large_together() {
        var large = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            large.append(permit("r" + i, only(match("string-regexp-match", value("string", "a{9990}"), ROLES))));
        }
        assertThat(errors(policy("deny-overrides", large.toString()), STANDARD))
                .containsExactly("<AttributeValue> the patterns up to here take more than 200000 steps, written out");
    }

    @Test
    void looks_into_targets_obligations_and_advice() {
        var wrong = value("integer", "x");
        var parts = String.join(
                "\n",
                permit(
                        "r",
                        obligations(obligation("o", "Permit", assignment("a", wrong))),
                        advice(advised("n", "Deny", assignment("a", apply("frobnicate"))))),
                obligations(obligation("o", "Permit", assignment("a", wrong))),
                advice(advised("n", "Deny", assignment("a", wrong))));
        assertRefused(
                parts,
                "<AttributeValue> `x` is not a valid integer",
                "<Apply> unknown function " + function("frobnicate"),
                "<AttributeValue> `x` is not a valid integer",
                "<AttributeValue> `x` is not a valid integer");
        assertThat(errors(policy("deny-overrides", only(match("string-equal", wrong, ROLES))), STANDARD))
                .containsExactly("<AttributeValue> `x` is not a valid integer");
    }
}
