/** Tests of the program, against servers of their own. */
@NullMarked
package no.klarert.examples.smartcloud;

import org.jspecify.annotations.NullMarked;
