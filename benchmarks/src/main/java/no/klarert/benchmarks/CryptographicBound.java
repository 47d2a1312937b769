package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import org.conscrypt.Conscrypt;

/**
 * How many tokens a second the processor could give if nothing but one signature and one verification were needed for each, with the
 * library that the server uses. A program of its own, so that it can be kept on the server's processor.
 */
final class CryptographicBound {
    private static final int SIGNED_BYTES = 600;
    private static final int TOGETHER = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(4);

    private final Signature signing;
    private final Signature verifying;
    private final byte[] text = new byte[SIGNED_BYTES];
    private final byte[] signature;
    private final KeyPair keys;

    private CryptographicBound(int bits) throws GeneralSecurityException {
        var provider = Conscrypt.newProvider();
        this.keys = Keys.generate(bits);
        this.signing = Signature.getInstance("SHA256withRSA", provider);
        this.verifying = Signature.getInstance("SHA256withRSA", provider);
        this.signature = sign();
    }

    /** Prints how many a second. */
    public static void main(String[] arguments) throws GeneralSecurityException {
        var bound = new CryptographicBound(Integer.parseInt(arguments[0]));
        bound.perSecond(WARM_UP);
        System.out.println(bound.perSecond(MEASURED));
    }

    /** On that processor, in a JVM of its own. */
    static double measure(int bits, Processor processor) {
        var command = processor.keep(List.of(
                Java.executable(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CryptographicBound.class.getName(),
                Integer.toString(bits)));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return Double.parseDouble(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of processor time: what else the machine does must not make the bound easier to reach. */
    private double perSecond(Duration time) throws GeneralSecurityException {
        long started = used();
        long count = 0;
        while (used() - started < time.toNanos()) {
            for (int i = 0; i < TOGETHER; i++) {
                once();
            }
            count += TOGETHER;
        }
        return count * 1e9 / (used() - started);
    }

    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void once() throws GeneralSecurityException {
        sign();
        verifying.initVerify(keys.getPublic());
        verifying.update(text);
        if (!verifying.verify(signature)) {
            throw new IllegalStateException("a signature does not verify");
        }
    }

    private byte[] sign() throws GeneralSecurityException {
        signing.initSign(keys.getPrivate());
        signing.update(text);
        return signing.sign();
    }
}
