package no.klarert.server;

import java.io.PrintWriter;
import java.util.List;
import no.klarert.access.Party;
import no.klarert.storage.Transaction;

/** What {@code klarert start} prints when the installation is ready. */
final class Welcome {
    private static final int MOST_PEOPLE = 20;

    private Welcome() {}

    static void print(PrintWriter out, Klarert running) {
        var at = running.addresses();
        out.println();
        out.println("Klarert is ready. Base addresses:");
        out.println();
        line(out, "Portal", at.path("/"));
        line(out, "Maskinporten", at.maskinporten());
        line(out, "Scopes and clients", at.administration());
        line(out, "Resource registry", at.path("/resourceregistry/api/v1/resource"));
        line(out, "System register", at.path("/authentication/api/v1/systemregister"));
        line(out, "Decision point", at.path("/authorization/api/v1/authorize"));
        if (running.config().testLogin()) {
            people(out, running);
        }
        if (running.config().mode() == KlarertConfig.Mode.TWIN) {
            out.println();
            out.println("Try next, in another terminal:");
            line(out, demo(running), "the whole story, step by step, against this installation");
            line(out, "open " + at.path("/"), "and log in as one of the people above");
        }
        out.println();
        out.println("Data: " + running.data().path() + "    Stop with Ctrl-C.");
        out.flush();
    }

    private static void line(PrintWriter out, String what, String address) {
        out.printf("  %-20s %s%n", what, address);
    }

    private static String demo(Klarert running) {
        var path = running.data().path();
        return path.equals(DataDirectory.usual()) ? "./klarert demo" : "./klarert demo --data " + path;
    }

    private static void people(PrintWriter out, Klarert running) {
        out.println();
        out.println("People to log in as (synthetic; test log-in asks for no password):");
        var stores = running.wiring().stores();
        List<String> lines = stores.transactions()
                .run(tx -> stores.parties().users(tx, MOST_PEOPLE).stream()
                        .map(person -> "  %-20s %s  %s"
                                .formatted(person.name(), person.identifier().reveal(), roles(running, tx, person)))
                        .toList());
        lines.forEach(out::println);
    }

    private static String roles(Klarert running, Transaction tx, Party.Person person) {
        var stores = running.wiring().stores();
        var roles = stores.roles().heldBy(tx, person.id()).stream()
                .map(held -> held.role() + " of "
                        + stores.parties()
                                .byId(tx, held.from())
                                .map(Party::name)
                                .orElse("?"))
                .toList();
        return roles.isEmpty() ? "no role" : String.join(", ", roles);
    }
}
