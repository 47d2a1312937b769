package no.klarert.systemuser;

/** What the room keeps. */
public record SystemUserStores(SystemStore systems, RequestStore requests, SystemUserStore systemUsers) {}
