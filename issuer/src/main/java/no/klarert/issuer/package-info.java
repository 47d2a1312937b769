/** Maskinporten: organisations, scopes and their grants, clients and their keys, the JWT grant and the tokens it gives. */
@NullMarked
package no.klarert.issuer;

import org.jspecify.annotations.NullMarked;
