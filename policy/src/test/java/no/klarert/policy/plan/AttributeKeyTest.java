package no.klarert.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;

/** Two keys are the same if every part of them is. */
class AttributeKeyTest {
    private static final AttributeName NAME = new AttributeName("category", "id");

    /** Two texts with the same hash. */
    private static final String ONE = "Aa";

    private static final String OTHER = "BB";

    private static AttributeKey held(String category, String id, String dataType, String issuer) {
        return AttributeKey.held(new AttributeName(category, id), dataType, issuer);
    }

    private static void assertDiffer(AttributeKey one, AttributeKey other) {
        assertThat(one).hasSameHashCodeAs(other).isNotEqualTo(other).isNotEqualByComparingTo(other);
        assertThat(one.compareTo(other)).isNegative();
        assertThat(other.compareTo(one)).isPositive();
    }

    @Test
    void differ_if_one_part_does_even_if_the_hashes_are_the_same() {
        assertDiffer(held(ONE, ONE, ONE, ONE), held(OTHER, ONE, ONE, ONE));
        assertDiffer(held(ONE, ONE, ONE, ONE), held(ONE, OTHER, ONE, ONE));
        assertDiffer(held(ONE, ONE, ONE, ONE), held(ONE, ONE, OTHER, ONE));
        assertDiffer(held(ONE, ONE, ONE, ONE), held(ONE, ONE, ONE, OTHER));
        assertThat(held(ONE, ONE, ONE, ONE)).isNotEqualTo(held(ONE, ONE, ONE, "Ca"));
    }

    @Test
    void are_equal_if_all_parts_are() {
        var key = held(ONE, OTHER, ONE, OTHER);
        assertThat(key)
                .isEqualTo(held(ONE, OTHER, ONE, OTHER))
                .isEqualByComparingTo(held(ONE, OTHER, ONE, OTHER))
                .hasSameHashCodeAs(held(ONE, OTHER, ONE, OTHER));
        assertThat(key.name()).isEqualTo(new AttributeName(ONE, OTHER));
    }

    @Test
    void a_plan_and_a_request_have_the_same_instance_of_what_was_sought() {
        var never = new AttributeName("category", UUID.randomUUID().toString());
        assertThat(AttributeKey.held(never, Xacml.TYPE_STRING, "i"))
                .isNotSameAs(AttributeKey.held(never, Xacml.TYPE_STRING, "i"));
        var sought = AttributeKey.sought(never, Xacml.TYPE_STRING, "i");
        assertThat(AttributeKey.sought(never, Xacml.TYPE_STRING, "i")).isSameAs(sought);
        assertThat(AttributeKey.held(never, Xacml.TYPE_STRING, "i")).isSameAs(sought);
    }

    @Test
    void an_empty_issuer_is_none() {
        var attribute = new RequestAttribute(NAME, Xacml.TYPE_STRING, Optional.of(""), false, "x");
        var request = RequestIndex.of(List.of(attribute));
        assertThat(request.texts(AttributeKey.held(NAME, Xacml.TYPE_STRING, "")).size())
                .isEqualTo(1);
    }

    @Test
    void a_request_knows_the_categories_it_has_values_of() {
        var request = RequestIndex.of(List.of(new RequestAttribute(NAME, "t", Optional.empty(), false, "x")));
        assertThat(request.hasCategory("category")).isTrue();
        assertThat(request.hasCategory("id")).isFalse();
        assertThat(RequestIndex.of(List.of()).hasCategory("category")).isFalse();
    }
}
