package no.klarert.server;

import java.io.InputStream;
import java.time.InstantSource;
import no.klarert.server.demo.DemoCommand;
import no.klarert.server.policy.PolicyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code klarert} command. */
@Command(
        name = "klarert",
        description = "Delegated machine-to-machine authorization, end to end.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StartCommand.class},
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 bad options or configuration; `klarert policy` knows more.",
            "`klarert COMMAND --help` explains a command."
        })
final class Main {
    static final int FAILED = 1;
    static final int BAD_USE = 2;

    private Main() {}

    public static void main(String[] args) {
        int code = run(args);
        if (!Logging.isStarted()) {
            // Nothing was started that has to stop, and an orderly exit would load all of logging to mention itself.
            System.out.flush();
            System.err.flush();
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    static int run(String... args) {
        var commandLine = commandLine(System.in, InstantSource.system());
        if (args.length == 0) {
            commandLine.usage(commandLine.getErr());
            return BAD_USE;
        }
        return commandLine.execute(args);
    }

    /** Every command. Making them loads little: a command that starts no server is to answer at once. */
    static CommandLine commandLine(InputStream standardInput, InstantSource clock) {
        return new CommandLine(new Main())
                .addSubcommand(new CertificateCommand(clock))
                .addSubcommand(new DemoCommand(new DemoTwins()))
                .addSubcommand(new KeysCommand(clock))
                .addSubcommand(PolicyCommand.commandLine(standardInput, clock))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, given) -> explain(wrong))
                .setExecutionExceptionHandler((failure, line, parsed) -> report(failure, line));
    }

    private static int explain(CommandLine.ParameterException wrong) {
        var line = wrong.getCommandLine();
        line.getErr().println("klarert: " + wrong.getMessage());
        line.getErr().println("`" + line.getCommandSpec().qualifiedName() + " --help` explains the options.");
        return BAD_USE;
    }

    private static int report(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof ConfigException) {
            line.getErr().println("klarert: " + failure.getMessage());
            return BAD_USE;
        }
        throw failure;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"klarert " + (version == null ? "(not packaged)" : version)};
        }
    }
}
