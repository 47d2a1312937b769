package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import no.klarert.storage.Bytes;
import no.klarert.storage.StorageException;
import no.klarert.store.postgres.PostgresStore;

/** A running installation. Closing it stops everything in the reverse order of starting. */
final class Klarert implements AutoCloseable {
    private static final String STORY = "story.yaml";

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final KlarertConfig config;
    private final DataDirectory data;
    private final StartCommand.Progress progress;
    private final InstantSource clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Addresses addresses;
    private final Wiring wiring;

    /**
     * Starts an installation, or says why it cannot and leaves nothing running.
     *
     * @param world what to seed an empty installation with; in twin mode the story's world if empty
     */
    static Klarert start(KlarertConfig config, Path directory, Optional<Path> world, StartCommand.Progress progress) {
        return new Klarert(config, DataDirectory.open(directory), world, progress);
    }

    private Klarert(KlarertConfig config, DataDirectory data, Optional<Path> world, StartCommand.Progress progress) {
        this.config = config;
        this.data = data;
        this.progress = progress;
        try {
            started.push(lock(data));
            var network = withPorts(config.network());
            this.addresses = new Addresses(network.baseUrl().orElse(StartCommand.localhost(network.port())));
            var store = openStore();
            this.wiring = new Wiring(StoresOf.postgres(store), config, addresses, clock, random, sealingKey());
            wiring.install();
            loadWorld(world);
            started.push(Housekeeping.start(
                    Housekeeping.EVERY,
                    new Housekeeping.Chore("ended log-ins", wiring.portal()::deleteEndedSessions),
                    new Housekeeping.Chore(
                            "claims of expired assertions",
                            () -> wiring.stores().replayGuard().forgetExpired(clock.instant()))));
            progress.say("Listening on port " + network.port());
            started.push(HttpServer.start(
                    network,
                    new RouteTable(wiring.routes()),
                    new RouteTable(Routes.operations(new HealthEndpoints(store::ready))),
                    random));
            RunningFile.write(data, StartCommand.localhost(network.port()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static AutoCloseable lock(DataDirectory data) {
        FileLock lock = data.lock();
        return () -> lock.acquiredBy().close();
    }

    /** Free ports in place of zeros: the issuer's name contains the port, so it must be known before anything is built. */
    private static KlarertConfig.Network withPorts(KlarertConfig.Network network) {
        return new KlarertConfig.Network(
                network.host(), port(network.port()), port(network.operationsPort()), network.baseUrl());
    }

    private static int port(int wanted) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ConfigException(
                    "port " + wanted + " is in use; give another with --port or --operations-port", e);
        }
    }

    private PostgresStore openStore() {
        var database = config.database();
        var url = database.url().orElseGet(this::embeddedUrl);
        progress.say("Opening the store" + (database.url().isPresent() ? " at the given database" : ""));
        var store = open(new PostgresStore.Settings(
                url,
                database.user().or(() -> database.url().isPresent() ? Optional.empty() : Optional.of("postgres")),
                database.password().map(KlarertConfig.Secret::value),
                database.poolSize()));
        started.push(store);
        return store;
    }

    private PostgresStore open(PostgresStore.Settings settings) {
        try {
            return PostgresStore.open(settings, clock);
        } catch (StorageException e) {
            throw new ConfigException("cannot use " + settings + ": " + reason(e), e);
        }
    }

    /** What the database or the way to it says: an operator needs it, and before anything is stored it holds no data. */
    private static String reason(StorageException failure) {
        Throwable reason = failure;
        while (reason.getCause() instanceof Exception cause && cause.getMessage() != null) {
            reason = cause;
        }
        return String.valueOf(reason.getMessage());
    }

    private String embeddedUrl() {
        progress.say("Starting the embedded PostgreSQL under " + data.path());
        var embedded = EmbeddedDatabase.start(data);
        started.push(embedded);
        return embedded.jdbcUrl();
    }

    private Bytes sealingKey() {
        return config.issuing()
                .sealingKey()
                .map(secret -> Bytes.of(decode(secret.value())))
                .orElseGet(() -> Bytes.of(data.sealingKey(random)));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("`issuer.sealing-key` is not base64", e);
        }
    }

    private void loadWorld(Optional<Path> file) {
        if (file.isEmpty() && config.mode() == KlarertConfig.Mode.PRODUCTION) {
            return;
        }
        var loader = new WorldLoader(wiring.stores(), data, clock);
        var name =
                file.map(path -> path.toAbsolutePath().normalize().toString()).orElse(STORY);
        var loaded = loader.loaded();
        if (loaded.isEmpty()) {
            var keysExpire = clock.instant().plus(WorldLoader.KEYS_LAST);
            var world = file.map(path -> WorldReader.read(path, keysExpire)).orElseGet(() -> story(keysExpire));
            loader.load(name, world);
            progress.say("Loaded the world " + name);
        } else if (file.isPresent() && !loaded.get().equals(name)) {
            throw new ConfigException("this installation was seeded with `" + loaded.get()
                    + "`; use --fresh to begin with `" + name + "`");
        }
    }

    private static World story(java.time.Instant keysExpire) {
        try (var in = Klarert.class.getResourceAsStream(STORY)) {
            if (in == null) {
                throw new IllegalStateException("the story's world is not in the jar");
            }
            return WorldReader.read(STORY, in.readAllBytes(), keysExpire);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Addresses addresses() {
        return addresses;
    }

    Wiring wiring() {
        return wiring;
    }

    KlarertConfig config() {
        return config;
    }

    DataDirectory data() {
        return data;
    }

    @Override
    public void close() {
        synchronized (started) {
            while (!started.isEmpty()) {
                try {
                    started.pop().close();
                } catch (Exception e) {
                    org.slf4j.LoggerFactory.getLogger(Klarert.class).warn("while stopping: {}", e.toString());
                }
            }
        }
    }
}
