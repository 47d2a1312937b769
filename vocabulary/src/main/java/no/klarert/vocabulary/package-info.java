/** Identifiers of parties, systems, scopes and resources. A value that exists is valid. */
@NullMarked
package no.klarert.vocabulary;

import org.jspecify.annotations.NullMarked;
