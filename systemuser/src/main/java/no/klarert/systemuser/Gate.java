package no.klarert.systemuser;

import java.util.function.Function;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.CustomerAuthority.Authority;
import no.klarert.systemuser.CustomerAuthority.Matter;
import no.klarert.systemuser.Customers.Customer;
import no.klarert.vocabulary.PartyId;

/** Lets people through to what concerns a customer if they have the authority. */
final class Gate {
    private final Customers customers;
    private final CustomerAuthority authority;

    Gate(Customers customers, CustomerAuthority authority) {
        this.customers = customers;
        this.authority = authority;
    }

    /** Runs {@code inside} with the customer if the person has authority in the matter. An unknown party lets no one in. */
    <T> PortalOutcome<T> pass(
            Transaction transaction,
            EndUser person,
            PartyId party,
            Matter matter,
            Function<Customer, PortalOutcome<T>> inside) {
        var customer = customers.byId(transaction, party);
        if (customer.isEmpty()) {
            return new PortalOutcome.NotAllowed<>();
        }
        return switch (authority.authority(transaction, person, customer.get(), matter)) {
            case Authority.Held() -> inside.apply(customer.get());
            case Authority.LevelTooLow(var required) -> new PortalOutcome.LevelTooLow<>(required);
            case Authority.Lacking() -> new PortalOutcome.NotAllowed<>();
        };
    }

    Authority authority(Transaction transaction, EndUser person, Customer customer, Matter matter) {
        return authority.authority(transaction, person, customer, matter);
    }

    boolean represents(Transaction transaction, EndUser person, Customer customer) {
        return authority.represents(transaction, person.id(), customer);
    }
}
