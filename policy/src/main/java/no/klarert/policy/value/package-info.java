/** Data types, values and what evaluating an expression can give. Errors are values too. */
@NullMarked
package no.klarert.policy.value;

import org.jspecify.annotations.NullMarked;
