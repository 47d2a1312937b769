package no.klarert.server;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import no.klarert.issuer.Possession;

/** Finds what calls show of keys that their senders hold (RFC 9449; RFC 8705), read only when asked for. */
final class Possessions {
    private static final String DPOP = "DPoP";

    private final Addresses addresses;
    private final Optional<ClientCertificateHeader> certificates;

    /** Without {@code certificates} no call comes with a certificate, whatever its headers say. */
    Possessions(Addresses addresses, Optional<ClientCertificateHeader> certificates) {
        this.addresses = addresses;
        this.certificates = certificates;
    }

    Possession of(Call call) {
        return new Possession() {
            @Override
            public String method() {
                return call.method();
            }

            @Override
            public String uri() {
                return addresses.path(call.path());
            }

            @Override
            public List<String> dpopProofs() {
                return call.headers().all(DPOP);
            }

            @Override
            public Optional<X509Certificate> clientCertificate() {
                return certificates.flatMap(header -> header.certificate(call));
            }
        };
    }
}
