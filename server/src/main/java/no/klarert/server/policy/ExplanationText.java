package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Explanation;

/** An explanation as an indented list, one line for each thing that was looked at. */
final class ExplanationText {
    private ExplanationText() {}

    static List<String> lines(Explanation explanation) {
        var lines = new ArrayList<String>();
        add(explanation.root(), "", lines);
        return lines;
    }

    /** As {@link #lines}, but not more than so many; one more says how many are left out. */
    static List<String> lines(Explanation explanation, int most) {
        var lines = lines(explanation);
        if (lines.size() <= most) {
            return lines;
        }
        var cut = new ArrayList<>(lines.subList(0, most));
        cut.add("and " + (lines.size() - most) + " more lines");
        return cut;
    }

    private static void add(Explanation.Step step, String indent, List<String> lines) {
        lines.add(indent + line(step));
        step.parts().forEach(part -> add(part, indent + "  ", lines));
    }

    private static String line(Explanation.Step step) {
        var line = new StringBuilder(step.what());
        if (step.position().line() > 0) {
            line.append(" (line ").append(step.position().line()).append(')');
        }
        append(line, step.outcome());
        append(line, step.because());
        return Words.shown(line.toString());
    }

    private static void append(StringBuilder line, String text) {
        if (!text.isEmpty()) {
            line.append(line.isEmpty() ? "" : ": ").append(text);
        }
    }
}
