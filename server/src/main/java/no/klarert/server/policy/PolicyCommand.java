package no.klarert.server.policy;

import java.io.InputStream;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code klarert policy}: the commands for those who write policies. They start no server and open no database. */
@Command(
        name = "policy",
        description = "Check, evaluate and test XACML policies, without a server.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", ExitCode.EXPLAINED, "docs/policy-testing.md explains test files."})
public final class PolicyCommand {
    private PolicyCommand() {}

    /**
     * The command with all commands under it.
     *
     * @param standardInput what {@code -} stands for
     * @param clock what time it is, for policies that ask
     */
    public static CommandLine commandLine(InputStream standardInput, InstantSource clock) {
        var files = new SourceFiles(standardInput);
        return new CommandLine(new PolicyCommand())
                .addSubcommand(new CheckCommand(files))
                .addSubcommand(new EvalCommand(files, clock))
                .addSubcommand(new TestCommand(clock));
    }
}
