/** The Maskinporten side as others meet it, over HTTP: attacks on it, the wire, and clients that nobody here wrote. */
@NullMarked
package no.klarert.conformance.maskinporten;

import org.jspecify.annotations.NullMarked;
