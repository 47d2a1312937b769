package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import no.klarert.issuer.IssuerException;
import no.klarert.issuer.KeySettings;
import no.klarert.storage.Bytes;
import no.klarert.store.postgres.PostgresStore;
import no.klarert.vocabulary.InvalidValueException;

/** A running installation. Closing it stops everything in the reverse order of starting. */
final class Klarert implements AutoCloseable {
    /** A node whose clock is so far behind must still find the claims of others. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

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
        world.ifPresent(file -> WorldReader.read(file, Instant.MAX));
        return new Klarert(config, DataDirectory.open(directory), world, progress);
    }

    private Klarert(KlarertConfig config, DataDirectory data, Optional<Path> world, StartCommand.Progress progress) {
        this.config = config;
        this.data = data;
        this.progress = progress;
        // From the first moment: being told to stop while starting must leave no database server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        try {
            started(lock(data));
            var network = withPorts(config.network());
            this.addresses = new Addresses(network.baseUrl().orElse(StartCommand.localhost(network.port())));
            var store = openStore();
            this.wiring = wiring(store);
            wiring.install();
            loadWorld(world);
            started(Housekeeping.start(
                    Housekeeping.EVERY,
                    new Housekeeping.Chore("delete ended log-ins", wiring.portal()::deleteEndedSessions),
                    new Housekeeping.Chore(
                            "delete claims of expired assertions",
                            () -> wiring.stores()
                                    .replayGuard()
                                    .forgetExpired(clock.instant().minus(CLOCKS_APART))),
                    new Housekeeping.Chore("delete old changes", store::forgetOldChanges)));
            started(Housekeeping.start(
                    KeySettings.REFRESH,
                    new Housekeeping.Chore(
                            "tend the signing keys", () -> wiring.issuer().tendKeys())));
            started(HttpServer.start(
                    network,
                    new RouteTable(wiring.routes()),
                    new RouteTable(Routes.operations(new HealthEndpoints(store::ready))),
                    random));
            progress.say("Listening on port " + network.port());
            started(() -> RunningFile.delete(data));
            RunningFile.write(data, StartCommand.localhost(network.port()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void started(AutoCloseable part) {
        synchronized (started) {
            started.push(part);
        }
    }

    private Wiring wiring(PostgresStore store) {
        var certificates = CertificateWiring.certificates(config, data, random, clock.instant());
        try {
            return new Wiring(StoresOf.postgres(store), config, addresses, clock, random, sealingKey(), certificates);
        } catch (InvalidValueException | IssuerException e) {
            throw new ConfigException("cannot use the sealing key: " + e.getMessage(), e);
        }
    }

    private static AutoCloseable lock(DataDirectory data) {
        FileLock lock = data.lock();
        return () -> lock.acquiredBy().close();
    }

    /** Free ports in place of zeros: the issuer's name contains the port, so it must be known before anything is built. */
    private static KlarertConfig.Network withPorts(KlarertConfig.Network network) {
        if (network.port() != 0 && network.port() == network.operationsPort()) {
            throw new ConfigException("`port` and `operations-port` are both " + network.port() + "; they must differ");
        }
        return new KlarertConfig.Network(
                network.host(),
                port("--port", network.host(), network.port()),
                port("--operations-port", network.host(), network.operationsPort()),
                network.baseUrl(),
                network.trustedProxies());
    }

    private static int port(String option, String host, int wanted) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ConfigException(
                    "cannot listen on " + host + ":" + wanted + ": " + e.getMessage() + "; give another " + option, e);
        }
    }

    private PostgresStore openStore() {
        var database = config.database();
        var url = database.url().orElseGet(this::embeddedUrl);
        progress.say("Opening the store" + (database.url().isPresent() ? " at the given database" : ""));
        var store = open(
                new PostgresStore.Settings(
                        url,
                        database.user()
                                .or(() -> database.url().isPresent() ? Optional.empty() : Optional.of("postgres")),
                        database.password().map(KlarertConfig.Secret::value),
                        database.poolSize()),
                clock);
        started(store);
        return store;
    }

    /** One that cannot be used stops whatever needs it, and is named without its password. */
    static PostgresStore open(PostgresStore.Settings settings, InstantSource clock) {
        try {
            return PostgresStore.open(settings, clock);
        } catch (RuntimeException e) {
            throw new ConfigException("cannot use " + settings + ": " + reason(e), e);
        }
    }

    /** What the database or the way to it says: an operator needs it, and before anything is stored it holds no data. */
    private static String reason(RuntimeException failure) {
        Throwable reason = failure;
        while (reason.getCause() instanceof Exception cause && cause.getMessage() != null) {
            reason = cause;
        }
        return String.valueOf(reason.getMessage());
    }

    private String embeddedUrl() {
        progress.say("Starting the embedded PostgreSQL under " + data.path());
        started(() -> LeftoverServer.stop(data));
        var embedded = EmbeddedDatabase.start(data);
        started(embedded);
        return embedded.jdbcUrl();
    }

    private Bytes sealingKey() {
        return config.issuing()
                .sealingKey()
                .map(Klarert::sealingKey)
                .orElseGet(() -> Bytes.of(data.sealingKey(random)));
    }

    static Bytes sealingKey(KlarertConfig.Secret base64) {
        try {
            return Bytes.of(Base64.getDecoder().decode(base64.value()));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the sealing key in the configuration is not base64", e);
        }
    }

    private void loadWorld(Optional<Path> file) {
        var loader = new WorldLoader(wiring.stores(), data, wiring.issuer().delegationSources(), clock);
        if (config.mode() == KlarertConfig.Mode.PRODUCTION) {
            config.refuseSeededWorld(file.isPresent() || loader.loaded().isPresent());
            if (file.isEmpty()) {
                return;
            }
        }
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

    private static World story(Instant keysExpire) {
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
