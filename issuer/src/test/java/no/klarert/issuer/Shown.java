package no.klarert.issuer;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What a request of a test shows of keys. */
record Shown(String method, String uri, List<String> dpopProofs, Optional<X509Certificate> clientCertificate)
        implements Possession {
    static Shown atTokenEndpoint(String... proofs) {
        return new Shown("POST", Proof.TOKEN_ADDRESS, List.of(proofs), Optional.empty());
    }

    static Shown at(String method, String uri, String... proofs) {
        return new Shown(method, uri, List.of(proofs), Optional.empty());
    }

    static Shown certificate(X509Certificate certificate) {
        return new Shown("POST", Proof.TOKEN_ADDRESS, List.of(), Optional.of(certificate));
    }
}
