package no.klarert.policy.syntax;

/** Where an element starts in the source: line and column, both counted from 1. */
public record Position(int line, int column) {}
