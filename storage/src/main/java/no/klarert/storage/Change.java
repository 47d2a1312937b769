package no.klarert.storage;

/**
 * That something was written.
 *
 * @param kind of what, a word of the port that wrote it
 * @param key which one
 */
public record Change(String kind, String key) {}
