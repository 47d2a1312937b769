package no.klarert.issuer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.ScopeName;

/**
 * Stands in for ID-porten in a test installation: gives access tokens like ID-porten's to seeded people, without asking for
 * credentials. Its tokens open nothing here; they are exchanged for Altinn tokens ({@link EndUserTokenExchange}). Never to be wired
 * where test log-in is off.
 */
public final class TestLogIn {
    /** How long a token lives. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    /** What is asked for if nothing is. */
    public static final String USUAL_SCOPES = "openid profile " + EndUserTokens.PORTAL;

    private static final Set<String> OPENID_SCOPES = Set.of("openid", "profile");
    private static final String INTEGRATION_TYPE = "idporten";

    private final TokenSigner signer;
    private final Transactions transactions;
    private final ScopeStore scopes;
    private final EndUsers people;
    private final InstantSource clock;

    /** Signs with {@code signer}, that of the issuer of test log-ins. */
    public TestLogIn(
            TokenSigner signer, Transactions transactions, ScopeStore scopes, EndUsers people, InstantSource clock) {
        this.signer = signer;
        this.transactions = transactions;
        this.scopes = scopes;
        this.people = people;
        this.clock = clock;
    }

    /** What comes of a test log-in. */
    public sealed interface Outcome {
        /**
         * Who logged in has this token.
         *
         * @param scope space-separated, without duplicates
         */
        record LoggedIn(AccessToken token, String scope) implements Outcome {}

        /** The reason is for people and names no identity number. */
        record Refused(OAuthError error, String reason) implements Outcome {}
    }

    /** Logs the person in, for space-separated scopes that exist and are for log-ins. */
    public Outcome logIn(PersonIdentifier identifier, LevelOfAssurance level, String scope) {
        var wanted = new ArrayList<>(Set.copyOf(List.of(scope.strip().split(" +", -1))));
        wanted.sort(null);
        var unknown = wanted.stream().filter(name -> !isForLogIns(name)).toList();
        if (!unknown.isEmpty()) {
            return new Outcome.Refused(OAuthError.INVALID_SCOPE, "a scope does not exist or is not for log-ins");
        }
        return people.find(identifier)
                .<Outcome>map(person -> loggedIn(person, identifier, level, wanted))
                .orElseGet(() -> new Outcome.Refused(
                        OAuthError.INVALID_REQUEST, "nobody here has that identity number and a user profile"));
    }

    private boolean isForLogIns(String name) {
        return OPENID_SCOPES.contains(name) || isRegisteredForLogIns(name);
    }

    private boolean isRegisteredForLogIns(String name) {
        try {
            var scope = ScopeName.parse(name);
            return transactions.run(transaction -> scopes.find(transaction, scope)
                    .filter(Scope::active)
                    .filter(found -> found.settings().allowedIntegrationTypes().contains(INTEGRATION_TYPE))
                    .isPresent());
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private Outcome loggedIn(
            EndUser person, PersonIdentifier identifier, LevelOfAssurance level, List<String> granted) {
        var now = clock.instant();
        var scope = granted.stream().collect(Collectors.joining(" "));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", person.uuid().toString());
        claims.put(PersonClaims.AMR, List.of("TestID"));
        claims.put("iss", signer.issuer());
        claims.put(PersonClaims.PID, identifier.reveal());
        claims.put("token_type", TokenType.BEARER.wireName());
        claims.put("client_id", "test-login");
        claims.put(PersonClaims.ACR, level.acr());
        claims.put("scope", scope);
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", signer.newTokenId());
        return new Outcome.LoggedIn(signer.sign(claims, now), scope);
    }
}
