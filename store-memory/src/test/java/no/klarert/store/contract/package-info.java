/** The contracts of the ports, as tests that every store runs. */
@NullMarked
package no.klarert.store.contract;

import org.jspecify.annotations.NullMarked;
