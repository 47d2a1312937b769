package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import no.klarert.issuer.KeySealer;
import no.klarert.storage.Bytes;

/** What an installation keeps on this machine: the embedded database, the sealing key, the keys of seeded clients. */
record DataDirectory(Path path) {
    private static final String MARKER = "klarert-data";

    /** {@code ~/.klarert}. */
    static Path usual() {
        return Path.of(System.getProperty("user.home"), ".klarert");
    }

    /** Makes the directory if need be. One that exists, is not empty and was not made by us is refused. */
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            var marker = path.resolve(MARKER);
            if (!Files.exists(marker)) {
                try (var entries = Files.list(path)) {
                    if (entries.findAny().isPresent()) {
                        throw new ConfigException("`" + path + "` is not empty and not a data directory of Klarert");
                    }
                }
                Files.writeString(marker, "1\n");
            }
            restrict(path);
            return new DataDirectory(path.toRealPath());
        } catch (IOException e) {
            throw new ConfigException("cannot use `" + path + "` as data directory", e);
        }
    }

    static boolean isOne(Path path) {
        return Files.exists(path.resolve(MARKER));
    }

    /** Deletes a data directory of ours and stops what a killed twin left running in it; one in use, or not ours, is refused. */
    static void delete(Path path) {
        if (!isOne(path)) {
            throw new ConfigException("`" + path + "` is not a data directory of Klarert; it is left as it is");
        }
        try {
            var data = new DataDirectory(path.toRealPath());
            var lock = data.lock();
            try {
                LeftoverServer.stop(data);
                deleteTree(path);
            } finally {
                lock.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new ConfigException("cannot delete `" + path + "`", e);
        }
    }

    /** Deletes a directory with all that is in it, if it exists; links are not followed. */
    static void deleteTree(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, java.io.IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Keeps other processes out of the directory until this one ends, however it ends. */
    FileLock lock() {
        try {
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new ConfigException("another klarert uses `" + path + "`; stop it or give another --data");
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw new ConfigException("this process uses `" + path + "` already", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path postgresBinaries() {
        return path.resolve("postgres-binaries");
    }

    /** The private keys of clients that the world file gives no keys, one JWK a file. */
    Path clientKey(String clientId) {
        return path.resolve("keys").resolve(clientId + ".jwk");
    }

    /** The issuer of test certificates. */
    Path testAuthority() {
        return path.resolve("test-ca");
    }

    /** Where a running twin says how it is reached. */
    Path running() {
        return path.resolve("running.properties");
    }

    /** The sealing key, made on first use; 32 bytes. */
    byte[] sealingKey(SecureRandom random) {
        return sealingKey()
                .orElseGet(() -> {
                    var key = new byte[KeySealer.KEY_BYTES];
                    random.nextBytes(key);
                    writePrivate(sealingKeyFile(), Base64.getEncoder().encodeToString(key) + "\n");
                    return Bytes.of(key);
                })
                .toArray();
    }

    /** The sealing key, if one was made. */
    Optional<Bytes> sealingKey() {
        try {
            return read(sealingKeyFile())
                    .map(base64 -> Bytes.of(Base64.getDecoder().decode(base64.strip())));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("`" + sealingKeyFile() + "` is not base64", e);
        }
    }

    private Path sealingKeyFile() {
        return path.resolve("sealing.key");
    }

    /** Writes a file that only this user can read, whole or not at all. */
    void writePrivate(Path file, String content) {
        writePrivate(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #writePrivate(Path, String)}, for bytes. */
    void writePrivate(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            var whole = Files.createTempFile(file.getParent(), "new", ".tmp");
            restrict(whole);
            Files.write(whole, content, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
            Files.move(
                    whole,
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restrict(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            var owner = Files.isDirectory(path) ? "rwx------" : "rw-------";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(owner));
        }
    }
}
