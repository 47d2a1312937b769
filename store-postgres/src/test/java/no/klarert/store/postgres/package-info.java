/** Tests of the store in PostgreSQL. */
@NullMarked
package no.klarert.store.postgres;

import org.jspecify.annotations.NullMarked;
