/**
 * A XACML 3.0 policy engine. {@link no.klarert.policy.PolicyCompiler} turns the XML of a policy into an immutable plan;
 * evaluating a plan is pure: no I/O, no clock, no log, and nothing is thrown.
 */
module no.klarert.policy {
    requires java.xml;
    requires static transitive org.jspecify;

    exports no.klarert.policy;
    exports no.klarert.policy.syntax;
    exports no.klarert.policy.wire;
}
