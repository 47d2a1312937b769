package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.Answers.issued;
import static no.klarert.conformance.maskinporten.Answers.refused;

import java.io.IOException;
import java.time.Duration;
import no.klarert.server.TwinNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What one node was told counts at the other (Maskinporten §14 points 2 and 4): at once for assertions, soon for what is
 * administered. How soon is measured by {@code benchmarks/run token-revocation}.
 */
class TwoNodesTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long GLANCE_MILLIS = 20;

    private static TwinNodes nodes;
    private static Http here;
    private static Http there;
    private static Administration administration;

    @BeforeAll
    static void start() {
        nodes = TwinNodes.start();
        here = new Http(nodes.first().base());
        there = new Http(nodes.second().base());
        administration = Administration.of(nodes.first());
    }

    @AfterAll
    static void stop() throws IOException {
        nodes.close();
    }

    @Test
    void an_assertion_counts_once_at_both_nodes_together() {
        var client = Vendor.smartCloud(nodes.first());
        var first = client.assertion().sign();
        issued(here.token(first));
        refused(there.token(first), "invalid_grant", "MP-012", "Grant is used before");
        var second = client.assertion().sign();
        issued(there.token(second));
        refused(here.token(second), "invalid_grant", "MP-012", "Grant is used before");
    }

    @Test
    void a_revoked_grant_is_refused_at_both_nodes_until_it_is_given_again() {
        var scope = administration.grantedScope("nodes.grant", "");
        var client = administration.client(0, scope);
        acceptedAtBoth(client);
        administration.revoke(scope);
        refusedAtBoth(client, "invalid_scope", "MP-250", "not been granted access");
        administration.grant(scope);
        awaitStatus(client, 200);
        acceptedAtBoth(client);
    }

    @Test
    void a_deactivated_client_is_refused_at_both_nodes() {
        var client = administration.client(0, administration.grantedScope("nodes.client", ""));
        acceptedAtBoth(client);
        administration.deactivate(client);
        refusedAtBoth(client, "invalid_grant", "MP-100", "Client not found");
    }

    @Test
    void a_removed_key_is_refused_at_both_nodes() {
        var client = administration.client(0, administration.grantedScope("nodes.key", ""));
        acceptedAtBoth(client);
        administration.removeKeys(client);
        refusedAtBoth(client, "invalid_grant", "", "Unknown key identifier (kid)");
    }

    /** Both nodes have the client in their memory afterwards. */
    private static void acceptedAtBoth(Vendor client) {
        issued(here.token(client.assertion().sign()));
        issued(there.token(client.assertion().sign()));
    }

    /** At the node that was told at once, at the other soon. */
    private static void refusedAtBoth(Vendor client, String error, String code, String phrase) {
        refused(here.token(client.assertion().sign()), error, code, phrase);
        refused(awaitStatus(client, 400), error, code, phrase);
    }

    /** The other node's first answer with this status, or its last one when time is up. */
    private static Http.Reply awaitStatus(Vendor client, int status) {
        long latest = System.nanoTime() + SOON.toNanos();
        var reply = there.token(client.assertion().sign());
        while (reply.status() != status && System.nanoTime() < latest) {
            pause();
            reply = there.token(client.assertion().sign());
        }
        return reply;
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
