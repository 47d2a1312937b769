/**
 * Measures the policy engine, alone and beside AuthzForce core, and the token endpoint beside others. {@link no.klarert.benchmarks.Main} lists what can be run;
 * docs/benchmarks.md says how to read the figures.
 */
@NullMarked
package no.klarert.benchmarks;

import org.jspecify.annotations.NullMarked;
