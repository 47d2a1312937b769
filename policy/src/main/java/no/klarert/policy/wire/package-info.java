/**
 * Requests and responses as they travel: the JSON profile of XACML 3.0, version 1.1, and the XML of XACML 3.0 §5.42–5.58, with
 * the multiple decision profile. {@link no.klarert.policy.wire.JsonProfile} and {@link no.klarert.policy.wire.XmlProfile} answer
 * text with text; the other classes are their steps. Callers are not trusted: everything is bounded by
 * {@link no.klarert.policy.wire.WireOptions}, and nothing is thrown for bad input.
 */
@NullMarked
package no.klarert.policy.wire;

import org.jspecify.annotations.NullMarked;
