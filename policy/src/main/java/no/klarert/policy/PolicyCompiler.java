package no.klarert.policy;

import no.klarert.policy.check.AltinnCheck;
import no.klarert.policy.check.StandardCheck;
import no.klarert.policy.plan.AltinnPlanner;
import no.klarert.policy.plan.Planned;
import no.klarert.policy.plan.StandardPlanner;
import no.klarert.policy.read.Issues;
import no.klarert.policy.read.PolicyReader;
import no.klarert.policy.syntax.Policy;

/**
 * Turns the XML of a policy into a plan: read, check, plan. Open this class first to understand the engine.
 *
 * <p>Hostile sources are expected. Nothing is thrown for a bad source, nothing outside it is ever opened, and everything that is
 * wrong with it is reported at once, with line and column. Refused are:
 *
 * <ul>
 *   <li>a source of more than {@link #MAX_SOURCE_BYTES}, in another encoding than UTF-8 or UTF-16 with a byte order mark, or in
 *       XML 1.1;
 *   <li>a document type declaration, and with it every entity;
 *   <li>elements nested more than 90 deep, or with more than 50 attributes and namespaces;
 *   <li>expressions nested more than 100 deep where each variable counts as if its definition stood in its place;
 *   <li>a regular expression of more than 10 000 steps with its counted repetitions written out, or patterns of more than
 *       200 000 steps in one policy.
 * </ul>
 *
 * At most 200 issues are listed; one more says how many are not.
 */
public final class PolicyCompiler {
    /** The largest source that is read, in bytes: 1 MiB. */
    public static final int MAX_SOURCE_BYTES = 1 << 20;

    private PolicyCompiler() {}

    /**
     * Compiles one policy (XACML 3.0 §5.14, root element {@code Policy} in the namespace {@link Xacml#NAMESPACE}).
     *
     * @param xml UTF-8, or UTF-16 with a byte order mark
     */
    public static CompilationResult compile(byte[] xml, Dialect dialect) {
        var issues = new Issues();
        var policy = PolicyReader.read(xml, dialect, issues);
        policy.ifPresent(syntax -> check(syntax, dialect, issues));
        if (policy.isEmpty() || issues.hasErrors()) {
            return new CompilationResult.Rejected(issues.inSourceOrder());
        }
        var compiled = new CompiledPolicy(policy.get(), plan(policy.get(), dialect));
        return new CompilationResult.Compiled(compiled, issues.inSourceOrder());
    }

    private static void check(Policy policy, Dialect dialect, Issues issues) {
        switch (dialect) {
            case STANDARD -> StandardCheck.check(policy, issues);
            case ALTINN -> AltinnCheck.check(policy, issues);
        }
    }

    private static Planned plan(Policy policy, Dialect dialect) {
        return switch (dialect) {
            case STANDARD -> StandardPlanner.plan(policy);
            case ALTINN -> AltinnPlanner.plan(policy);
        };
    }
}
