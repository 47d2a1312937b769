/** A policy as it was read, element by element and with positions (XACML 3.0 §5). Nothing is resolved or checked here. */
@NullMarked
package no.klarert.policy.syntax;

import org.jspecify.annotations.NullMarked;
