package no.klarert.policy;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.condition;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked, what comes back of it, and that asking leaves no trace (XACML 3.0 §5.42, §5.48). */
class RequestTest {
    private static final AttributeName ROLE = new AttributeName(Xacml.CATEGORY_ACCESS_SUBJECT, "role");

    @Test
    void keeps_values_in_the_order_in_which_they_were_added() {
        var request = request("subject role string b", "action id string x", "subject role anyURI a");
        assertThat(request.values(ROLE)).containsExactly("b", "a");
        assertThat(request.values(new AttributeName(Xacml.CATEGORY_RESOURCE, "role")))
                .isEmpty();
    }

    @Test
    void cannot_be_changed_through_its_builder_or_its_lists() {
        var builder = Request.builder().attribute(ROLE.category(), ROLE.id(), Xacml.TYPE_STRING, "a");
        var request = builder.build();
        var enriched = builder.attribute(ROLE.category(), ROLE.id(), Xacml.TYPE_STRING, "b")
                .build();
        var copied = request.toBuilder()
                .attribute(ROLE.category(), ROLE.id(), Xacml.TYPE_STRING, "b")
                .build();
        assertThat(request.values(ROLE)).containsExactly("a");
        assertThat(copied).isEqualTo(enriched).hasSameHashCodeAs(enriched).isNotEqualTo(request);
        assertThatThrownBy(() -> request.attributes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void gets_back_what_it_asked_to_have_included_as_it_came_in() {
        var request = Request.builder()
                .attribute(ROLE.category(), ROLE.id(), Xacml.TYPE_INTEGER, " 007 ", "i", true)
                .attribute(ROLE.category(), ROLE.id(), Xacml.TYPE_STRING, "hidden")
                .build();
        assertThat(compiled(policy("deny-overrides"), Dialect.STANDARD)
                        .evaluate(request)
                        .echoed())
                .containsExactly(new EchoedAttribute(ROLE, Xacml.TYPE_INTEGER, Optional.of("i"), " 007 "));
    }

    @ParameterizedTest
    @CsvSource({"integer, 1.0", "boolean, yes", "double, x", "date, 2023-02-29", "time, 24:00:01", "dateTime, now"})
    void with_a_malformed_value_is_in_error_as_a_whole(String type, String text) {
        var policy = policy("permit-unless-deny", permit("r", condition(value("boolean", "true"))));
        var decision = compiled(policy, Dialect.STANDARD).evaluate(request("subject v " + type + " " + text));
        assertThat(decision.value()).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(decision.status()).isEqualTo(new Status(Xacml.STATUS_SYNTAX_ERROR, "a value of `v` is malformed"));
        assertThat(compiled(policy, Dialect.ALTINN)
                        .evaluate(request("subject v " + type + " " + text))
                        .value())
                .isEqualTo(DecisionValue.PERMIT);
    }

    @Test
    void may_carry_data_types_the_engine_does_not_know() {
        var decision = compiled(policy("deny-overrides", permit("r")), Dialect.STANDARD)
                .evaluate(request("subject v decimal zz", "subject v urn:own:type x"));
        assertThat(decision.permits()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void is_answered_the_same_by_many_threads_at_once(Dialect dialect) throws Exception {
        var policy = compiled(
                policy(
                        "deny-overrides",
                        permit(
                                "r",
                                PolicyXml.only(PolicyXml.match(
                                        "string-regexp-match",
                                        value("string", "^a+$"),
                                        PolicyXml.designator("subject", "role", "string"))))),
                dialect);
        List<Future<Boolean>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 400; i++) {
                boolean matches = i % 2 == 0;
                var request = request("subject role string " + "a".repeat(i + 1) + (matches ? "" : "b"));
                answers.add(threads.submit(() -> policy.evaluate(request).permits() == matches));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get()).isTrue();
        }
    }

    @Test
    void the_attributes_of_a_policy_are_all_that_can_make_a_difference() {
        var text = policy(
                "deny-overrides",
                PolicyXml.only(PolicyXml.equal("resource", "a", "x")),
                PolicyXml.variable("v", PolicyXml.designator("environment", "b", "string")),
                permit(
                        "r",
                        PolicyXml.only(PolicyXml.equal("action", "c", "x")),
                        condition(PolicyXml.apply("string-is-in", value("string", "x"), PolicyXml.reference("v")))),
                PolicyXml.obligations(PolicyXml.obligation(
                        "o", "Permit", PolicyXml.assignment("a", PolicyXml.designator("subject", "d", "string")))));
        assertThat(compiled(text, Dialect.STANDARD).attributes())
                .extracting(AttributeName::id)
                .containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(compiled(text, Dialect.ALTINN).attributes())
                .extracting(AttributeName::id)
                .containsExactly("c");
    }
}
