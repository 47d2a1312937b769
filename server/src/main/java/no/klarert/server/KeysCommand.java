package no.klarert.server;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.klarert.issuer.IssuerException;
import no.klarert.issuer.IssuerName;
import no.klarert.issuer.KeySettings;
import no.klarert.issuer.ListedKey;
import no.klarert.issuer.RotationOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klarert keys}: the issuers' signing keys, through the database, whether nodes are running or not. */
@Command(
        name = "keys",
        description = "List and rotate the keys that tokens are signed with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Nodes that are running notice within seconds. docs/operations.md explains how keys follow each other."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields that it annotates
final class KeysCommand {
    private static final String ROW = "%-13s %-44s %-10s %-21s %-21s %s";

    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    KeysCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Command(name = "list", description = "List the keys with their states.", mixinStandardHelpOptions = true)
    int list(@Mixin InstallationOptions options) {
        return on(options, installation -> {
            say(ROW.formatted("ISSUER", "KEY", "STATE", "PUBLISHED", "SIGNS FROM", "PUBLISHED UNTIL"));
            installation.keys().rotating().stream()
                    .flatMap(issuer -> installation.keys().rotation().list(issuer).stream())
                    .map(KeysCommand::row)
                    .forEach(this::say);
            installation.config().issuing().keystore().ifPresent(this::listKeystore);
            return 0;
        });
    }

    private static String row(ListedKey key) {
        var times = key.times();
        return ROW.formatted(
                key.issuer().key(),
                key.id(),
                key.state().name().toLowerCase(Locale.ROOT),
                times.published().truncatedTo(ChronoUnit.SECONDS),
                times.signsFrom().truncatedTo(ChronoUnit.SECONDS),
                times.publishedUntil()
                        .map(until -> until.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse("-"));
    }

    private void listKeystore(KlarertConfig.Keystore keystore) {
        keystore.keys()
                .forEach((issuer, named) -> named.forEach(key -> say("%-13s `%s` in `%s`, signs from %s"
                        .formatted(issuer.key(), key.alias(), keystore.file(), key.signsFrom()))));
    }

    @Command(
            name = "rotate",
            description =
                    "Make the next key. It is published at once and signs when verifiers have had time to fetch it.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Mixin InstallationOptions options,
            @Option(
                            names = "--issuer",
                            paramLabel = "ISSUER",
                            converter = NamedIssuer.class,
                            description = "maskinporten, altinn or idporten, as listed. Default: all.")
                    @Nullable
                    IssuerName only,
            @Option(
                            names = "--now",
                            description = "Emergency: sign with the key that waits, or a new one, within seconds. "
                                    + "Verifiers that keep key sets refuse its tokens until they fetch them again.")
                    boolean now) {
        return on(
                options,
                installation -> (only == null ? installation.keys().withStoredKeys() : List.of(only))
                        .stream()
                                .mapToInt(issuer -> report(issuer.key() + ": ", rotate(installation, issuer, now)))
                                .max()
                                .orElse(0));
    }

    private static RotationOutcome rotate(OpenedInstallation installation, IssuerName issuer, boolean now) {
        if (!installation.keys().rotating().contains(issuer)) {
            return new RotationOutcome.Refused(
                    "its keys are in a keystore; put the next one there and name it, with the"
                            + " time from which it signs, in `issuer.keystore-" + issuer.key() + "`");
        }
        var rotation = installation.keys().rotation();
        return now ? rotation.rotateAtOnce(issuer) : rotation.rotate(issuer);
    }

    @Command(
            name = "withdraw",
            aliases = "retire",
            description = "Take a compromised key out of the key set at once. What it signed is refused; if it signs, "
                    + "another key does from now on.",
            mixinStandardHelpOptions = true)
    int withdraw(
            @Mixin InstallationOptions options,
            @Parameters(paramLabel = "KEY", description = "The key's id, as `klarert keys list` shows it.")
                    String key) {
        return on(
                options,
                installation -> report("", installation.keys().rotation().withdraw(key)));
    }

    private int report(String issuer, RotationOutcome outcome) {
        return switch (outcome) {
            case RotationOutcome.Rotated(var key, var signsFrom) -> {
                say(issuer + "key `" + key + "` signs from " + signsFrom);
                if (signsFrom.isBefore(clock.instant().plus(KeySettings.REFRESH.multipliedBy(3)))) {
                    say(
                            "Verifiers that keep the issuer's key set refuse what it signs until they fetch the set again.");
                }
                yield 0;
            }
            case RotationOutcome.Withdrawn(var key, var successor) -> {
                say(issuer + "key `" + key + "` leaves the key set on all nodes within "
                        + KeySettings.REFRESH.toSeconds() + " seconds; key `" + successor + "` signs");
                say("Verifiers that keep the issuer's key set accept what it signed until they fetch the set again.");
                yield 0;
            }
            case RotationOutcome.Refused(var reason) -> {
                spec.commandLine().getErr().println("klarert: " + issuer + reason);
                yield Main.FAILED;
            }
        };
    }

    private int on(InstallationOptions options, Function<OpenedInstallation, Integer> work) {
        Logging.start();
        try (var installation = OpenedInstallation.open(options.config(), options.data(), clock)) {
            return work.apply(installation);
        } catch (IssuerException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** Issuers by the names that are listed. */
    static final class NamedIssuer implements CommandLine.ITypeConverter<IssuerName> {
        @Override
        public IssuerName convert(String text) {
            return Arrays.stream(IssuerName.values())
                    .filter(issuer -> issuer.key().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "expected maskinporten, altinn or idporten, not `" + text + "`"));
        }
    }
}
