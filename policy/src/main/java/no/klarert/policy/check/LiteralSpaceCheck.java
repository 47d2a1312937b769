package no.klarert.policy.check;

import no.klarert.policy.Xacml;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.value.Shown;

/** Finds literals of matches with white space around them, as indented XML easily gets: it counts, values rarely have it. */
final class LiteralSpaceCheck {
    private LiteralSpaceCheck() {}

    static void check(Match match, Issues issues) {
        var literal = match.value();
        boolean counts = literal.dataType().equals(Xacml.TYPE_STRING)
                && Comparison.standard(match).isTextTest();
        if (counts && !literal.text().equals(literal.text().strip())) {
            issues.warning(
                    literal.position(),
                    "the white space around " + Shown.quoted(literal.text().strip()) + " belongs to the text compared");
        }
    }
}
