package no.klarert.policy;

import static no.klarert.policy.Compiling.compiled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AttributeSourcesTest {
    private static final AttributeName ROLE = new AttributeName(Xacml.CATEGORY_ACCESS_SUBJECT, "role");
    private static final CompiledPolicy POLICY = compiled(
            "<Policy xmlns='urn:oasis:names:tc:xacml:3.0:core:schema:wd-17' PolicyId='p' Version='1.0' RuleCombiningAlgId="
                    + "'urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:first-applicable'><Target/>"
                    + "<Rule RuleId='r' Effect='Permit'><Target><AnyOf><AllOf>"
                    + "<Match MatchId='urn:oasis:names:tc:xacml:1.0:function:string-equal'>"
                    + "<AttributeValue DataType='http://www.w3.org/2001/XMLSchema#string'>physician</AttributeValue>"
                    + "<AttributeDesignator Category='" + Xacml.CATEGORY_ACCESS_SUBJECT + "' AttributeId='role'"
                    + " MustBePresent='true' DataType='http://www.w3.org/2001/XMLSchema#string'/></Match></AllOf></AnyOf>"
                    + "</Target></Rule></Policy>",
            Dialect.STANDARD);
    private static final Request EMPTY = Request.builder().build();

    private static RequestAttribute role(String role) {
        return new RequestAttribute(ROLE, Xacml.TYPE_STRING, Optional.empty(), false, role);
    }

    @Test
    void adds_what_the_request_lacks() {
        var sources = AttributeSources.of((name, request) -> List.of(role("physician")));

        assertThat(sources.evaluate(POLICY, EMPTY).value()).isEqualTo(DecisionValue.PERMIT);
        assertThat(AttributeSources.NONE.evaluate(POLICY, EMPTY).value()).isEqualTo(DecisionValue.INDETERMINATE);
    }

    @Test
    void asks_once_for_each_attribute_of_the_policy_and_not_for_one_the_request_has() {
        var asked = new ArrayList<AttributeName>();
        var sources = AttributeSources.of((name, request) -> {
            asked.add(name);
            return List.of(role("physician"));
        });

        sources.evaluate(POLICY, EMPTY);
        assertThat(asked).containsExactly(ROLE);
        var nurse = Request.builder().attribute(role("nurse")).build();
        assertThat(sources.evaluate(POLICY, nurse).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void explains_the_decision_that_was_made() {
        var sources = AttributeSources.of((name, request) -> List.of(role("physician")));
        var failing = AttributeSources.of((name, request) -> {
            throw new IllegalStateException("secret");
        });

        assertThat(sources.explain(POLICY, EMPTY).decision()).isEqualTo(sources.evaluate(POLICY, EMPTY));
        var explained = failing.explain(POLICY, EMPTY);
        assertThat(explained.decision()).isEqualTo(failing.evaluate(POLICY, EMPTY));
        assertThat(explained.root().because()).isEqualTo("the attribute `role` could not be looked up");
    }

    @Test
    void takes_the_first_source_that_has_a_value() {
        var sources = AttributeSources.of(
                (name, request) -> List.of(),
                (name, request) -> List.of(role("nurse")),
                (name, request) -> List.of(role("physician")));

        assertThat(sources.evaluate(POLICY, EMPTY).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void is_indeterminate_when_a_source_fails_and_keeps_the_reason_to_itself() {
        var sources = AttributeSources.of((name, request) -> {
            throw new IllegalStateException("secret");
        });
        var decision = sources.evaluate(POLICY, EMPTY);

        assertThat(decision.value()).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(decision.status())
                .isEqualTo(new Status(Xacml.STATUS_PROCESSING_ERROR, "the attribute `role` could not be looked up"));
    }

    /** Each has the same hash. */
    private static String alike(int number) {
        return Integer.toBinaryString(1 << 16 | number).replace("0", "Aa").replace("1", "BB");
    }

    @Test
    @Timeout(20)
    void is_not_held_up_by_names_whose_hashes_are_the_same() {
        var request = Request.builder();
        IntStream.range(0, 1 << 16)
                .forEach(i -> request.attribute(Xacml.CATEGORY_RESOURCE, alike(i), Xacml.TYPE_STRING, "x"));
        var sources = AttributeSources.of((name, asked) -> List.of(role("physician")));

        assertThat(sources.evaluate(POLICY, request.build()).value()).isEqualTo(DecisionValue.PERMIT);
    }

    @Test
    void tells_the_time_of_one_instant_in_its_zone() {
        var time = new CurrentTime(Instant.parse("2024-06-01T22:30:15.5Z"), ZoneId.of("Europe/Oslo"));

        assertThat(text(time, Xacml.CATEGORY_ENVIRONMENT, Xacml.CURRENT_TIME)).containsExactly("00:30:15.5+02:00");
        assertThat(text(time, Xacml.CATEGORY_ENVIRONMENT, Xacml.CURRENT_DATE)).containsExactly("2024-06-02+02:00");
        assertThat(text(time, Xacml.CATEGORY_ENVIRONMENT, Xacml.CURRENT_DATE_TIME))
                .containsExactly("2024-06-02T00:30:15.5+02:00");
        assertThat(text(time, Xacml.CATEGORY_ENVIRONMENT, "weather")).isEmpty();
        assertThat(text(time, Xacml.CATEGORY_RESOURCE, Xacml.CURRENT_TIME)).isEmpty();
    }

    private static List<String> text(CurrentTime time, String category, String id) {
        return time.find(new AttributeName(category, id), EMPTY).stream()
                .map(RequestAttribute::value)
                .toList();
    }
}
