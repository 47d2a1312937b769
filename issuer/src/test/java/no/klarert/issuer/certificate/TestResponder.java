package no.klarert.issuer.certificate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An OCSP responder (RFC 6960) that can be told what to answer. */
final class TestResponder implements AutoCloseable {
    private final TestIssuer issuer;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Answer answer = Answer.GOOD;

    /** What it answers. */
    enum Answer {
        GOOD,
        REVOKED,
        FAILURE,
        /** Nothing, ever. */
        NONE
    }

    TestResponder(TestIssuer issuer) {
        this.issuer = issuer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::respond);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    void answers(Answer other) {
        answer = other;
    }

    int asked() {
        return asked.get();
    }

    /** The extension that leads to it. */
    Extension pointer() {
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return TestIssuer.optional(
                Extension.authorityInfoAccess,
                new AuthorityInformationAccess(
                        AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, address)));
    }

    private void respond(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            var request = exchange.getRequestBody().readAllBytes();
            if (request.length == 0) {
                // The JDK sends short questions in the path (RFC 6960, appendix A).
                request = java.util.Base64.getDecoder()
                        .decode(exchange.getRequestURI().getPath().substring(1));
            }
            var body = body(request);
            exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(answer == Answer.FAILURE ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] body(byte[] request) throws IOException {
        return switch (answer) {
            case GOOD -> signed(request, CertificateStatus.GOOD);
            case REVOKED ->
                signed(request, new RevokedStatus(Date.from(TestIssuer.NOW.minusSeconds(60)), CRLReason.keyCompromise));
            case FAILURE -> new byte[] {1};
            case NONE -> {
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                yield new byte[] {1};
            }
        };
    }

    private byte[] signed(byte[] request, CertificateStatus status) throws IOException {
        try {
            var now = Instant.now(); // the JDK compares answers with the clock of the machine
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var builder = new JcaBasicOCSPRespBuilder(
                    issuer.key.getPublic(), digests.get(org.bouncycastle.cert.ocsp.RespID.HASH_SHA1));
            for (var question : new OCSPReq(request).getRequestList()) {
                builder.addResponse(
                        question.getCertID(), status, Date.from(now), Date.from(now.plus(Duration.ofDays(1))));
            }
            var response = builder.build(
                    new JcaContentSignerBuilder("SHA256withRSA").build(issuer.key.getPrivate()),
                    new X509CertificateHolder[0],
                    Date.from(now));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, response)
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
    }
}
