package no.klarert.policy;

import java.util.List;

/** What compiling gave: a policy that can be evaluated, or everything that is wrong with the source. */
public sealed interface CompilationResult {
    /** The source is a policy that can be evaluated; {@code warnings} says where it may surprise. */
    record Compiled(CompiledPolicy policy, List<Issue> warnings) implements CompilationResult {
        public Compiled {
            warnings = List.copyOf(warnings);
        }
    }

    /** The source is refused. {@code issues} holds at least one error, and the warnings found beside, in source order. */
    record Rejected(List<Issue> issues) implements CompilationResult {
        public Rejected {
            issues = List.copyOf(issues);
        }
    }
}
