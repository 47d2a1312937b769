package no.klarert.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import no.klarert.server.demo.DemoCommand;

/** The twins the demo can play on: the one that runs, or one made for it and thrown away. */
final class DemoTwins implements DemoCommand.Twins {
    @Override
    public Optional<DemoCommand.Twin> running(Optional<Path> directory) {
        Logging.start();
        var data = directory.orElseGet(DataDirectory::usual);
        return RunningFile.read(data).map(running -> new Running(running.baseUrl(), new DataDirectory(data)));
    }

    @Override
    public DemoCommand.Twin temporary() {
        Logging.start();
        try {
            var directory = Files.createTempDirectory("klarert-demo");
            var data = Files.createDirectory(directory.resolve("data"));
            var config =
                    KlarertConfig.from(new Settings(Map.of("port", "0", "operations-port", "0", "host", "127.0.0.1")));
            var silent = new StartCommand.Progress(new PrintWriter(Writer.nullWriter()));
            var twin = new Temporary(Klarert.start(config, data, Optional.empty(), silent), directory);
            Runtime.getRuntime().addShutdownHook(new Thread(twin::close, "delete the temporary twin"));
            return twin;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Running(URI baseUrl, DataDirectory data) implements DemoCommand.Twin {
        @Override
        public Path clientKey(String clientId) {
            return data.clientKey(clientId);
        }

        @Override
        public void close() {
            // it was running before and goes on running
        }
    }

    private record Temporary(Klarert klarert, Path directory) implements DemoCommand.Twin {
        @Override
        public URI baseUrl() {
            return klarert.addresses().base();
        }

        @Override
        public Path clientKey(String clientId) {
            return klarert.data().clientKey(clientId);
        }

        @Override
        public void close() {
            klarert.close();
            if (DataDirectory.isOne(klarert.data().path())) {
                DataDirectory.delete(klarert.data().path());
                directory.toFile().delete();
            }
        }
    }
}
