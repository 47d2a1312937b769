package no.klarert.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import no.klarert.issuer.certificate.CertificateProfile;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code klarert certificate}: a business certificate that the twin trusts and nobody else does. */
@Command(
        name = "certificate",
        description = "Make a test business certificate, with its key, from the issuer of a twin.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields that it annotates
final class CertificateCommand implements Callable<Integer> {
    private static final String USUAL_PASSWORD = "changeit";

    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--org", required = true, paramLabel = "NUMBER", description = "The organisation it is for.")
    private String organization;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the organisation. Default: its number.")
    private @Nullable String name;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            defaultValue = "legacy",
            description = "legacy, eseal or qc-eseal. Default: legacy.")
    private String profile;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "PKCS#12 file to write; it must not exist.")
    private Path out;

    @Option(
            names = "--password",
            paramLabel = "REFERENCE",
            description = "Password of the file: file:/path or env:NAME. Default: " + USUAL_PASSWORD + ".")
    private @Nullable String password;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory of the twin. Default: ~/.klarert.")
    private @Nullable Path data;

    CertificateCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var order = order();
        var directory = data == null ? DataDirectory.usual() : data;
        if (!DataDirectory.isOne(directory)) {
            throw new ConfigException(
                    "`" + directory + "` is not a data directory of Klarert; start a twin there first");
        }
        if (Files.exists(out)) {
            throw new ParameterException(spec.commandLine(), "--out `" + out + "` exists already; it is left as it is");
        }
        var secret = password == null
                ? USUAL_PASSWORD
                : new Settings(Map.of("--password", password))
                        .secret("--password")
                        .orElseThrow();
        var opened = DataDirectory.open(directory);
        var issued = TestAuthority.open(opened).issue(order, secret.toCharArray(), new SecureRandom(), clock.instant());
        write(opened, bytes(issued, secret.toCharArray()));
        spec.commandLine().getOut().println("Wrote " + out + ": a key and its certificate for " + order.organization());
        return 0;
    }

    private void write(DataDirectory opened, byte[] content) {
        try {
            opened.writePrivate(out.toAbsolutePath(), content);
        } catch (UncheckedIOException e) {
            throw new ConfigException("cannot write `" + out + "`: " + e.getMessage(), e);
        }
    }

    private TestAuthority.Order order() {
        try {
            var number = new OrgNumber(organization);
            return new TestAuthority.Order(number, name == null ? number.value() : name, profile());
        } catch (InvalidValueException e) {
            throw new ParameterException(spec.commandLine(), "--org: " + e.getMessage(), e);
        }
    }

    private CertificateProfile profile() {
        return switch (profile) {
            case "legacy" -> CertificateProfile.LEGACY;
            case "eseal" -> CertificateProfile.ESEAL;
            case "qc-eseal" -> CertificateProfile.QUALIFIED_ESEAL;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--profile is legacy, eseal or qc-eseal, not `" + profile + "`");
        };
    }

    private static byte[] bytes(KeyStore store, char[] password) {
        try (var bytes = new ByteArrayOutputStream()) {
            store.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot write PKCS#12", e);
        }
    }
}
