package no.klarert.examples.kravogbetalinger.model;

/**
 * Whom the claims and payments concern.
 *
 * @param skjermet whether the party is shielded: its rows are then held back
 */
public record Part(String identifikator, boolean skjermet) {}
