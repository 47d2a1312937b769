package no.klarert.policy.check;

import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.functionReference;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.check.Checking.AGES;
import static no.klarert.policy.check.Checking.ROLES;
import static no.klarert.policy.check.Checking.TRUTH;
import static no.klarert.policy.check.Checking.assertRefused;
import static no.klarert.policy.check.Checking.assertTaken;
import static no.klarert.policy.check.Checking.function;
import static no.klarert.policy.check.Checking.when;

import org.junit.jupiter.api.Test;

/** Functions over functions are typed through the function they are given (XACML 3.0 §A.3.12). */
class HigherOrderCheckTest {
    @Test
    void refuses_a_higher_order_function_without_a_function_and_still_looks_at_its_arguments() {
        assertRefused(
                when(apply("any-of", value("integer", "x"), ROLES)),
                "<Apply> the first argument of " + function("any-of") + " must be a function",
                "<AttributeValue> `x` is not a valid integer");
        assertRefused(
                when(apply("all-of")), "<Apply> the first argument of " + function("all-of") + " must be a function");
    }

    @Test
    void refuses_a_function_where_a_value_belongs() {
        assertRefused(
                when(apply("not", functionReference("not"))),
                "<Function> a function may only be given to a higher-order function");
        assertRefused(
                when(functionReference("not")), "<Function> a function may only be given to a higher-order function");
    }

    @Test
    void takes_a_higher_order_function_with_the_bag_at_any_place() {
        assertTaken(when(apply("any-of", functionReference("string-equal"), value("string", "x"), ROLES)));
        assertTaken(when(apply("all-of", functionReference("string-equal"), ROLES, value("string", "x"))));
        assertTaken(when(apply("any-of", functionReference("or"), TRUTH, designator("subject", "is", "boolean"))));
    }

    @Test
    void refuses_a_higher_order_function_with_another_number_of_bags_than_one() {
        var error = "<Apply> exactly one argument of " + function("any-of") + " must be a bag";
        assertRefused(when(apply("any-of", functionReference("string-equal"), ROLES, ROLES)), error);
        assertRefused(
                when(apply("any-of", functionReference("string-equal"), value("string", "x"), value("string", "y"))),
                error);
        assertRefused(when(apply("any-of", functionReference("string-equal"))), error);
    }

    @Test
    void refuses_a_higher_order_function_over_the_wrong_function_or_types() {
        for (var name : new String[] {"string-bag-size", "string-is-in", "string-one-and-only", "all-of"}) {
            assertRefused(
                    when(apply("any-of", functionReference(name), value("string", "x"), ROLES)),
                    "<Function> the function " + function(name) + " does not turn values into a boolean");
        }
        assertRefused(
                when(apply("any-of", functionReference("integer-equal"), value("string", "x"), AGES)),
                "<AttributeValue> argument 1 of " + function("integer-equal") + " must be one integer, not one string");
        assertRefused(
                when(apply("any-of", functionReference("integer-equal"), AGES)),
                "<Apply> the function " + function("integer-equal") + " cannot have 1 arguments");
    }

    @Test
    void takes_two_bags_where_the_function_is_over_two() {
        for (var name : new String[] {"all-of-any", "any-of-all", "all-of-all"}) {
            assertTaken(when(apply(name, functionReference("string-equal"), ROLES, ROLES)));
            var error = "<Apply> " + function(name) + " takes a function and exactly two bags";
            assertRefused(when(apply(name, functionReference("string-equal"), ROLES, value("string", "x"))), error);
            assertRefused(when(apply(name, functionReference("string-equal"), ROLES)), error);
            assertRefused(when(apply(name, functionReference("or"), truths(), truths(), truths())), error);
            assertRefused(
                    when(apply(name, functionReference("string-equal"), ROLES, AGES)),
                    "<AttributeDesignator> argument 2 of " + function("string-equal")
                            + " must be one string, not one integer");
        }
    }

    private static String truths() {
        return designator("subject", "is", "boolean");
    }

    @Test
    void takes_values_and_bags_alike_for_any_of_any() {
        assertTaken(when(apply("any-of-any", functionReference("string-equal"), ROLES, ROLES)));
        assertTaken(when(apply("any-of-any", functionReference("string-equal"), ROLES, value("string", "x"))));
        assertTaken(when(apply("any-of-any", functionReference("or"), truths(), TRUTH, truths())));
        assertRefused(
                when(apply("any-of-any", functionReference("or"))),
                "<Apply> " + function("any-of-any") + " takes a function and at least one argument");
        assertRefused(
                when(apply("any-of-any", functionReference("string-equal"), ROLES)),
                "<Apply> the function " + function("string-equal") + " cannot have 1 arguments");
    }

    @Test
    void a_map_is_a_bag_of_what_its_function_gives() {
        var lengths = apply("map", functionReference("integer-from-string"), ROLES);
        assertTaken(when(apply("integer-is-in", value("integer", "1"), lengths)));
        assertRefused(
                when(apply("string-is-in", value("string", "1"), lengths)),
                "<Apply> argument 2 of " + function("string-is-in") + " must be a bag of string, not a bag of integer");
        assertRefused(
                when(apply("map", functionReference("not"), truths())),
                "<Apply> a condition must give one boolean, this gives a bag of boolean");
    }

    @Test
    void refuses_a_map_over_what_gives_no_single_value() {
        for (var name : new String[] {"string-bag", "string-bag-size", "string-union", "map"}) {
            assertRefused(
                    when(apply("string-is-in", value("string", "x"), apply("map", functionReference(name), ROLES))),
                    "<Function> the function " + function(name) + " does not turn values into a value");
        }
        assertRefused(
                when(apply("string-is-in", value("string", "x"), apply("map", ROLES))),
                "<Apply> the first argument of " + function("map") + " must be a function");
        assertRefused(
                when(apply(
                        "string-is-in",
                        value("string", "x"),
                        apply("map", functionReference("string-normalize-space"), value("string", "x")))),
                "<Apply> exactly one argument of " + function("map") + " must be a bag");
    }

    @Test
    void refuses_a_literal_pattern_that_is_none_also_over_bags() {
        assertRefused(
                when(apply("any-of-any", functionReference("string-regexp-match"), value("string", "(a)\\1"), ROLES)),
                "<AttributeValue> the pattern `(a)\\1` has a back-reference, which is not supported");
    }
}
