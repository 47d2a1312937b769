package no.klarert.issuer.certificate;

import java.time.Duration;
import java.time.Instant;
import no.klarert.storage.Bytes;

/**
 * Decides whether a presented chain is a business certificate that counts now (Maskinporten §2.4): path to a trust anchor, validity,
 * key and its usage, revocation. Paths are remembered for some minutes under the fingerprint of the certificate; validity and
 * revocation are looked at every time. May be used by many threads.
 */
public final class BusinessCertificates {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration PATH_LASTS = Duration.ofMinutes(10);

    private final PathFinder paths;
    private final Revocation revocation;
    private final UnknownStatus unknownStatus;
    private final TimedCache<Bytes, TrustedPath> known = new TimedCache<>(MOST_REMEMBERED);

    /** What a certificate is worth if nobody can say whether it has been revoked. */
    public enum UnknownStatus {
        REFUSED,
        ACCEPTED
    }

    public BusinessCertificates(TrustAnchors anchors, Revocation revocation, UnknownStatus unknownStatus) {
        this.paths = new PathFinder(anchors);
        this.revocation = revocation;
        this.unknownStatus = unknownStatus;
    }

    /** Trusts no issuer, so no certificate either. */
    public static BusinessCertificates none() {
        return new BusinessCertificates(TrustAnchors.NONE, Revocation.unchecked(), UnknownStatus.REFUSED);
    }

    /** The verdict at that time. May wait for the network, if it is configured to ask there, as long as it is configured to. */
    public Verdict judge(CertificateChain chain, Instant now) {
        var fingerprint = chain.fingerprint();
        var remembered = known.get(fingerprint, now);
        return remembered.isPresent() ? judge(remembered.get(), now) : find(chain, fingerprint, now);
    }

    private Verdict find(CertificateChain chain, Bytes fingerprint, Instant now) {
        return switch (paths.find(chain, now)) {
            case PathFinder.Outcome.Found found -> {
                // Only what was found: another chain may lead to a certificate that this one could not reach.
                known.put(fingerprint, found.path(), now.plus(PATH_LASTS), now);
                yield judge(found.path(), now);
            }
            case PathFinder.Outcome.NotFound notFound -> notFound.verdict();
        };
    }

    private Verdict judge(TrustedPath path, Instant now) {
        var lapse = path.lapse(now);
        if (lapse.isPresent()) {
            return new Verdict.Untrusted(lapse.get());
        }
        return switch (revocation.status(path.links(), now)) {
            case GOOD -> trusted(path);
            case REVOKED -> new Verdict.Untrusted("a certificate of the chain is revoked");
            case UNKNOWN -> unknownStatus == UnknownStatus.ACCEPTED ? trusted(path) : new Verdict.Undetermined();
        };
    }

    private static Verdict trusted(TrustedPath path) {
        return new Verdict.Trusted(path.certificate(), path.expires());
    }
}
