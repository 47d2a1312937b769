package no.klarert.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** Something that can be run by name: it prints what it measures and says how that stands to the targets. */
interface Comparison {
    List<Verdict> run(PrintStream out);
}
