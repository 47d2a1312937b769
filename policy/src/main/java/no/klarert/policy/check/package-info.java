/** Second stage: names resolved and types checked, each dialect by its own rules. Finds everything that is wrong, not only the first. */
@NullMarked
package no.klarert.policy.check;

import org.jspecify.annotations.NullMarked;
