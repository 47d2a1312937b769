package no.klarert.issuer;

/** Where the keys of the issuers come from. */
public interface KeySource {
    /** The keys of that issuer; those that cannot be used are an {@link IssuerException} that says which and why. */
    IssuerKeys open(IssuerName issuer);
}
