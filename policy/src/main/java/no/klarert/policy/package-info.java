/**
 * The policy engine as its users see it: {@link no.klarert.policy.PolicyCompiler} gives a
 * {@link no.klarert.policy.CompiledPolicy}, which answers a {@link no.klarert.policy.Request} with a
 * {@link no.klarert.policy.Decision}.
 */
@NullMarked
package no.klarert.policy;

import org.jspecify.annotations.NullMarked;
