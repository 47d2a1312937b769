package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import no.klarert.issuer.Organization;
import no.klarert.issuer.OrganizationStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import org.junit.jupiter.api.Test;

/** The contract of {@link OrganizationStore}. */
public abstract class OrganizationStoreContract extends StoreContract {
    private static final Organization OWNER =
            new Organization(Samples.organization(0), "Skatteetaten", Set.of("skatteetaten", "ske"));
    private static final Organization VENDOR = new Organization(Samples.organization(1), "SmartCloud AS", Set.of());

    private final OrganizationStore organizations;

    protected OrganizationStoreContract(Transactions transactions, OrganizationStore organizations) {
        super(transactions);
        this.organizations = organizations;
    }

    private void save(Organization organization) {
        perform(transaction -> organizations.save(transaction, organization));
    }

    @Test
    void finds_what_was_saved() {
        save(OWNER);
        save(VENDOR);

        assertFound(transaction -> organizations.find(transaction, OWNER.number()))
                .contains(OWNER);
        assertFound(transaction -> organizations.find(transaction, VENDOR.number()))
                .contains(VENDOR);
    }

    @Test
    void finds_no_organization_that_was_not_saved() {
        save(OWNER);

        assertFound(transaction -> organizations.find(transaction, VENDOR.number()))
                .isEmpty();
    }

    @Test
    void finds_the_owner_by_each_of_its_prefixes() {
        save(OWNER);

        for (var prefix : OWNER.scopePrefixes()) {
            assertFound(transaction -> organizations.ownerOfPrefix(transaction, prefix))
                    .contains(OWNER);
        }
    }

    @Test
    void finds_no_owner_of_a_prefix_nobody_has() {
        save(OWNER);

        assertFound(transaction -> organizations.ownerOfPrefix(transaction, "skatt"))
                .isEmpty();
    }

    @Test
    void replaces_name_and_prefixes() {
        save(OWNER);
        var renamed = new Organization(OWNER.number(), "Skatten", Set.of("skatteetaten", "nytt"));
        save(renamed);

        assertFound(transaction -> organizations.find(transaction, OWNER.number()))
                .contains(renamed);
        assertFound(transaction -> organizations.ownerOfPrefix(transaction, "nytt"))
                .contains(renamed);
        assertFound(transaction -> organizations.ownerOfPrefix(transaction, "ske"))
                .isEmpty();
    }

    @Test
    void gives_a_prefix_that_was_let_go_to_another() {
        save(OWNER);
        save(new Organization(OWNER.number(), OWNER.name(), Set.of("skatteetaten")));
        var other = new Organization(VENDOR.number(), VENDOR.name(), Set.of("ske"));
        save(other);

        assertFound(transaction -> organizations.ownerOfPrefix(transaction, "ske"))
                .contains(other);
    }

    @Test
    void refuses_a_prefix_that_has_an_owner() {
        save(OWNER);
        var thief = new Organization(VENDOR.number(), VENDOR.name(), Set.of("mitt", "ske"));

        assertThatThrownBy(() -> save(thief)).isInstanceOf(StorageException.class);

        assertFound(transaction -> organizations.find(transaction, thief.number()))
                .isEmpty();
        assertFound(transaction -> organizations.ownerOfPrefix(transaction, "ske"))
                .contains(OWNER);
    }
}
