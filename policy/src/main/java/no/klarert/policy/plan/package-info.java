/** Last stage: syntax to nodes, and the evaluation of nodes. Everything that can be settled before a request comes is settled here. */
@NullMarked
package no.klarert.policy.plan;

import org.jspecify.annotations.NullMarked;
