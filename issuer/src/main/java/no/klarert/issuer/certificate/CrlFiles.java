package no.klarert.issuer.certificate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.klarert.storage.Bytes;

/**
 * Reads revocation lists, in DER or PEM, from files and from the files of directories, and reads them again when one has changed.
 * A certificate whose issuer has no valid list there is of unknown status. The network is not touched.
 */
public final class CrlFiles extends Revocation {
    private static final int MOST_REMEMBERED = 10_000;
    private static final long LONGEST = 64L * 1024 * 1024;
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);
    private static final Duration STATUS_LASTS = Duration.ofMinutes(1);

    private final List<Path> places;
    private final Consumer<String> problems;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Lists lists;
    private Map<Path, Stamp> lastSeen;
    private volatile Instant nextLook;

    /**
     * Reads the lists, or throws an {@link InvalidCrlException}. Later, {@code problems} is told about files that cannot be read; the
     * lists read before then stay in force.
     */
    public CrlFiles(List<Path> places, Consumer<String> problems, Instant now) {
        this.places = List.copyOf(places);
        this.problems = problems;
        this.lastSeen = stamps();
        this.lists = read(lastSeen);
        this.nextLook = now.plus(LOOKED_AT_EVERY);
    }

    /** A file that is no revocation list. */
    public static final class InvalidCrlException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidCrlException(Path file, Exception cause) {
            super("cannot read revocation lists from `" + file + "`: " + cause.getMessage(), cause);
        }
    }

    private record Stamp(FileTime changed, long size) {}

    /** The lists at one moment, with what they say about certificates that were asked about. */
    private record Lists(CertStore store, TimedCache<Bytes, Status> known) {}

    @Override
    Status status(List<Link> path, Instant now) {
        if (!now.isBefore(nextLook) && reading.tryLock()) {
            try {
                look(now);
            } finally {
                reading.unlock();
            }
        }
        var current = lists;
        return path.stream().map(link -> status(current, link, now)).reduce(Status.GOOD, Status::orWorse);
    }

    private static Status status(Lists lists, Link link, Instant now) {
        return lists.known().get(link.fingerprint(), now).orElseGet(() -> {
            // Without a revocation checker of our own the JDK looks at the given lists and nowhere else.
            var status = link.status(parameters -> parameters.addCertStore(lists.store()), now);
            lists.known().put(link.fingerprint(), status, now.plus(STATUS_LASTS), now);
            return status;
        });
    }

    private void look(Instant now) {
        nextLook = now.plus(LOOKED_AT_EVERY);
        try {
            var seen = stamps();
            if (!seen.equals(lastSeen)) {
                lastSeen = seen;
                lists = read(seen);
            }
        } catch (InvalidCrlException e) {
            problems.accept(e.getMessage());
        }
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        for (var place : places) {
            try (var files = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
                for (var file : files.filter(each -> !Files.isDirectory(each)).toList()) {
                    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    stamps.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
                }
            } catch (IOException e) {
                throw new InvalidCrlException(place, e);
            }
        }
        return stamps;
    }

    private static Lists read(Map<Path, Stamp> files) {
        List<CRL> crls = new ArrayList<>();
        files.forEach((file, stamp) -> crls.addAll(read(file, stamp)));
        try {
            var store = CertStore.getInstance("Collection", new CollectionCertStoreParameters(crls));
            return new Lists(store, new TimedCache<>(MOST_REMEMBERED));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no collections of revocation lists", e);
        }
    }

    private static List<CRL> read(Path file, Stamp stamp) {
        if (stamp.size() > LONGEST) {
            throw new InvalidCrlException(file, new IOException("larger than " + LONGEST + " bytes"));
        }
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var found = List.<CRL>copyOf(CertificateFactory.getInstance("X.509").generateCRLs(in));
            if (found.isEmpty()) {
                throw new IOException("there is none");
            }
            return found;
        } catch (IOException | GeneralSecurityException e) {
            throw new InvalidCrlException(file, e);
        }
    }
}
