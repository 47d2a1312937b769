package no.klarert.issuer;

/** The issuers of an installation, by the name their keys are stored under. */
public enum IssuerName {
    /** Issues tokens to organisations (Maskinporten §4). */
    MASKINPORTEN("maskinporten"),
    /** Issues what those are exchanged for, and the tokens of people (Maskinporten §9.3). */
    ALTINN("altinn"),
    /** Stands in for ID-porten where test log-in is on. Its tokens open nothing; they are exchanged. */
    ID_PORTEN("idporten");

    private final String key;

    IssuerName(String key) {
        this.key = key;
    }

    /** The name in lower case, as in the store and in configuration. */
    public String key() {
        return key;
    }
}
