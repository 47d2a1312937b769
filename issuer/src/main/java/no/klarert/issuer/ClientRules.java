package no.klarert.issuer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ScopeName;

/** What a client registration must be like (Maskinporten §7.2). */
final class ClientRules {
    private static final int LONGEST_TEXT = 255;
    private static final int MOST_SCOPES = 300;
    private static final int GREATEST_LIFETIME = 7_200;
    private static final Set<String> GRANT_TYPES = Set.of(TokenRequest.JwtBearer.GRANT_TYPE, "jwt_bearer_token");

    private final ScopeStore scopes;
    private final ScopeVisibility visibility;

    ClientRules(ScopeStore scopes) {
        this.scopes = scopes;
        this.visibility = new ScopeVisibility(scopes);
    }

    /**
     * Everything wrong with {@code draft} for {@code client} as it is now; empty if nothing is. Scopes that the client has already
     * it may keep, whatever became of them, so that what was read can be written back.
     */
    List<InvalidField> check(Transaction transaction, Client client, ClientDraft draft) {
        List<InvalidField> wrong = new ArrayList<>();
        checkText("client_name", draft.name(), wrong);
        checkText("description", draft.description(), wrong);
        checkIntegration(draft.integration(), wrong);
        if (draft.accessTokenLifetime() < 0 || draft.accessTokenLifetime() > GREATEST_LIFETIME) {
            wrong.add(new InvalidField("access_token_lifetime", "must be 0 to " + GREATEST_LIFETIME + " seconds"));
        }
        if (draft.scopes().size() > MOST_SCOPES) {
            wrong.add(new InvalidField("scopes", "a client has at most " + MOST_SCOPES + " scopes"));
        } else {
            draft.scopes().stream()
                    .filter(name -> !client.scopes().contains(name))
                    .forEach(name -> checkScope(transaction, client, name, wrong));
        }
        return wrong;
    }

    private static void checkText(String field, String text, List<InvalidField> wrong) {
        if (text.isBlank()) {
            wrong.add(new InvalidField(field, "is required"));
        } else if (text.length() > LONGEST_TEXT) {
            wrong.add(new InvalidField(field, "is longer than " + LONGEST_TEXT + " characters"));
        }
    }

    private static void checkIntegration(ClientDraft.Integration draft, List<InvalidField> wrong) {
        var only = ClientDraft.Integration.MASKINPORTEN;
        checkOnly("integration_type", draft.integrationType(), only.integrationType(), wrong);
        checkOnly("application_type", draft.applicationType(), only.applicationType(), wrong);
        checkOnly("token_endpoint_auth_method", draft.authenticationMethod(), only.authenticationMethod(), wrong);
        if (draft.grantTypes().isEmpty() || !GRANT_TYPES.containsAll(draft.grantTypes())) {
            wrong.add(new InvalidField("grant_types", "must be `" + TokenRequest.JwtBearer.GRANT_TYPE + "`"));
        }
    }

    private static void checkOnly(String field, String given, String only, List<InvalidField> wrong) {
        if (!given.equals(only)) {
            wrong.add(new InvalidField(field, "must be `" + only + "`"));
        }
    }

    private void checkScope(Transaction transaction, Client client, ScopeName name, List<InvalidField> wrong) {
        var scope = scopes.find(transaction, name)
                .filter(Scope::active)
                .filter(found -> visibility.isSeenBy(transaction, client.owner(), found));
        if (scope.isEmpty()) {
            wrong.add(new InvalidField("scopes", "unknown scope `" + name + "`"));
        } else if (!RequestedScopes.isForMaskinporten(scope.get())) {
            wrong.add(new InvalidField("scopes", "scope `" + name + "` is not for Maskinporten clients"));
        } else if (client.supplier().isPresent() && ClientParties.isForOwnersOnly(name)) {
            wrong.add(new InvalidField(
                    "scopes",
                    "scope `" + name + "` is not for clients that a supplier makes for another organisation"));
        }
    }
}
