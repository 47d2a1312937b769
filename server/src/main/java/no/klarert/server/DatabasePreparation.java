package no.klarert.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The first start of an embedded database unpacks programs and makes a cluster of databases, and may be killed while it does. A
 * mark stands from before the cluster is begun until its server has answered; before that nobody can have written to it.
 */
final class DatabasePreparation {
    /** What the library writes when a folder of programs is complete. */
    private static final String UNPACKED = ".exists";

    private final DataDirectory data;
    private final Path mark;

    DatabasePreparation(DataDirectory data) {
        this.data = data;
        this.mark = data.path().resolve("postgres.unfinished");
    }

    /** Deletes what a former preparation did not finish. */
    void clear() throws IOException {
        if (Files.exists(mark)) {
            DataDirectory.deleteTree(data.postgres());
        }
        try (var folders = Files.list(data.postgresBinaries())) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                if (!Files.exists(folder.resolve(UNPACKED))) {
                    DataDirectory.deleteTree(folder);
                }
            }
        }
    }

    void begin() throws IOException {
        if (!Files.exists(data.postgres())) {
            Files.write(mark, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        }
    }

    /** The mark is gone from the disk before anything is written that must stay. */
    void end() throws IOException {
        if (Files.deleteIfExists(mark)) {
            try (var directory = FileChannel.open(data.path(), StandardOpenOption.READ)) {
                directory.force(true);
            } catch (AccessDeniedException e) {
                // Windows opens no directories; there the deletion is in the file system's journal
            }
        }
    }
}
