/** First stage: bytes to {@link no.klarert.policy.syntax syntax}. Bounds, XML and the schema of XACML 3.0; no names are resolved. */
@NullMarked
package no.klarert.policy.read;

import org.jspecify.annotations.NullMarked;
