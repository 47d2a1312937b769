package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import no.klarert.registry.PolicyStore;
import no.klarert.registry.PolicyStore.StoredPolicy;
import no.klarert.registry.ResourceStore;
import no.klarert.storage.Bytes;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link PolicyStore}. */
public abstract class PolicyStoreContract extends StoreContract {
    private static final ResourceId ID = new ResourceId("ske-krav-og-betalinger");
    private static final ResourceId OTHER = new ResourceId("another");

    private final PolicyStore policies;
    private final ResourceStore resources;

    protected PolicyStoreContract(Transactions transactions, PolicyStore policies, ResourceStore resources) {
        super(transactions);
        this.policies = policies;
        this.resources = resources;
    }

    @BeforeEach
    void register_two_resources() {
        for (var id : new ResourceId[] {ID, OTHER}) {
            perform(transaction ->
                    resources.insert(transaction, ResourceStoreContract.resource(id.value(), "{}"), Samples.NOW));
        }
    }

    private static Bytes xml(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private OptionalLong currentVersion() {
        return answer(transaction -> policies.currentVersion(transaction, ID));
    }

    private long put(ResourceId resource, String xml) {
        return answer(transaction -> policies.put(transaction, resource, xml(xml), Samples.NOW));
    }

    @Test
    void has_in_force_what_was_stored_byte_for_byte() {
        long version = put(ID, "\uFEFF<Policy>Å\r\n</Policy>");

        assertFound(transaction -> policies.current(transaction, ID))
                .contains(new StoredPolicy(ID, version, xml("\uFEFF<Policy>Å\r\n</Policy>")));
        assertThat(currentVersion()).hasValue(version);
    }

    @Test
    void has_nothing_in_force_before_a_policy_is_stored() {
        put(OTHER, "<Policy/>");

        assertFound(transaction -> policies.current(transaction, ID)).isEmpty();
        assertThat(currentVersion()).isEmpty();
    }

    @Test
    void has_the_latest_in_force_with_a_greater_number() {
        long first = put(ID, "<Policy/>");
        long second = put(ID, "<PolicySet/>");

        assertThat(second).isGreaterThan(first);
        assertFound(transaction -> policies.current(transaction, ID))
                .contains(new StoredPolicy(ID, second, xml("<PolicySet/>")));
        assertThat(currentVersion()).hasValue(second);
    }

    @Test
    void gives_an_unchanged_policy_a_number_of_its_own() {
        assertThat(put(ID, "<Policy/>")).isNotEqualTo(put(ID, "<Policy/>"));
    }

    @Test
    void gives_every_upload_of_several_at_once_its_own_number() {
        var versions = Race.of(4, runner -> put(ID, "<Policy" + runner + "/>"));

        assertThat(versions).doesNotHaveDuplicates();
        long last = versions.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertFound(transaction -> policies.current(transaction, ID))
                .contains(new StoredPolicy(ID, last, xml("<Policy" + versions.indexOf(last) + "/>")));
    }

    @Test
    void refuses_a_policy_of_an_unknown_resource() {
        var unknown = new ResourceId("unknown");

        assertThatThrownBy(() -> put(unknown, "<Policy/>")).isInstanceOf(StorageException.class);
        assertFound(transaction -> policies.current(transaction, unknown)).isEmpty();
    }

    @Test
    void lets_no_one_else_change_the_policy_of_a_locked_resource() {
        put(ID, "<Policy/>");

        assertWaits(
                transaction -> resources.lockLatest(transaction, ID),
                transaction -> policies.put(transaction, ID, xml("<PolicySet/>"), Samples.NOW));
    }
}
