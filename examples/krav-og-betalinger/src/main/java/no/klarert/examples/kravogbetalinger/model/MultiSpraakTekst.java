package no.klarert.examples.kravogbetalinger.model;

import java.util.List;

/** One text in several languages. */
public record MultiSpraakTekst(List<SpraakTekst> spraakTekst) {
    /** The text in one language, such as {@code nb}. */
    public record SpraakTekst(String tekst, String spraak) {}

    /** The text in Bokmål, Nynorsk and English. */
    public static MultiSpraakTekst of(String nb, String nn, String en) {
        return new MultiSpraakTekst(
                List.of(new SpraakTekst(nb, "nb"), new SpraakTekst(nn, "nn"), new SpraakTekst(en, "en")));
    }
}
