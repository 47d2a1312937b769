package no.klarert.store.postgres;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.klarert.issuer.Organization;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.vocabulary.OrgNumber;

/**
 * A node in a process of its own that writes until it is killed: an organisation, its prefix and the audit record of it in one
 * transaction. After each commit it prints the organisation's name.
 */
final class CrashingNode {
    static final int WRITERS = 4;
    static final String END = ";";

    private CrashingNode() {}

    /** What an acknowledgement names. */
    static String name(String line) {
        return line.substring(0, line.length() - END.length());
    }

    /** The argument is the URL of the database. */
    public static void main(String... arguments) {
        var store = PostgresStore.open(settings(arguments[0]), InstantSource.system());
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int mine = writer;
                threads.execute(() -> write(store, mine, out));
            }
        }
    }

    private static PostgresStore.Settings settings(String url) {
        return new PostgresStore.Settings(url, Optional.empty(), Optional.empty(), WRITERS);
    }

    private static void write(PostgresStore store, int writer, PrintStream out) {
        IntStream.range(310_000_000, 400_000_000)
                .filter(number -> number % WRITERS == writer)
                .mapToObj(Integer::toString)
                .filter(OrgNumber::isWellFormed)
                .forEach(number -> {
                    write(store, number);
                    out.print("org-" + number + END + "\n");
                    out.flush();
                });
    }

    private static void write(PostgresStore store, String number) {
        var name = "org-" + number;
        var organization = new Organization(new OrgNumber(number), name, Set.of(name));
        var event = new AuditEvent(
                InstantSource.system().instant(), new Actor.OfInstallation(), "organization.save", name, "");
        boolean saved = store.transactions().run(transaction -> {
            store.organizations().save(transaction, organization);
            store.audit().record(transaction, event);
            return true;
        });
        if (!saved) {
            throw new IllegalStateException("not saved");
        }
    }
}
