/** Tests of what is computed. */
@NullMarked
package no.klarert.examples.kravogbetalinger.model;

import org.jspecify.annotations.NullMarked;
