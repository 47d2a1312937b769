package no.klarert.policy.check;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.Compiling.errors;
import static no.klarert.policy.Dialect.STANDARD;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.reference;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.PolicyXml.variable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Variables stand for their definitions, which must exist and come to an end (XACML 3.0 §5.23, §5.24). */
class VariableCheckTest {
    private static final String TRUTH = value("boolean", "true");

    private static String policyOf(List<String> variables, String condition) {
        return policy(
                "deny-overrides",
                Stream.concat(variables.stream(), Stream.of(permit("r", condition(condition))))
                        .toArray(String[]::new));
    }

    private static String chained(int index, int links, String end) {
        return variable("v" + index, index == links - 1 ? end : apply("not", reference("v" + (index + 1))));
    }

    /** Each variable the negation of the next; {@code v0} is the beginning. */
    private static List<String> chain(int links) {
        return IntStream.range(0, links).mapToObj(i -> chained(i, links, TRUTH)).toList();
    }

    @Test
    void takes_variables_in_any_order_and_those_nobody_refers_to() {
        var variables = List.of(variable("a", reference("b")), variable("b", TRUTH), variable("c", TRUTH));
        assertThat(compiled(policyOf(variables, reference("a")), STANDARD)
                        .evaluate(Request.builder().build())
                        .value())
                .isEqualTo(DecisionValue.PERMIT);
    }

    @Test
    void refuses_a_reference_to_nothing() {
        assertThat(errors(policyOf(List.of(), reference("v")), STANDARD))
                .containsExactly("<VariableReference> the variable `v` is not defined");
        assertThat(errors(policyOf(List.of(variable("a", apply("not", reference("V")))), TRUTH), STANDARD))
                .containsExactly("<VariableReference> the variable `V` is not defined");
    }

    @Test
    void refuses_variables_that_go_in_circles() {
        assertThat(errors(policyOf(List.of(variable("a", reference("a"))), reference("a")), STANDARD))
                .containsExactly("<VariableReference> the variable `a` is defined by itself");
        var circle = List.of(
                variable("a", apply("not", reference("b"))),
                variable("b", apply("not", reference("c"))),
                variable("c", apply("not", reference("a"))));
        assertThat(errors(policyOf(circle, TRUTH), STANDARD))
                .containsExactly("<VariableReference> the variable `a` is defined by itself");
    }

    @Test
    void refuses_a_variable_defined_twice() {
        assertThat(errors(policyOf(List.of(variable("a", TRUTH), variable("a", TRUTH)), reference("a")), STANDARD))
                .containsExactly("<VariableDefinition> the variable id `a` is used twice");
    }

    @Test
    void the_type_of_a_variable_is_that_of_its_definition() {
        var bag = variable("a", apply("string-bag", value("string", "x")));
        assertThat(errors(policyOf(List.of(bag), apply("not", reference("a"))), STANDARD))
                .containsExactly(
                        "<VariableReference> argument 1 of `urn:oasis:names:tc:xacml:1.0:function:not` must be one"
                                + " boolean, not a bag of string");
    }

    @Test
    void an_error_in_a_definition_is_reported_once() {
        var wrong = variable("a", value("boolean", "x"));
        assertThat(errors(policyOf(List.of(wrong), apply("and", reference("a"), reference("a"))), STANDARD))
                .containsExactly("<AttributeValue> `x` is not a valid boolean");
    }

    @Test
    void takes_variables_nested_up_to_the_bound_whatever_their_order() {
        var chain = chain(50);
        assertThat(compiled(policyOf(chain, reference("v0")), STANDARD)).isNotNull();
        assertThat(compiled(policyOf(chain.reversed(), reference("v0")), STANDARD))
                .isNotNull();
    }

    @Test
    void refuses_variables_nested_deeper_whatever_their_order() {
        var inOrder = errors(policyOf(chain(200), reference("v0")), STANDARD);
        assertThat(inOrder).isNotEmpty().allMatch(error -> error.contains("nested"));
        var backwards = errors(policyOf(chain(200).reversed(), reference("v0")), STANDARD);
        assertThat(backwards).isNotEmpty().allMatch(error -> error.contains("nested too deep"));
    }

    @Test
    @Timeout(10)
    void deep_expressions_in_a_chain_of_variables_do_not_run_out_of_stack() {
        int depth = 80;
        var variables = IntStream.range(0, 200)
                .mapToObj(i -> variable("v" + i, nested(depth, i == 199 ? TRUTH : reference("v" + (i + 1)))))
                .toList();
        assertThat(errors(policyOf(variables, reference("v0")), STANDARD)).isNotEmpty();
        assertThat(errors(policyOf(variables.reversed(), reference("v0")), STANDARD))
                .isNotEmpty();
    }

    private static String nested(int depth, String inside) {
        var open = String.join(
                "", Collections.nCopies(depth, "<Apply FunctionId='urn:oasis:names:tc:xacml:1.0:function:not'>"));
        return open + inside + "</Apply>".repeat(depth);
    }

    @Test
    @Timeout(10)
    void variables_that_double_each_other_cost_no_more_than_their_number() {
        var variables = IntStream.range(0, 48)
                .mapToObj(i -> variable(
                        "v" + i, i == 47 ? TRUTH : apply("and", reference("v" + (i + 1)), reference("v" + (i + 1)))))
                .toList();
        assertThat(compiled(policyOf(variables, reference("v0")), STANDARD)
                        .evaluate(Request.builder().build())
                        .value())
                .isEqualTo(DecisionValue.PERMIT);
    }
}
