/** Tests of the API: its parts, and the whole over HTTP. */
@NullMarked
package no.klarert.examples.kravogbetalinger;

import org.jspecify.annotations.NullMarked;
