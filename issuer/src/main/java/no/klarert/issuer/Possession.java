package no.klarert.issuer;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a request shows of keys that its sender holds, nothing of it checked but the certificate's handshake. Asked only where a
 * token is bound or is to be bound, so that reading it may cost something.
 */
public interface Possession {
    /** A request that shows nothing. */
    Possession NONE = new Possession() {
        @Override
        public String method() {
            return "";
        }

        @Override
        public String uri() {
            return "";
        }

        @Override
        public List<String> dpopProofs() {
            return List.of();
        }

        @Override
        public Optional<X509Certificate> clientCertificate() {
            return Optional.empty();
        }
    };

    /** The request's method, as DPoP proofs name it ({@code htm}). */
    String method();

    /** The request's address as clients know it, without query and fragment ({@code htu}). */
    String uri();

    /** Every {@code DPoP} header (RFC 9449 §4.1). */
    List<String> dpopProofs();

    /** The certificate of whose key the sender has proved possession in the TLS handshake (RFC 8705 §3). */
    Optional<X509Certificate> clientCertificate();
}
