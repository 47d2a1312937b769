package no.klarert.policy;

import no.klarert.policy.check.AltinnCheck;
import no.klarert.policy.check.ReferenceCheck;
import no.klarert.policy.check.StandardCheck;
import no.klarert.policy.plan.AltinnPlanner;
import no.klarert.policy.plan.Planned;
import no.klarert.policy.plan.StandardPlanner;
import no.klarert.policy.read.Issues;
import no.klarert.policy.read.PolicyReader;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicyTree;

/**
 * Turns the XML of a policy into a plan: read, check, plan. Open this class first to understand the engine.
 *
 * <p>Hostile sources are expected. Nothing is thrown for a bad source, nothing outside it is ever opened, and everything that is
 * wrong with it is reported at once, with line and column. Refused are:
 *
 * <ul>
 *   <li>a source of more than {@link #MAX_SOURCE_BYTES} unless the options allow more, in another encoding than UTF-8 or UTF-16 with a byte order mark, or in
 *       XML 1.1;
 *   <li>a document type declaration, and with it every entity;
 *   <li>elements nested more than 90 deep, or with more than 50 attributes and namespaces;
 *   <li>expressions nested more than 100 deep where each variable counts as if its definition stood in its place;
 *   <li>policies that refer to each other in a circle, more than 50 deep, or through policy sets more than 200 deep;
 *   <li>a regular expression of more than 10 000 steps with its counted repetitions written out, or patterns of more than
 *       200 000 steps in one policy.
 * </ul>
 *
 * A policy that is taken may still look like a mistake: a rule that decides nothing, a condition that is always the same, an
 * identifier that is misspelt. Such findings are warnings and change nothing.
 *
 * <p>Of issues of all kinds 200 are listed, and the first of each severity in any case; one more says how many are not.
 */
public final class PolicyCompiler {
    /** The largest source that is read unless told otherwise, in bytes: 1 MiB. */
    public static final int MAX_SOURCE_BYTES = 1 << 20;

    private PolicyCompiler() {}

    /** Compiles a policy with {@link CompilerOptions#of} the dialect. */
    public static CompilationResult compile(byte[] xml, Dialect dialect) {
        return compile(xml, CompilerOptions.of(dialect));
    }

    /**
     * Compiles a policy or policy set (XACML 3.0 §5.1, §5.14), root element {@code Policy} or {@code PolicySet} in the namespace
     * {@link Xacml#NAMESPACE}.
     *
     * @param xml UTF-8, or UTF-16 with a byte order mark
     */
    public static CompilationResult compile(byte[] xml, CompilerOptions options) {
        var issues = new Issues();
        var source = PolicyReader.read(xml, options.dialect(), options.maxSourceBytes(), issues);
        source.ifPresent(tree -> check(tree, options, issues));
        if (source.isEmpty() || issues.hasErrors()) {
            return new CompilationResult.Rejected(issues.inSourceOrder());
        }
        var compiled = new CompiledPolicy(source.get(), plan(source.get(), options));
        return new CompilationResult.Compiled(compiled, issues.inSourceOrder());
    }

    private static void check(PolicyTree tree, CompilerOptions options, Issues issues) {
        switch (options.dialect()) {
            case STANDARD -> {
                StandardCheck.check(tree, options.strictness(), issues);
                ReferenceCheck.check(tree, options.library(), issues);
            }
            case ALTINN -> AltinnCheck.check(single(tree), issues);
        }
    }

    private static Planned plan(PolicyTree tree, CompilerOptions options) {
        return switch (options.dialect()) {
            case STANDARD -> StandardPlanner.plan(tree, options.library());
            case ALTINN -> AltinnPlanner.plan(single(tree));
        };
    }

    // INVARIANT: the reader refuses policy sets in Altinn's dialect.
    static Policy single(PolicyTree tree) {
        return switch (tree) {
            case Policy policy -> policy;
            case PolicySet set -> throw new IllegalStateException("a policy set");
        };
    }
}
