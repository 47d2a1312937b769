package no.klarert.issuer.certificate;

import static no.klarert.issuer.certificate.TestIssuer.NOW;
import static no.klarert.issuer.certificate.TestIssuer.chain;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import no.klarert.issuer.certificate.BusinessCertificates.UnknownStatus;
import no.klarert.issuer.certificate.TestResponder.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Revocation asked over the network, of a responder on this machine that signs its answers. */
class OnlineRevocationTest {
    private static final TestIssuer ROOT = TestIssuer.root("CN=Root");
    private static final Duration TIMEOUT = Duration.ofMillis(1_500);
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final TestResponder responder = new TestResponder(ROOT);
    private final X509Certificate leaf = ROOT.draft("C=NO,O=Vendor,SERIALNUMBER=310000019", TestIssuer.key("RSA", 2048))
            .extension(responder.pointer())
            .sign();
    private final BusinessCertificates certificates = certificates(UnknownStatus.REFUSED);

    private static BusinessCertificates certificates(UnknownStatus unknown) {
        return new BusinessCertificates(
                new TrustAnchors(List.of(ROOT.certificate()), List.of()),
                new OnlineRevocation(TIMEOUT, REMEMBERED),
                unknown);
    }

    private Verdict judge(Instant now) {
        return certificates.judge(chain(leaf), now);
    }

    @AfterEach
    void stop() {
        responder.close();
    }

    @Test
    void a_good_answer_counts_until_it_is_forgotten() {
        assertThat(judge(NOW)).isInstanceOf(Verdict.Trusted.class);
        responder.answers(Answer.REVOKED);
        assertThat(judge(NOW.plus(REMEMBERED).minusSeconds(1))).isInstanceOf(Verdict.Trusted.class);
        assertThat(responder.asked()).isEqualTo(1);
        assertThat(judge(NOW.plus(REMEMBERED))).isInstanceOf(Verdict.Untrusted.class);
        assertThat(responder.asked()).isEqualTo(2);
    }

    @Test
    void a_revoked_certificate_is_refused_whatever_is_said_of_the_unknown() {
        responder.answers(Answer.REVOKED);
        assertThat(judge(NOW)).isInstanceOf(Verdict.Untrusted.class);
        assertThat(certificates(UnknownStatus.ACCEPTED).judge(chain(leaf), NOW)).isInstanceOf(Verdict.Untrusted.class);
    }

    @Test
    void an_issuer_that_fails_leaves_the_status_unknown_for_half_a_minute() {
        responder.answers(Answer.FAILURE);
        assertThat(judge(NOW)).isInstanceOf(Verdict.Undetermined.class);
        assertThat(certificates(UnknownStatus.ACCEPTED).judge(chain(leaf), NOW)).isInstanceOf(Verdict.Trusted.class);
        responder.answers(Answer.GOOD);
        assertThat(judge(NOW.plusSeconds(29))).isInstanceOf(Verdict.Undetermined.class);
        assertThat(judge(NOW.plusSeconds(30))).isInstanceOf(Verdict.Trusted.class);
    }

    @Test
    void nobody_waits_longer_than_the_timeout_and_the_issuer_is_asked_once() throws Exception {
        responder.answers(Answer.NONE);
        long began = System.nanoTime();
        var start = new CountDownLatch(1);
        var callers = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    start.countDown();
                    assertThat(judge(NOW)).isInstanceOf(Verdict.Undetermined.class);
                }))
                .toList();
        start.await();
        for (var caller : callers) {
            caller.join();
        }
        assertThat(judge(NOW)).isInstanceOf(Verdict.Undetermined.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TIMEOUT.multipliedBy(2));
        assertThat(responder.asked()).isEqualTo(1);
    }

    @Test
    void a_certificate_that_tells_no_way_to_ask_is_of_unknown_status() {
        var silent = ROOT.draft("C=NO,O=Vendor,SERIALNUMBER=310000019", TestIssuer.key("RSA", 2048))
                .sign();
        assertThat(certificates.judge(chain(silent), NOW)).isInstanceOf(Verdict.Undetermined.class);
    }

    /** Strangers must not be able to make us call addresses of their choice. */
    @Test
    void the_address_in_a_certificate_that_is_not_trusted_is_never_called() {
        var stranger = TestIssuer.root("CN=Root")
                .draft("C=NO,O=Vendor,SERIALNUMBER=310000019", TestIssuer.key("RSA", 2048))
                .extension(responder.pointer())
                .sign();
        assertThat(certificates.judge(chain(stranger), NOW)).isInstanceOf(Verdict.Untrusted.class);
        assertThat(responder.asked()).isZero();
    }
}
