package no.klarert.server;

import java.util.Optional;
import no.klarert.access.Party;
import no.klarert.access.PartyRegister;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.Customers;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;

/** The organisations of the party register, as customers of the system user room. */
final class CustomerDirectory implements Customers {
    private final PartyRegister register;

    CustomerDirectory(PartyRegister register) {
        this.register = register;
    }

    @Override
    public Optional<Customer> byNumber(Transaction transaction, OrgNumber number) {
        return register.organization(transaction, number).map(CustomerDirectory::customer);
    }

    @Override
    public Optional<Customer> byId(Transaction transaction, PartyId id) {
        return register.organization(transaction, id).map(CustomerDirectory::customer);
    }

    private static Customer customer(Party.Organization organization) {
        return new Customer(organization.id(), organization.uuid(), organization.number(), organization.name());
    }
}
