package no.klarert.server.policy;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Request;
import no.klarert.policy.syntax.Position;

/**
 * A file of tests, read.
 *
 * @param title what reports call it
 */
record TestFile(
        Source source, String title, Source policy, List<Source> library, CompilerOptions options, List<Case> cases) {
    TestFile {
        library = List.copyOf(library);
        cases = List.copyOf(cases);
    }

    /**
     * One request and what is expected of the answer.
     *
     * @param at where it stands in the file
     * @param skip why it is not run, if it is not
     */
    record Case(Position at, String name, Request request, Expectation expected, Optional<String> skip) {}
}
