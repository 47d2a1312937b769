package no.klarert.policy;

/**
 * How policies are compiled. Immutable; start from {@link #of}.
 *
 * @param maxSourceBytes the largest source that is read, in bytes; at least 1
 * @param library what references are resolved in
 */
public record CompilerOptions(Dialect dialect, Strictness strictness, int maxSourceBytes, PolicyLibrary library) {
    /** What to make of two mistakes that many published policies have. */
    public enum Strictness {
        /** They are errors. */
        STRICT,
        /**
         * They are warnings: a combining algorithm for policies where one for rules belongs, or the reverse, is taken as its
         * counterpart; a rule id may be used twice.
         */
        LENIENT
    }

    public CompilerOptions {
        if (maxSourceBytes < 1) {
            throw new IllegalArgumentException("the largest source must be at least 1 byte, not " + maxSourceBytes);
        }
    }

    /** Strict, {@link PolicyCompiler#MAX_SOURCE_BYTES} and no library. */
    public static CompilerOptions of(Dialect dialect) {
        return new CompilerOptions(dialect, Strictness.STRICT, PolicyCompiler.MAX_SOURCE_BYTES, PolicyLibrary.EMPTY);
    }

    public CompilerOptions lenient() {
        return new CompilerOptions(dialect, Strictness.LENIENT, maxSourceBytes, library);
    }

    public CompilerOptions maxSourceBytes(int bytes) {
        return new CompilerOptions(dialect, strictness, bytes, library);
    }

    public CompilerOptions library(PolicyLibrary policies) {
        return new CompilerOptions(dialect, strictness, maxSourceBytes, policies);
    }
}
