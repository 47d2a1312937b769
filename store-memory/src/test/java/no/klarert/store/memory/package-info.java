/** Tests of the store in memory. */
@NullMarked
package no.klarert.store.memory;

import org.jspecify.annotations.NullMarked;
