/**
 * Every port of every room, kept in memory: for unit tests and for tests of those who build on Klarert, never for an
 * installation. It keeps the contracts that {@code store-postgres} keeps.
 */
@NullMarked
package no.klarert.store.memory;

import org.jspecify.annotations.NullMarked;
