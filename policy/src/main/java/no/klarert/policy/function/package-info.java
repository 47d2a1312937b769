/** The functions of XACML 3.0 §A.3: their static types, and what they compute. One file per family. */
@NullMarked
package no.klarert.policy.function;

import org.jspecify.annotations.NullMarked;
