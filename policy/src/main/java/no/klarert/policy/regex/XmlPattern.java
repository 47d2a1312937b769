package no.klarert.policy.regex;

/**
 * A regular expression in the flavour of XML Schema part 2 appendix F, extended by {@code ^}, {@code $} and reluctant
 * quantifiers as XACML 3.0 §A.3.13 says. It is found anywhere in a text; it need not cover it.
 *
 * <p>Matching follows all alternatives at once instead of trying them in turn, so no pattern can make it slow: the work is at
 * most the size of the pattern times the length of the text, and that product is bounded as well ({@link #MAX_WORK}).
 * Back-references cannot be matched this way and are refused, as is a pattern that, with its counted repetitions written out,
 * takes more than 10 000 steps, counts beyond 10 000, or is nested more than 50 deep.
 */
public final class XmlPattern {
    /** The most steps one search may take: a few hundredths of a second. A pattern of 20 steps searches 100 000 characters. */
    public static final long MAX_WORK = 2_000_000;

    private final Program program;

    private XmlPattern(Program program) {
        this.program = program;
    }

    /** What reading a pattern gives. */
    public sealed interface Parsed {
        /** A pattern that can be used. */
        record Valid(XmlPattern pattern) implements Parsed {}

        /** Not a pattern this engine knows; {@code reason} continues "the pattern". */
        record Invalid(String reason) implements Parsed {}
    }

    public static Parsed parse(String pattern) {
        try {
            return new Parsed.Valid(new XmlPattern(Program.of(new PatternParser(pattern).parse())));
        } catch (PatternSyntaxError invalid) {
            return new Parsed.Invalid(invalid.reason());
        }
    }

    /** How many steps the pattern is, written out. */
    public int size() {
        return program.cost();
    }

    /** Whether the text is short enough for {@link #isFoundIn} to be quick. */
    public boolean canSearch(String text) {
        return work(text) <= MAX_WORK;
    }

    /** How many steps a search takes at most. */
    public long work(String text) {
        return program.cost() * (text.length() + 1L);
    }

    public boolean isFoundIn(String text) {
        return new Search(program, text).finds();
    }
}
