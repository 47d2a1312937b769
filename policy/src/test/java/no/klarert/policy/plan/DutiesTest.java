package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.advice;
import static no.klarert.policy.PolicyXml.advised;
import static no.klarert.policy.PolicyXml.apply;
import static no.klarert.policy.PolicyXml.assignment;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.designator;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.Advice;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.Obligation;
import no.klarert.policy.Request;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;

/** Obligations and advice (XACML 3.0 §7.18). */
class DutiesTest {
    private static final String DUTIES = String.join(
            "\n",
            obligations(obligation("on-permit", "Permit"), obligation("on-deny", "Deny")),
            advice(advised("for-permit", "Permit"), advised("for-deny", "Deny")));

    private static Decision decide(Request request, String... parts) {
        return compiled(policy("deny-overrides", parts), Dialect.STANDARD).evaluate(request);
    }

    private static List<String> ids(Decision decision) {
        return Stream.concat(
                        decision.obligations().stream().map(Obligation::id),
                        decision.advice().stream().map(Advice::id))
                .toList();
    }

    @Test
    void belong_to_the_answer_with_their_effect_only() {
        assertThat(ids(decide(request(), permit("r"), DUTIES))).containsExactly("on-permit", "for-permit");
        assertThat(ids(decide(request(), deny("r"), DUTIES))).containsExactly("on-deny", "for-deny");
        assertThat(ids(decide(request(), DUTIES))).isEmpty();
    }

    @Test
    void of_a_rule_belong_to_the_answer_when_the_rule_applies_and_the_answer_is_its_effect() {
        assertThat(ids(decide(request(), permit("r", DUTIES)))).containsExactly("on-permit", "for-permit");
        assertThat(ids(decide(request(), permit("r", DUTIES), deny("s")))).isEmpty();
        assertThat(ids(decide(request(), permit("r", only(equal("subject", "a", "x")), DUTIES), permit("s"))))
                .isEmpty();
    }

    @Test
    void of_the_rules_come_before_those_of_the_policy() {
        var first = permit("r", obligations(obligation("1", "Permit")));
        var second = permit("s", obligations(obligation("2", "Permit")));
        assertThat(ids(decide(request(), first, second, obligations(obligation("3", "Permit")))))
                .containsExactly("1", "2", "3");
    }

    @Test
    void carry_one_assignment_per_value() {
        var roles = assignment("roles", designator("subject", "role", "string"));
        var decision = decide(
                request("subject role string b", "subject role string a"),
                permit("r"),
                obligations(obligation("o", "Permit", roles, assignment("level", value("integer", "03")))));
        assertThat(decision.obligations())
                .containsExactly(new Obligation(
                        "o",
                        List.of(
                                assigned("roles", Xacml.TYPE_STRING, "b"),
                                assigned("roles", Xacml.TYPE_STRING, "a"),
                                assigned("level", Xacml.TYPE_INTEGER, "3"))));
    }

    private static AttributeAssignment assigned(String id, String type, String value) {
        return new AttributeAssignment(id, Optional.of("c"), type, Optional.empty(), value);
    }

    @Test
    void carry_nothing_for_an_empty_bag() {
        var roles = assignment("roles", designator("subject", "role", "string"));
        assertThat(decide(request(), permit("r"), advice(advised("n", "Permit", roles)))
                        .advice())
                .containsExactly(new Advice("n", List.of()));
    }

    @Test
    void copy_category_and_issuer_where_there_are_any() {
        var bare = assignment("a", value("double", "INF")).replace("Category=\"c\"", "Issuer=\"i\"");
        assertThat(decide(request(), permit("r"), obligations(obligation("o", "Permit", bare)))
                        .obligations())
                .containsExactly(new Obligation(
                        "o",
                        List.of(new AttributeAssignment(
                                "a", Optional.empty(), Xacml.TYPE_DOUBLE, Optional.of("i"), "INF"))));
    }

    @Test
    void that_fail_make_their_owner_indeterminate() {
        var failing = assignment("a", required("subject", "no", "string"));
        for (var duty :
                List.of(obligations(obligation("o", "Permit", failing)), advice(advised("n", "Permit", failing)))) {
            var ofPolicy = decide(request(), permit("r", obligations(obligation("x", "Permit"))), duty);
            assertThat(ofPolicy.value()).isEqualTo(DecisionValue.INDETERMINATE);
            assertThat(ofPolicy.status().code()).isEqualTo(Xacml.STATUS_MISSING_ATTRIBUTE);
            assertThat(ids(ofPolicy)).isEmpty();
            assertThat(decide(request(), permit("r", duty), deny("s")).value()).isEqualTo(DecisionValue.DENY);
            assertThat(decide(request(), permit("r", duty), permit("s")).value())
                    .isEqualTo(DecisionValue.PERMIT);
            assertThat(decide(request(), deny("r"), duty).value()).isEqualTo(DecisionValue.DENY);
        }
        var errors = apply("string-one-and-only", designator("subject", "no", "string"));
        assertThat(decide(request(), permit("r"), obligations(obligation("o", "Permit", assignment("a", errors))))
                        .status()
                        .code())
                .isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
    }

    @Test
    void of_one_answer_do_not_show_in_the_next() {
        var policy = compiled(
                policy(
                        "deny-overrides",
                        permit(
                                "r",
                                obligations(obligation(
                                        "o", "Permit", assignment("a", designator("subject", "role", "string"))))),
                        permit("s", obligations(obligation("p", "Permit")))),
                Dialect.STANDARD);
        var first = policy.evaluate(request("subject role string a"));
        assertThat(policy.evaluate(request("subject role string b")).obligations())
                .hasSize(2);
        assertThat(policy.evaluate(request("subject role string a"))).isEqualTo(first);
    }
}
