package no.klarert.policy;

/** What identifies an attribute apart from its data type and issuer: compared character by character (XACML 3.0 §7.3). */
public record AttributeName(String category, String id) {}
