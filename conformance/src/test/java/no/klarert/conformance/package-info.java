/** Tests of the whole: stories end to end, rules of the structure, conformance packs. */
@NullMarked
package no.klarert.conformance;

import org.jspecify.annotations.NullMarked;
