package no.klarert.server;

import java.util.ArrayList;
import java.util.List;
import no.klarert.issuer.Activation;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientDraft;
import no.klarert.issuer.ClientKey;
import no.klarert.issuer.ClientKeys;
import no.klarert.issuer.ClientStore;
import no.klarert.issuer.TokenBinding;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clients and their keys in bodies (Maskinporten §7.2 and §7.3). Members that nobody knows are ignored (RFC 7591
 * §2); faults of the others are noted in the body's {@link JsonFields}.
 */
final class ClientJson {
    private static final ClientDraft.Integration ONLY = ClientDraft.Integration.MASKINPORTEN;

    private static final String DPOP_BOUND = "dpop_bound_access_tokens";
    private static final String CERTIFICATE_BOUND = "tls_client_certificate_bound_access_tokens";

    private ClientJson() {}

    /** A client to be made. */
    static ClientDraft readNew(JsonFields body) {
        if (body.has("client_id")) {
            body.wrong("client_id", "is assigned here; leave it out");
        }
        if (!body.flag("active", true)) {
            body.wrong("active", "a new client is active");
        }
        return draft(body);
    }

    /** What replaces a client; members that never change may be there, unchanged. */
    static ClientDraft readChanged(JsonFields body, String clientId) {
        if (body.text("client_id").filter(id -> !id.equals(clientId)).isPresent()) {
            body.wrong("client_id", "cannot be changed");
        }
        return draft(body).with(ScopeJson.activation(body));
    }

    private static ClientDraft draft(JsonFields body) {
        for (var name : List.of("jwks", "jwks_uri")) {
            if (body.has(name)) {
                body.wrong(name, "keys are posted to /clients/{client_id}/jwks");
            }
        }
        return new ClientDraft(
                body.requiredText("client_name"),
                body.requiredText("description"),
                scopes(body),
                body.integer("access_token_lifetime", 0, 0, Integer.MAX_VALUE),
                integration(body),
                new ClientDraft.Parties(
                        body.value("client_orgno", OrgNumber::new), body.value("supplier_orgno", OrgNumber::new)),
                Activation.AS_IT_IS,
                UnusedClientMembers.read(body),
                binding(body));
    }

    /** Two bindings at once are refused: a token carries one confirmation, and one is enough. */
    private static TokenBinding binding(JsonFields body) {
        boolean dpop = body.flag(DPOP_BOUND, false);
        boolean certificate = body.flag(CERTIFICATE_BOUND, false);
        if (dpop && certificate) {
            body.wrong(CERTIFICATE_BOUND, "tokens are bound by DPoP or to a certificate, not by both");
        }
        return dpop ? TokenBinding.DPOP_KEY : certificate ? TokenBinding.CLIENT_CERTIFICATE : TokenBinding.NONE;
    }

    /** What is left out is the only thing it could be, except the integration type, which a client must state. */
    private static ClientDraft.Integration integration(JsonFields body) {
        return new ClientDraft.Integration(
                body.requiredText("integration_type"),
                body.text("application_type").orElse(ONLY.applicationType()),
                body.text("token_endpoint_auth_method").orElse(ONLY.authenticationMethod()),
                body.texts("grant_types").orElse(ONLY.grantTypes()));
    }

    private static List<ScopeName> scopes(JsonFields body) {
        List<ScopeName> scopes = new ArrayList<>();
        var texts = body.texts("scopes").orElse(List.of());
        for (int i = 0; i < texts.size(); i++) {
            try {
                scopes.add(ScopeName.parse(texts.get(i)));
            } catch (InvalidValueException e) {
                body.wrong("scopes/" + i, e.getMessage());
            }
        }
        return scopes;
    }

    static JsonNode write(Client client) {
        var node = Json.object();
        node.put("client_id", client.id().value());
        node.put("client_name", client.name());
        node.put("description", client.description());
        node.put("integration_type", ONLY.integrationType());
        node.put("application_type", ONLY.applicationType());
        node.put("token_endpoint_auth_method", ONLY.authenticationMethod());
        var grantTypes = node.putArray("grant_types");
        ONLY.grantTypes().forEach(grantTypes::add);
        var scopes = node.putArray("scopes");
        client.scopes().forEach(scope -> scopes.add(scope.value()));
        node.put("client_orgno", client.owner().value());
        client.supplier().ifPresent(supplier -> node.put("supplier_orgno", supplier.value()));
        node.put("access_token_lifetime", client.accessTokenLifetime());
        write(node, client.binding());
        UnusedClientMembers.write(client.unused(), node);
        node.putArray("onbehalfof");
        node.put("active", client.active());
        node.put("created", client.created().toString());
        node.put("last_updated", client.lastUpdated().toString());
        return node;
    }

    /** Only what is on (RFC 9449 §5.2; RFC 8705 §3.4): clients of the public service have neither member. */
    private static void write(ObjectNode node, TokenBinding binding) {
        switch (binding) {
            case NONE -> {}
            case DPOP_KEY -> node.put(DPOP_BOUND, true);
            case CLIENT_CERTIFICATE -> node.put(CERTIFICATE_BOUND, true);
        }
    }

    static JsonNode write(ClientStore.KeySet keySet) {
        var node = Json.object();
        var keys = node.putArray("keys");
        keySet.keys().forEach(key -> keys.add(write(key)));
        keySet.created().ifPresent(at -> node.put("created", at.toString()));
        keySet.lastUpdated().ifPresent(at -> node.put("last_updated", at.toString()));
        return node;
    }

    private static JsonNode write(ClientKey key) {
        var node = Json.object();
        ClientKeys.toJwk(key).forEach(node::putPOJO);
        return node;
    }
}
