package no.klarert.issuer.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose business certificates are believed. Test issuers belong in test installations only (Maskinporten §1.1).
 *
 * @param anchors believed without proof
 * @param intermediates helps to reach an anchor from a certificate that came alone
 */
public record TrustAnchors(List<X509Certificate> anchors, List<X509Certificate> intermediates) {
    public static final TrustAnchors NONE = new TrustAnchors(List.of(), List.of());

    public TrustAnchors {
        anchors = List.copyOf(anchors);
        intermediates = List.copyOf(intermediates);
    }

    public TrustAnchors with(TrustAnchors more) {
        return new TrustAnchors(
                Stream.concat(anchors.stream(), more.anchors.stream()).toList(),
                Stream.concat(intermediates.stream(), more.intermediates.stream())
                        .toList());
    }
}
