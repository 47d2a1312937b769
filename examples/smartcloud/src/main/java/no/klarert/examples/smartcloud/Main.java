package no.klarert.examples.smartcloud;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.InstantSource;
import java.util.function.Function;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Starts the program. */
public final class Main {
    private static final String NORWEGIAN_LETTERS = "æøåÆØÅ–";

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, charset(System.getProperty("stdout.encoding", "")));
        var err = new PrintWriter(System.err, true, charset(System.getProperty("stderr.encoding", "")));
        System.exit(run(args, out, err, InstantSource.system()));
    }

    /** Runs one command; the result is the exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err, InstantSource clock) {
        return new CommandLine(new OpenClaimsCommand(clock))
                .registerConverter(URI.class, converter(URI::create))
                .registerConverter(OrgNumber.class, converter(OrgNumber::new))
                .registerConverter(ClientId.class, converter(ClientId::new))
                .registerConverter(ExternalRef.class, converter(ExternalRef::new))
                .registerConverter(Language.class, converter(Language::parse))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::unexpected)
                .execute(args);
    }

    /** Says what is wrong with a value in the words of its type. */
    private static <T> ITypeConverter<T> converter(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException malformed) {
                throw new TypeConversionException(malformed.getMessage());
            }
        };
    }

    private static int unexpected(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("unexpected failure: " + failure);
        return ExitCode.UNEXPECTED;
    }

    /** What the terminal reads, unless Norwegian cannot be written in it. */
    private static Charset charset(String name) {
        try {
            var charset = Charset.forName(name);
            return charset.canEncode() && charset.newEncoder().canEncode(NORWEGIAN_LETTERS)
                    ? charset
                    : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException notStated) {
            return StandardCharsets.UTF_8;
        }
    }
}
