package no.klarert.issuer;

/** What a client's access tokens are bound to, so that the token alone gives no access. An option of each client, off by default. */
public enum TokenBinding {
    /** To nothing: whoever has the token has the access, as with the public service (Maskinporten §4.5). */
    NONE,
    /** To a key of which every use of the token carries a proof (RFC 9449 §5.2, {@code dpop_bound_access_tokens}). */
    DPOP_KEY,
    /** To the client's TLS certificate (RFC 8705 §3.4, {@code tls_client_certificate_bound_access_tokens}). */
    CLIENT_CERTIFICATE
}
