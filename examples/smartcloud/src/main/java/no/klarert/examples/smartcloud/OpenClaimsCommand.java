package no.klarert.examples.smartcloud;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import no.klarert.sdk.MaskinportenClient;
import no.klarert.sdk.SigningKey;
import no.klarert.sdk.TokenRequest;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows a customer's open claims at Skatteetaten. */
@Command(
        name = "smartcloud",
        description = "Shows a customer's open claims at Skatteetaten.",
        mixinStandardHelpOptions = true,
        version = "smartcloud, an example of a vendor's program",
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the claims were shown",
            "1:a fault in the program",
            "2:an option is missing, unknown or malformed",
            "3:the issuer refuses a token",
            "4:the API refuses the call",
            "5:the issuer or the API cannot be reached"
        })
@SuppressWarnings("NullAway.Init") // picocli sets every required option before call()
final class OpenClaimsCommand implements Callable<Integer> {
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "URL",
            description = "the issuer, exactly as it names itself")
    private URI issuer;

    @Option(names = "--client-id", required = true, paramLabel = "ID", description = "SmartCloud's client there")
    private ClientId clientId;

    @Option(names = "--key-file", required = true, paramLabel = "FILE", description = "the client's private key, a JWK")
    private Path keyFile;

    @Option(names = "--api", required = true, paramLabel = "URL", description = "the API's base address")
    private URI api;

    @Option(names = "--customer", required = true, paramLabel = "NUMBER", description = "the customer's number")
    private OrgNumber customer;

    @Option(
            names = "--external-ref",
            paramLabel = "REF",
            description = "SmartCloud's own reference for the system user")
    private @Nullable ExternalRef externalRef;

    @Option(names = "--language", paramLabel = "en|nb", defaultValue = "nb", description = "nb unless set")
    private Language language;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock;

    OpenClaimsCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var key = usable("--key-file", () -> SigningKey.fromJwkFile(keyFile));
        var maskinporten = usable(
                "--issuer",
                () -> MaskinportenClient.builder(issuer, clientId, key)
                        .clock(clock)
                        .build());
        var claims = new CustomersClaims(maskinporten, usable("--api", () -> new ClaimsApi(api)));
        var answer = claims.of(new TokenRequest.Customer(customer, Optional.ofNullable(externalRef)));
        var commandLine = spec.commandLine();
        return new Report(new Wording(language), commandLine.getOut(), commandLine.getErr())
                .print(answer, LocalDate.ofInstant(clock.instant(), NORWAY));
    }

    /** What the option gives, or the user is told what is wrong with it. */
    private <T> T usable(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + unusable.getMessage(),
                    unusable);
        }
    }
}
