package no.klarert.storage;

/**
 * One unit of work against the store. A use case opens it through {@link Transactions} and passes it to every port it calls, so
 * that what several rooms write becomes visible together or not at all. Each store has its own kind and refuses another's.
 */
public interface Transaction {}
