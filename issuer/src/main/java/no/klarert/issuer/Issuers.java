package no.klarert.issuer;

/** The issuers of an installation, each with an identifier and keys of its own. */
public record Issuers(Issuer maskinporten, Issuer altinn) {
    public Issuers {
        if (maskinporten.identifier().equals(altinn.identifier())) {
            throw new IllegalArgumentException("the two issuers must have different identifiers");
        }
    }

    /** Opens both issuers' keys, creating those that do not exist yet. */
    public static Issuers open(String maskinporten, String altinn, SigningKeys keys) {
        return new Issuers(
                new Issuer(maskinporten, keys.open(IssuerName.MASKINPORTEN)),
                new Issuer(altinn, keys.open(IssuerName.ALTINN)));
    }
}
