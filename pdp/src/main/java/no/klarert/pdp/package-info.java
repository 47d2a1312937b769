/** Decisions: the context handler, policy retrieval, evaluation and the decision log. */
@NullMarked
package no.klarert.pdp;

import org.jspecify.annotations.NullMarked;
