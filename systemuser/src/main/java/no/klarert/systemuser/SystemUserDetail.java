package no.klarert.systemuser;

/** A system user with what it was given (system user API §8.1, detail view). */
public record SystemUserDetail(SystemUserView view, Customers.Customer owner, Delegations.Holdings holdings) {}
