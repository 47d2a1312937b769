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

    ClientRules(ScopeStore scopes) {
        this.scopes = scopes;
    }

    /** Everything wrong with {@code draft}; empty if nothing is. */
    List<InvalidField> check(Transaction transaction, ClientDraft draft) {
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
            draft.scopes().forEach(name -> checkScope(transaction, name, wrong));
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

    private void checkScope(Transaction transaction, ScopeName name, List<InvalidField> wrong) {
        var scope = scopes.find(transaction, name).filter(Scope::active);
        if (scope.isEmpty()) {
            wrong.add(new InvalidField("scopes", "unknown scope `" + name + "`"));
        } else if (!RequestedScopes.isForMaskinporten(scope.get())) {
            wrong.add(new InvalidField("scopes", "scope `" + name + "` is not for Maskinporten clients"));
        }
    }
}
