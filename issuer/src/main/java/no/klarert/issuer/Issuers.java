package no.klarert.issuer;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The issuers of an installation, each with an identifier and keys of its own.
 *
 * @param idPorten issues test log-ins; empty where those are off
 */
public record Issuers(Issuer maskinporten, Issuer altinn, Optional<Issuer> idPorten) {
    public Issuers {
        var identifiers = Stream.concat(Stream.of(maskinporten, altinn), idPorten.stream())
                .map(Issuer::identifier)
                .toList();
        if (Set.copyOf(identifiers).size() < identifiers.size()) {
            throw new IllegalArgumentException("the issuers must have different identifiers");
        }
    }

    /** Without an issuer of test log-ins. */
    public Issuers(Issuer maskinporten, Issuer altinn) {
        this(maskinporten, altinn, Optional.empty());
    }

    /** Opens both issuers' keys, creating those that do not exist yet. */
    public static Issuers open(String maskinporten, String altinn, KeySource keys) {
        return new Issuers(
                new Issuer(maskinporten, keys.open(IssuerName.MASKINPORTEN)),
                new Issuer(altinn, keys.open(IssuerName.ALTINN)));
    }

    /** The same with an issuer of test log-ins, whose keys are opened too. */
    public Issuers withTestLogIn(String identifier, KeySource keys) {
        return new Issuers(maskinporten, altinn, Optional.of(new Issuer(identifier, keys.open(IssuerName.ID_PORTEN))));
    }

    /** Takes over what other nodes and commands have changed about the keys. */
    public void refreshKeys(Instant now) {
        maskinporten.keys().refresh(now);
        altinn.keys().refresh(now);
        idPorten.ifPresent(issuer -> issuer.keys().refresh(now));
    }
}
