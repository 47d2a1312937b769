package no.klarert.server;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Two self-signed certificates with the same name, as clients may use in TLS. */
final class TlsCertificates {
    static final String ONE =
            "MIIBmTCCAT+gAwIBAgIUC7yyMzWsTVTvKcwfP3emkVR0FOQwCgYIKoZIzj0EAwIwIjEgMB4GA1UEAwwXS2xpZW50IGF2"
                    + "IFRlc3R2ZW5kb3IgQVMwHhcNMjYxMTI1MDk1ODMwWhcNMzYxMTIyMDk1ODMwWjAiMSAwHgYDVQQDDBdLbGllbnQgYXYg"
                    + "VGVzdHZlbmRvciBBUzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCMuVn6TlEZUlr9U3EUuXBV6UwJney9S7T7i1kWo"
                    + "1VbctCP/elWlIQfWB8+2dBV8+vmeCUMLiU2hAwV922Ri3amjUzBRMB0GA1UdDgQWBBRe8/X1yCZc3VIKNUtmuDHUgD6d"
                    + "nzAfBgNVHSMEGDAWgBRe8/X1yCZc3VIKNUtmuDHUgD6dnzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUC"
                    + "IHFuSa14aDweBp3+uvoU2mWV2vSA0nsFcqR++k+60nvzAiEAhV9H+pYMDXKYYfm//JbcZCNlSS1J01u7aoEue5sl98M=";

    static final String OTHER =
            "MIIBmjCCAT+gAwIBAgIUWGowLnE7fd0YRQ3sZsMU/Of7igMwCgYIKoZIzj0EAwIwIjEgMB4GA1UEAwwXS2xpZW50IGF2"
                    + "IFRlc3R2ZW5kb3IgQVMwHhcNMjYxMTI1MDk1ODMwWhcNMzYxMTIyMDk1ODMwWjAiMSAwHgYDVQQDDBdLbGllbnQgYXYg"
                    + "VGVzdHZlbmRvciBBUzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJMFUGEWifMHgyx8pYFqAkKoMlZkYFRC+jEEAmD0"
                    + "K5t9y5gsPZy5KuqKg+2eOmZs2oC7r4ZQnrbG88I9YSMClsijUzBRMB0GA1UdDgQWBBS1le65prfZ/SXeFIxjGy6kj43p"
                    + "aTAfBgNVHSMEGDAWgBS1le65prfZ/SXeFIxjGy6kj43paTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYC"
                    + "IQC8/Qw8hGdttv4HM878LAvhp3GmoWu+6c15tK/16dy3MwIhAJaj4WazpuEYD16Kt/y8KknFrCwOMC96jyMbvW8AWRPA";

    private TlsCertificates() {}

    /** A certificate from its DER in base64. */
    static X509Certificate parse(String base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
