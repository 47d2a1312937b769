package no.klarert.examples.kravogbetalinger;

/** The body of every error (Krav og betalinger, errors). */
record Feil(String kode, String melding, String korrelasjonsid) {}
