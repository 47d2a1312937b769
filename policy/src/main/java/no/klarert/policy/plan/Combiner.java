package no.klarert.policy.plan;

import java.util.List;

/** A combining algorithm (XACML 3.0 appendix C). Children are evaluated in document order, and only as far as needed. */
interface Combiner {
    Verdict combine(List<? extends Child> children, Evaluation evaluation);
}
