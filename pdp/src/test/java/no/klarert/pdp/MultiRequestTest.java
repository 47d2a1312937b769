package no.klarert.pdp;

import static no.klarert.pdp.PolicyXml.permit;
import static no.klarert.pdp.PolicyXml.policy;
import static no.klarert.pdp.Queries.action;
import static no.klarert.pdp.Queries.entry;
import static no.klarert.pdp.Queries.multi;
import static no.klarert.pdp.Queries.named;
import static no.klarert.pdp.Queries.namedAction;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.klarert.pdp.DecisionQuery.Entry;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;

class MultiRequestTest {
    private static final Entry SKD = named("s1", AttributeIds.ORG, "skd");
    private static final Entry NAV = named("s2", AttributeIds.ORG, "nav");
    private static final Entry READ = namedAction("a1", "read");
    private static final Entry WRITE = namedAction("a2", "write");
    private static final Entry CLAIMS = named("r1", AttributeIds.RESOURCE, "ske-krav");
    private static final Entry UNKNOWN = named("r2", AttributeIds.RESOURCE, "ske-annet");

    private final World world =
            new World().withPolicy("ske-krav", policy(permit(AttributeIds.ORG, "skd", "ske-krav", "read")));

    private List<Decision> decide(DecisionQuery query) {
        return world.decisionPoint().decide(new Asker("974761076", "t"), query);
    }

    private static List<DecisionValue> values(List<Decision> decisions) {
        return decisions.stream().map(Decision::value).toList();
    }

    @SafeVarargs
    private List<DecisionValue> ask(List<String>... references) {
        return values(decide(multi(List.of(SKD, NAV), List.of(READ, WRITE), List.of(CLAIMS, UNKNOWN), references)));
    }

    @Test
    void each_reference_is_a_decision_of_its_own_in_order_and_in_the_log() {
        assertThat(ask(List.of("s2", "a1", "r1"), List.of("s1", "a1", "r1"), List.of("s1", "a2", "r1")))
                .containsExactly(DecisionValue.NOT_APPLICABLE, DecisionValue.PERMIT, DecisionValue.NOT_APPLICABLE);
        assertThat(world.logged).hasSize(3);
    }

    @Test
    void a_part_that_fails_spoils_the_whole_answer() {
        assertThat(ask(List.of("s1", "a1", "r1"), List.of("s1", "a1", "r2")))
                .containsExactly(DecisionValue.INDETERMINATE);
        assertThat(world.logged).extracting(DecisionLog.Entry::decision).containsExactly("Permit", "Indeterminate");
    }

    @Test
    void a_single_reference_is_not_answered_by_what_it_leaves_out() {
        assertThat(ask(List.of("s1", "a1", "r1"))).containsExactly(DecisionValue.PERMIT);
        assertThat(ask(List.of("s1", "a2", "r1"))).containsExactly(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void a_reference_to_nothing_fails() {
        assertThat(ask(List.of("s1", "a1", "r1"), List.of("s1", "a1", "r9")))
                .containsExactly(DecisionValue.INDETERMINATE);
        assertThat(ask(List.of("s9", "a1", "r1"), List.of("s1", "a1", "r1")))
                .containsExactly(DecisionValue.INDETERMINATE);
    }

    @Test
    void of_resources_with_the_same_id_the_last_one_counts() {
        var renamed = named("r1", AttributeIds.RESOURCE, "ske-annet");
        var query = multi(List.of(SKD), List.of(READ), List.of(renamed, CLAIMS), List.of("s1", "a1", "r1"));
        assertThat(values(decide(query))).containsExactly(DecisionValue.PERMIT);
        var reversed = multi(List.of(SKD), List.of(READ), List.of(CLAIMS, renamed), List.of("s1", "a1", "r1"));
        assertThat(values(decide(reversed))).containsExactly(DecisionValue.INDETERMINATE);
    }

    @Test
    void a_reference_to_two_resources_fails() {
        world.withPolicy("ske-annet", policy(permit(AttributeIds.ORG, "skd", "ske-annet", "read")));
        assertThat(ask(List.of("s1", "a1", "r1", "r2"))).containsExactly(DecisionValue.INDETERMINATE);
    }

    @Test
    void entries_without_id_cannot_be_referred_to() {
        var reference = List.of("s1", "a1", "r1");
        var anonymousAction = decide(multi(List.of(SKD), List.of(action("read")), List.of(CLAIMS), reference));
        assertThat(anonymousAction).extracting(d -> d.status().code()).containsExactly(Xacml.STATUS_SYNTAX_ERROR);
        var anonymous = entry(AttributeIds.RESOURCE, "ske-krav");
        var anonymousResource = decide(multi(List.of(SKD), List.of(READ), List.of(anonymous), reference));
        assertThat(anonymousResource).extracting(d -> d.status().code()).containsExactly(Xacml.STATUS_PROCESSING_ERROR);
    }

    @Test
    void answers_1000_decisions_at_once_and_refuses_1001() {
        assertThat(decide(repeated(1_000))).hasSize(1_000);
        assertThat(values(decide(repeated(1_001)))).containsExactly(DecisionValue.INDETERMINATE);
    }

    @Test
    void refuses_references_that_repeat_large_entries_without_end() {
        var attributes =
                Collections.nCopies(99, Queries.attributes("urn:test:more", "x").getFirst());
        var large = new Entry(Optional.of("a3"), Optional.empty(), attributes);
        var reference = List.of("s1", "a1", "a3", "r1");
        var query = new DecisionQuery.Question(
                List.of(SKD), List.of(READ, large), List.of(CLAIMS), List.of(), Collections.nCopies(1_000, reference));
        assertThat(decide(query)).extracting(d -> d.status().code()).containsExactly(Xacml.STATUS_PROCESSING_ERROR);
        var fewer = new DecisionQuery.Question(
                List.of(SKD), List.of(READ, large), List.of(CLAIMS), List.of(), Collections.nCopies(400, reference));
        assertThat(decide(fewer)).hasSize(400);
    }

    private static DecisionQuery repeated(int count) {
        var references = Collections.nCopies(count, List.of("s1", "a1", "r1"));
        return new DecisionQuery.Question(List.of(SKD), List.of(READ), List.of(CLAIMS), List.of(), references);
    }

    @Test
    void without_references_several_actions_are_alternatives() {
        var query = new DecisionQuery.Question(
                List.of(SKD), List.of(action("archive", "read")), List.of(CLAIMS), List.of(), List.of());
        assertThat(values(decide(query))).containsExactly(DecisionValue.PERMIT);
    }

    @Test
    void a_stated_category_holds_for_the_entries_after_it_too() {
        var asResource = new Entry(
                Optional.empty(),
                Optional.of(Xacml.CATEGORY_RESOURCE),
                Queries.attributes(AttributeIds.RESOURCE, "ske-krav"));
        var following = entry("urn:altinn:task", "t1");
        var query = new DecisionQuery.Question(
                List.of(SKD), List.of(action("read")), List.of(), List.of(asResource, following), List.of());
        assertThat(values(decide(query))).containsExactly(DecisionValue.PERMIT);
        var unstated = new DecisionQuery.Question(
                List.of(SKD), List.of(action("read")), List.of(CLAIMS), List.of(following), List.of());
        assertThat(values(decide(unstated))).containsExactly(DecisionValue.INDETERMINATE);
    }
}
