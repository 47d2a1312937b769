package no.klarert.issuer;

import java.util.List;

/** A client with the keys it signs with. */
public record RegisteredClient(Client client, List<ClientKey> keys) {
    public RegisteredClient {
        keys = List.copyOf(keys);
    }
}
