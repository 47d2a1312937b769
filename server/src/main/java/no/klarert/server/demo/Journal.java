package no.klarert.server.demo;

import java.io.PrintWriter;

/** What the demo prints, and whether everything ended as it must. */
final class Journal {
    private final PrintWriter out;
    private int failures;
    private int refusals;
    private int steps;

    Journal(PrintWriter out) {
        this.out = out;
    }

    void step(int number, String title) {
        steps++;
        out.println();
        out.println(number + ". " + title);
        out.flush();
    }

    /** One request in one line. */
    void request(String method, String address, int status) {
        line("   → %-6s %s  %d".formatted(method, address, status));
    }

    /** What a step came to. */
    void outcome(String text) {
        line("   ✓ " + text);
    }

    /** Something that had to be refused and was. */
    void refused(String what, String how) {
        refusals++;
        line("   ✗ " + what + ": " + how);
    }

    void note(String text) {
        text.lines().forEach(each -> line("     " + each));
    }

    /** Something that should not have happened. */
    void failed(String text) {
        failures++;
        line("   ! FAILED: " + text);
    }

    /** Sums up; true if everything ended as it must. */
    boolean finish() {
        line("");
        line(
                failures == 0
                        ? "The story ended as it must: %d steps, %d refusals.".formatted(steps, refusals)
                        : "%d of the story's outcomes were not as they must be.".formatted(failures));
        return failures == 0;
    }

    int refusals() {
        return refusals;
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}
