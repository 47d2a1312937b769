package no.klarert.server.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Reads what the arguments name. Directories are walked without following links, so there are no loops; nothing longer than
 * {@link #LARGEST} is held. Whatever cannot be read ends the command with one line that says why.
 */
final class SourceFiles {
    /** In bytes; larger than the engine reads, so that the engine says what is too large for it. */
    static final int LARGEST = 4 << 20;

    /** The argument that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;

    SourceFiles(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** @param argument a file, or {@code -} */
    Source read(String argument) {
        if (argument.equals(STANDARD_INPUT)) {
            return readStandardInput();
        }
        return read(path(argument), argument);
    }

    /** @param name what to call the file in messages */
    static Source read(Path file, String name) {
        if (Files.isDirectory(file)) {
            throw unreadable(name, "it is a directory");
        }
        try (var in = Files.newInputStream(file)) {
            return new Source(name, bounded(in, name));
        } catch (IOException e) {
            throw unreadable(name, reason(e));
        }
    }

    /** The files an argument stands for: itself, or if it is a directory those in it that are wanted, by name. */
    static List<Path> files(String argument, Predicate<Path> wanted) {
        var path = path(argument);
        return Files.isDirectory(path) ? inside(argument, path, wanted) : List.of(path);
    }

    static boolean isXml(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    private static List<Path> inside(String name, Path directory, Predicate<Path> wanted) {
        try {
            // A directory named by a link is meant; only links inside it are left alone.
            var real = directory.toRealPath();
            try (var walked = Files.walk(real)) {
                return walked.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && wanted.test(file))
                        .map(file -> directory.resolve(real.relativize(file)))
                        .sorted()
                        .toList();
            }
        } catch (UncheckedIOException e) {
            throw unreadableInside(name, e);
        } catch (IOException e) {
            throw unreadable(name, reason(e));
        }
    }

    /** It may be about a directory far inside. */
    private static CommandFailure unreadableInside(String name, UncheckedIOException walk) {
        if (walk.getCause() instanceof FileSystemException failure && failure.getFile() != null) {
            return unreadable(failure.getFile(), reason(failure));
        }
        return unreadable(name, String.valueOf(walk.getMessage()));
    }

    private Source readStandardInput() {
        var name = "<stdin>";
        try {
            return new Source(name, bounded(standardInput, name));
        } catch (IOException e) {
            throw unreadable(name, reason(e));
        }
    }

    private static byte[] bounded(InputStream in, String name) throws IOException {
        var content = in.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw unreadable(name, "it is larger than " + LARGEST + " bytes");
        }
        return content;
    }

    static Path path(String argument) {
        try {
            var path = Path.of(argument);
            if (!argument.isEmpty()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw CommandFailure.badUse(Words.quoted(argument) + " is no name of a file");
    }

    private static CommandFailure unreadable(String name, String reason) {
        return CommandFailure.badUse("cannot read " + Words.quoted(name) + ": " + Words.shown(reason));
    }

    static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "access is denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
