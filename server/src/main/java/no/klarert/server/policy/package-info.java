/**
 * {@code klarert policy}: checks, evaluates and tests policies without a server. Knows the engine and nothing else of Klarert.
 * {@link no.klarert.server.policy.PolicyCommand} lists the commands; the format of test files is explained in
 * docs/policy-testing.md.
 */
@NullMarked
package no.klarert.server.policy;

import org.jspecify.annotations.NullMarked;
