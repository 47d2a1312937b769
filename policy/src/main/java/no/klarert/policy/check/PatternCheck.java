package no.klarert.policy.check;

import no.klarert.policy.read.Issues;
import no.klarert.policy.regex.XmlPattern;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.value.Shown;

/** Checks the patterns that are literals: each must be one that can be used, and a plan must be able to keep all of them. */
final class PatternCheck {
    /** The most steps that the patterns of one policy may take together: a few megabytes. */
    static final int MOST_STEPS = 200_000;

    private final Issues issues;
    private long steps;

    PatternCheck(Issues issues) {
        this.issues = issues;
    }

    void check(AttributeValue literal) {
        if (steps > MOST_STEPS) {
            return;
        }
        switch (XmlPattern.parse(literal.text())) {
            case XmlPattern.Parsed.Valid valid ->
                count(literal.position(), valid.pattern().size());
            case XmlPattern.Parsed.Invalid invalid ->
                issues.error(
                        literal.position(), "the pattern " + Shown.quoted(literal.text()) + " " + invalid.reason());
        }
    }

    /** Counts a pattern that is known to be valid. */
    void count(Position position, int size) {
        if (steps <= MOST_STEPS && steps + size > MOST_STEPS) {
            issues.error(position, "the patterns up to here take more than " + MOST_STEPS + " steps, written out");
        }
        steps += size;
    }
}
