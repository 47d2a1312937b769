package no.klarert.systemuser;

/** A further member of a problem or a validation issue; names may contain blanks and colons (system user API §3.5). */
public record Extension(String name, String value) {}
