package no.klarert.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** How a running installation is reached, written under its data directory so that other commands find it. */
record RunningFile(long process, URI baseUrl) {
    static void write(DataDirectory data, URI baseUrl) {
        data.writePrivate(data.running(), "process=" + ProcessHandle.current().pid() + "\nbase-url=" + baseUrl + "\n");
    }

    static void delete(DataDirectory data) throws IOException {
        Files.deleteIfExists(data.running());
    }

    /** The installation that uses the data directory, if its process still runs. */
    static Optional<RunningFile> read(Path directory) {
        if (!DataDirectory.isOne(directory)) {
            return Optional.empty();
        }
        var data = new DataDirectory(directory);
        return data.read(data.running())
                .map(RunningFile::parse)
                .filter(running -> ProcessHandle.of(running.process())
                        .map(ProcessHandle::isAlive)
                        .orElse(false));
    }

    private static RunningFile parse(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunningFile(
                Long.parseLong(properties.getProperty("process", "0")),
                URI.create(properties.getProperty("base-url", "")));
    }
}
