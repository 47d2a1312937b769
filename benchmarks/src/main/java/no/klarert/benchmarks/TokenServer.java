package no.klarert.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A server whose token endpoint is measured.
 *
 * @param audience what assertions are addressed to
 * @param client who they come from
 * @param scope what they ask for
 * @param form how an assertion is posted: what stands before it
 */
record TokenServer(PinnedProcess process, URI endpoint, String audience, String client, String scope, String form)
        implements AutoCloseable {
    /** Where a server is made. */
    interface Kind {
        String name();

        /** Starts one that knows the client by this key. */
        TokenServer start(Setting setting);
    }

    /**
     * What a server is started with.
     *
     * @param database JDBC URL of an empty database
     * @param folder for its files
     * @param jwk the client's public key
     * @param keySize bits of the server's own key
     */
    record Setting(String database, Path folder, String jwk, int keySize) {
        Path file(String name) {
            return folder.resolve(name);
        }
    }

    List<String> forms(List<String> assertions) {
        return assertions.stream().map(assertion -> form + assertion).toList();
    }

    @Override
    public void close() {
        process.close();
    }
}
