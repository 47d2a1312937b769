package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.klarert.pdp.CachedPolicies;
import no.klarert.portal.Rights;
import no.klarert.storage.Bytes;
import no.klarert.store.memory.MemoryStore;
import no.klarert.vocabulary.AccessPackage;
import org.junit.jupiter.api.Test;

class PackageContentsTest {
    private static final AccessPackage NAMED = new AccessPackage("skatt-naering");
    private static final AccessPackage OTHER = new AccessPackage("motorvognavgift");

    private final MovableClock clock = new MovableClock();
    private final Stores stores = TestStores.of(new MemoryStore(clock));
    private final PackageContents contents = new PackageContents(
            stores.resources(), new CachedPolicies(new RegistryPolicies(stores.policies()), 1_000_000), clock);

    private List<Rights.Service> of(AccessPackage accessPackage) {
        return stores.transactions().run(transaction -> contents.of(transaction, accessPackage));
    }

    @Test
    void a_package_opens_the_services_whose_policies_name_it_and_no_others() {
        PortalStory.resource(stores, clock.instant());
        assertThat(of(NAMED)).singleElement().satisfies(service -> {
            assertThat(service.title().in("en")).isEqualTo("Claims and payments");
            assertThat(service.owner().in("en")).isEqualTo("Tax Administration");
        });
        assertThat(of(OTHER)).isEmpty();
    }

    @Test
    void what_was_found_is_kept_for_a_minute() {
        assertThat(of(NAMED)).isEmpty();
        PortalStory.resource(stores, clock.instant());
        clock.advance(Duration.ofSeconds(59));
        assertThat(of(NAMED)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(of(NAMED)).hasSize(1);
    }

    @Test
    void a_policy_that_cannot_be_read_hides_its_service_and_nothing_else() {
        PortalStory.resource(stores, clock.instant());
        stores.transactions()
                .run(transaction -> stores.policies()
                        .put(transaction, PortalStory.RESOURCE, Bytes.of(new byte[] {1}), clock.instant()));
        assertThat(of(NAMED)).isEmpty();
    }
}
