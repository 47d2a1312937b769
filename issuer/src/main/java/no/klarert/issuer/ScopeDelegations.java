package no.klarert.issuer;

import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** Where the issuer finds whether a consumer lets a supplier use a scope on its behalf (Maskinporten §8.3). */
public interface ScopeDelegations {
    /** Whether {@code issuer} names a register that is asked; the delegation of a scope that relies on another cannot be known. */
    boolean isSource(String issuer);

    /** Whether it is delegated now. An answer that is a moment old is too old: taking back takes effect at once. */
    boolean isDelegated(OrgNumber consumer, OrgNumber supplier, ScopeName scope);
}
