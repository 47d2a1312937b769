package no.klarert.systemuser;

/** A system user and the system it belongs to. */
public record SystemUserView(SystemUser systemUser, RegisteredSystem system) {}
