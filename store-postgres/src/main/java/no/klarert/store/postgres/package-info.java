/** Every storage port in PostgreSQL 14 or newer: plain SQL, one class for each aggregate. */
@NullMarked
package no.klarert.store.postgres;

import org.jspecify.annotations.NullMarked;
