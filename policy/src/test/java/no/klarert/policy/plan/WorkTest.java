package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.allOf;
import static no.klarert.policy.PolicyXml.anyOf;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.functionReference;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.reference;
import static no.klarert.policy.PolicyXml.target;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.PolicyXml.variable;
import static no.klarert.policy.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import no.klarert.policy.AttributeSources;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyLibrary;
import no.klarert.policy.PolicySetXml;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Request;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.wire.DecisionRequest;
import no.klarert.policy.wire.Decisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neither compiling nor evaluating takes longer than the bounded work, whatever a policy asks for. The policies here would take
 * minutes without it; the time limits are wide so as not to depend on the machine.
 */
@Timeout(60)
class WorkTest {
    private static final int CALLS = 400;
    private static final String HEAVY = "(a|aa|aaa|aaaa){40}b";

    private static CompiledPolicy rules(String... parts) {
        return compiled(policy("deny-overrides", parts), Dialect.STANDARD);
    }

    /** No two of the values are equal, so every pair is compared. */
    private static Request pairs() {
        return request(IntStream.range(0, 600)
                .mapToObj(i -> (i % 2 == 0 ? "subject left" : "subject right") + " string v" + i)
                .toArray(String[]::new));
    }

    private static String anyPair() {
        return apply(
                "urn:oasis:names:tc:xacml:3.0:function:any-of-any",
                functionReference("string-equal"),
                designator("subject", "left", "string"),
                designator("subject", "right", "string"));
    }

    private static String[] rulesWith(int count, String expression) {
        return IntStream.range(0, count)
                .mapToObj(i -> permit("r" + i, condition(expression)))
                .toArray(String[]::new);
    }

    private static void assertTooMuch(CompiledPolicy policy, Request request) {
        var decision = policy.evaluate(request);
        assertThat(decision.value()).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(decision.status().code()).isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
        assertThat(decision.status().message()).isEqualTo("the decision takes more work than one may");
        assertThat(policy.evaluate(request)).isEqualTo(decision);
    }

    @Test
    void many_comparisons_of_large_bags_end_in_an_error() {
        assertTooMuch(rules(rulesWith(CALLS, anyPair())), pairs());
        assertThat(rules(rulesWith(50, anyPair())).evaluate(pairs()).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"permit-unless-deny", "deny-unless-permit"})
    void algorithms_that_take_errors_for_answers_do_not_hide_that_work_was_refused(String algorithm) {
        assertTooMuch(compiled(policy(algorithm, rulesWith(CALLS, anyPair())), Dialect.STANDARD), pairs());
        assertThat(compiled(policy(algorithm, rulesWith(50, anyPair())), Dialect.STANDARD)
                        .evaluate(pairs())
                        .value())
                .isNotEqualTo(DecisionValue.INDETERMINATE);
    }

    @Test
    void many_searches_for_a_costly_pattern_end_in_an_error() {
        var search = apply(
                "any-of",
                functionReference("string-regexp-match"),
                value("string", HEAVY),
                designator("subject", "left", "string"));
        var long300 = request(IntStream.range(0, 300)
                .mapToObj(i -> "subject left string " + "a".repeat(400 + i))
                .toArray(String[]::new));
        assertTooMuch(rules(permit("r", condition(search))), long300);
        assertThat(rules(permit("r", condition(search)))
                        .evaluate(request("subject left string aab"))
                        .value())
                .isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void a_policy_of_constants_is_compiled_no_longer_than_it_may_be_evaluated() {
        var values =
                IntStream.range(0, 316).mapToObj(i -> value("string", "v" + i)).toArray(String[]::new);
        var others =
                IntStream.range(0, 316).mapToObj(i -> value("string", "w" + i)).toArray(String[]::new);
        var pair = apply(
                "urn:oasis:names:tc:xacml:3.0:function:any-of-any",
                functionReference("string-equal"),
                reference("v"),
                reference("w"));
        var parts = new String[CALLS + 2];
        parts[0] = variable("v", apply("string-bag", values));
        parts[1] = variable("w", apply("string-bag", others));
        System.arraycopy(rulesWith(CALLS, pair), 0, parts, 2, CALLS);
        assertTooMuch(rules(parts), request());
    }

    @Test
    void an_explanation_of_too_much_work_ends_as_well() {
        var policy = rules(rulesWith(CALLS, anyPair()));
        assertThat(policy.explain(pairs()).decision()).isEqualTo(policy.evaluate(pairs()));
    }

    @Test
    void long_texts_of_every_type_count_by_their_length() {
        var parts = apply(
                "any-of",
                functionReference("anyURI-equal"),
                apply("anyURI-one-and-only", designator("subject", "left", "anyURI")),
                designator("subject", "right", "anyURI"));
        var text = "u".repeat(60_000);
        var request = request("subject left anyURI " + text + "a", "subject right anyURI " + text + "b");
        assertTooMuch(rules(rulesWith(1_000, parts)), request);
        assertThat(rules(rulesWith(100, parts)).evaluate(request).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void telling_about_a_decision_that_was_made_comes_to_the_same() {
        var set = PolicySetXml.policy("p", "deny-overrides", rulesWith(50, apply("not", anyPair())));
        for (int i = 0; i < 8; i++) {
            set = PolicySetXml.policySet("s" + i, "deny-overrides", set);
        }
        var policy = compiled(set, Dialect.STANDARD);
        assertThat(policy.evaluateNamingPolicies(pairs()).policies()).hasSize(9);
        assertThat(policy.explain(pairs()).toString()).doesNotContain("Indeterminate");
    }

    @Test
    void each_decision_has_the_work_for_itself() {
        var policy = rules(rulesWith(40, anyPair()));
        for (int i = 0; i < 5; i++) {
            assertThat(policy.evaluate(pairs()).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
        }
    }

    private static final String TOGETHER = "the decisions on one document take more work than they may";

    /** Of these every decision is made, and takes some 3.6 million. */
    private static CompiledPolicy costly() {
        return rules(rulesWith(40, anyPair()));
    }

    @Test
    void the_decisions_on_one_document_have_the_work_of_four_together() {
        var document = new DecisionRequest(Collections.nCopies(500, pairs()), false, false);
        var decisions = Decisions.of(document, costly(), AttributeSources.NONE);
        assertThat(decisions).hasSize(500);
        assertThat(decisions.subList(0, 5)).containsOnly(costly().evaluate(pairs()));
        assertThat(decisions.subList(5, 500)).allSatisfy(decision -> {
            assertThat(decision.value()).isEqualTo(DecisionValue.INDETERMINATE);
            assertThat(decision.status()).isEqualTo(new Status(Xacml.STATUS_PROCESSING_ERROR, TOGETHER));
        });
    }

    @Test
    void a_decision_of_too_much_work_leaves_some_to_the_others() {
        var policy = rules(rulesWith(CALLS, anyPair()));
        var small = request();
        var decisions =
                AttributeSources.NONE.evaluateAll(policy, List.of(pairs(), small, pairs(), small, pairs(), small));
        assertThat(decisions).element(0).isEqualTo(policy.evaluate(pairs()));
        assertThat(decisions).element(5).isEqualTo(policy.evaluate(small));
    }

    @Test
    void no_algorithm_makes_a_decision_of_what_was_not_worked_out() {
        var policy = compiled(policy("permit-unless-deny", rulesWith(40, anyPair())), Dialect.STANDARD);
        var decisions = AttributeSources.NONE.evaluateAll(policy, Collections.nCopies(7, pairs()));
        assertThat(decisions)
                .extracting(Decision::value)
                .startsWith(DecisionValue.PERMIT)
                .endsWith(DecisionValue.INDETERMINATE, DecisionValue.INDETERMINATE);
    }

    @Test
    void five_hundred_ordinary_decisions_on_one_document_are_all_made() {
        var policy = rules(rulesWith(200, apply("not", value("boolean", "true"))));
        assertThat(AttributeSources.NONE.evaluateAll(policy, Collections.nCopies(500, pairs())))
                .hasSize(500)
                .containsOnly(policy.evaluate(pairs()));
    }

    @Test
    void policies_of_one_document_are_named_completely_or_the_decision_is_not_given() {
        var set = PolicySetXml.policy("p", "deny-overrides", rulesWith(20, apply("not", anyPair())));
        for (int i = 0; i < 8; i++) {
            set = PolicySetXml.policySet("s" + i, "deny-overrides", set);
        }
        var policy = compiled(set, Dialect.STANDARD);
        var document = new DecisionRequest(Collections.nCopies(20, pairs()), true, false);
        var named = Decisions.of(document, policy, AttributeSources.NONE);
        assertThat(named.getFirst()).isEqualTo(policy.evaluateNamingPolicies(pairs()));
        assertThat(named.getFirst().policies()).hasSize(9);
        assertThat(named.getLast().value()).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(named.getLast().status().code()).isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
        assertThat(named)
                .allSatisfy(each -> assertThat(each.policies()).hasSize(each.value() == DecisionValue.PERMIT ? 9 : 0));
    }

    /** Sets of fifteen references, four deep: fifty thousand times two hundred rules, none of which an index leaves out. */
    @Test
    void asking_very_many_rules_ends_in_an_error() {
        var sources = new ArrayList<String>();
        sources.add(PolicySetXml.policy("leaf", "deny-unless-permit", rulesWith(200, value("boolean", "false"))));
        for (int level = 0; level < 4; level++) {
            var below = level == 0 ? PolicySetXml.reference("leaf") : PolicySetXml.setReference("s" + (level - 1));
            sources.add(PolicySetXml.policySet("s" + level, "permit-overrides", below.repeat(15)));
        }
        var library =
                PolicyLibrary.of(sources.stream().map(PolicyXml::bytes).toList(), CompilerOptions.of(Dialect.STANDARD));
        assertTooMuch(referring("s3", library), request());
        assertThat(referring("s1", library).evaluate(request()).value()).isEqualTo(DecisionValue.DENY);
    }

    @Test
    void a_policy_of_very_many_demands_is_planned_quickly_wherever_it_is_referred_to() {
        var demands = IntStream.range(0, 1_000)
                .mapToObj(i -> anyOf(allOf(equal("resource", "id" + i, "x"))))
                .toArray(String[]::new);
        var leaf = PolicySetXml.policy("leaf", "deny-overrides", target(demands), permit("r"));
        var set = PolicySetXml.policySet(
                "s", "deny-overrides", PolicySetXml.reference("leaf").repeat(5_000));
        var library = PolicyLibrary.of(
                List.of(PolicyXml.bytes(leaf), PolicyXml.bytes(set)), CompilerOptions.of(Dialect.STANDARD));
        assertThat(referring("s", library).evaluate(request()).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    /** Sets of two references, fifteen deep, under a set that is made ready for seventy-five texts: two million copies otherwise. */
    @Test
    void a_library_of_shared_references_is_planned_quickly_for_each_of_many_texts() {
        var sources = new ArrayList<String>();
        sources.add(PolicySetXml.policySet(
                "s0", "deny-overrides", PolicySetXml.policy("leaf", "deny-overrides", permit("r"))));
        for (int level = 1; level <= 15; level++) {
            sources.add(PolicySetXml.policySet(
                    "s" + level,
                    "deny-overrides",
                    PolicySetXml.setReference("s" + (level - 1)).repeat(2)));
        }
        var members = IntStream.range(0, 5)
                .mapToObj(i -> PolicySetXml.policySet(
                        "m" + i, "deny-overrides", target(texts(i)), PolicySetXml.setReference("s15")))
                .toArray(String[]::new);
        sources.add(PolicySetXml.policySet("top", "deny-overrides", members));
        var policy = referring(
                "top",
                PolicyLibrary.of(
                        sources.stream().map(PolicyXml::bytes).toList(), CompilerOptions.of(Dialect.STANDARD)));
        assertThat(policy.evaluate(request("resource id string t3-7")).value()).isEqualTo(DecisionValue.PERMIT);
        assertThat(policy.evaluate(request("resource id string t5-0")).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    private static String texts(int member) {
        return anyOf(IntStream.range(0, 15)
                .mapToObj(i -> allOf(equal("resource", "id", "t" + member + "-" + i)))
                .toArray(String[]::new));
    }

    private static CompiledPolicy referring(String set, PolicyLibrary library) {
        var root = PolicySetXml.policySet("root", "permit-overrides", PolicySetXml.setReference(set));
        return switch (PolicyCompiler.compile(
                PolicyXml.bytes(root), CompilerOptions.of(Dialect.STANDARD).library(library))) {
            case CompilationResult.Compiled compiled -> compiled.policy();
            case CompilationResult.Rejected rejected -> throw new AssertionError(rejected.issues());
        };
    }
}
