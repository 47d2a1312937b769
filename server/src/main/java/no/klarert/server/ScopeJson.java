package no.klarert.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import no.klarert.issuer.Activation;
import no.klarert.issuer.DelegationSource;
import no.klarert.issuer.GrantedAccess;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeSettings;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Scopes and accesses in bodies (Maskinporten §6.2 and §6.4). Faults of a body's shape are noted in its {@link JsonFields}. */
final class ScopeJson {
    private static final String LANGUAGE_OF_PLAIN_TEXT = "nb";
    private static final List<String> OTHER_LANGUAGES = List.of("nn", "en");

    private ScopeJson() {}

    /** A scope to be made. Empty if its name is not well-formed. */
    static Optional<Created> readNew(JsonFields body) {
        var prefix = body.requiredValue("prefix", text -> new ScopeName(text, "any").prefix());
        var subscope = body.requiredValue("subscope", text -> new ScopeName("any", text).subscope());
        if (!body.flag("active", true)) {
            body.wrong("active", "a new scope is active");
        }
        var settings = settings(body);
        return prefix.flatMap(first -> subscope.map(rest -> new Created(new ScopeName(first, rest), settings)));
    }

    /** A scope to be made, with its name. */
    record Created(ScopeName name, ScopeSettings settings) {}

    /** What replaces the settings of the scope of that name; members that never change may be there, unchanged. */
    static Changed readChanged(JsonFields body, ScopeName name, OrgNumber owner) {
        refuseChange(body, "name", name.value());
        refuseChange(body, "prefix", name.prefix());
        refuseChange(body, "subscope", name.subscope());
        refuseChange(body, "owner_orgno", owner.value());
        return new Changed(settings(body), activation(body));
    }

    /** What a scope is to become. */
    record Changed(ScopeSettings settings, Activation activation) {}

    private static void refuseChange(JsonFields body, String name, String value) {
        if (body.text(name).filter(text -> !text.equals(value)).isPresent()) {
            body.wrong(name, "cannot be changed");
        }
    }

    static Activation activation(JsonFields body) {
        if (!body.has("active")) {
            return Activation.AS_IT_IS;
        }
        return body.flag("active", true) ? Activation.ACTIVE : Activation.INACTIVE;
    }

    private static ScopeSettings settings(JsonFields body) {
        return new ScopeSettings(
                localized(body, "description"),
                localized(body, "long_description"),
                body.requiredValue("visibility", oneOf("visibility", ScopeSettings.Visibility.class))
                        .orElse(ScopeSettings.Visibility.PRIVATE),
                body.value("token_type", oneOf("token type", ScopeSettings.TokenType.class))
                        .orElse(ScopeSettings.TokenType.SELF_CONTAINED),
                body.integer("at_max_age", 0, 0, Integer.MAX_VALUE),
                body.integer("authorization_max_lifetime", 0, 0, Integer.MAX_VALUE),
                body.texts("allowed_integration_types").orElse(List.of()),
                body.text("delegation_source"),
                body.flag("accessible_for_all", false),
                traits(body));
    }

    private static LocalizedText localized(JsonFields body, String name) {
        SortedMap<String, String> texts = new TreeMap<>();
        body.text(name).ifPresent(text -> texts.put(LANGUAGE_OF_PLAIN_TEXT, text));
        for (var language : OTHER_LANGUAGES) {
            body.text(name + "#" + language).ifPresent(text -> texts.put(language, text));
        }
        return new LocalizedText(texts);
    }

    static <E extends Enum<E>> Function<String, E> oneOf(String kind, Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidValueException.of(kind, text, "one of " + List.of(type.getEnumConstants())));
    }

    private static ScopeSettings.Traits traits(JsonFields body) {
        return new ScopeSettings.Traits(
                body.flag("requires_user_consent", false),
                body.flag("requires_user_authentication", false),
                body.flag("requires_pseudonymous_tokens", false),
                body.flag("protected", false),
                body.flag("supports_european_businesses", false));
    }

    static ObjectNode write(Scope scope) {
        var settings = scope.settings();
        var node = Json.object();
        node.put("name", scope.name().value());
        node.put("prefix", scope.name().prefix());
        node.put("subscope", scope.name().subscope());
        writeTexts(node, "description", settings.description());
        writeTexts(node, "long_description", settings.longDescription());
        node.put("visibility", settings.visibility().name());
        node.put("token_type", settings.tokenType().name());
        node.put("at_max_age", settings.atMaxAge());
        node.put("authorization_max_lifetime", settings.authorizationMaxLifetime());
        var types = node.putArray("allowed_integration_types");
        settings.allowedIntegrationTypes().forEach(types::add);
        settings.delegationSource().ifPresent(source -> node.put("delegation_source", source));
        node.put("accessible_for_all", settings.accessibleForAll());
        writeTraits(node, settings.traits());
        node.put("active", scope.active());
        node.put("owner_orgno", scope.owner().value());
        node.put("created", scope.created().toString());
        node.put("last_updated", scope.lastUpdated().toString());
        return node;
    }

    private static void writeTexts(ObjectNode node, String name, LocalizedText texts) {
        texts.byLanguage().forEach((language, text) -> {
            var plain = language.equals(LANGUAGE_OF_PLAIN_TEXT);
            node.put(plain ? name : name + "#" + language, text);
        });
    }

    private static void writeTraits(ObjectNode node, ScopeSettings.Traits traits) {
        node.put("requires_user_consent", traits.requiresUserConsent());
        node.put("requires_user_authentication", traits.requiresUserAuthentication());
        node.put("requires_pseudonymous_tokens", traits.requiresPseudonymousTokens());
        node.put("protected", traits.isProtected());
        node.put("supports_european_businesses", traits.supportsEuropeanBusinesses());
    }

    static JsonNode write(GrantedAccess granted) {
        var access = granted.access();
        var node = Json.object();
        node.put("scope", access.scope().value());
        node.put("state", access.state().name());
        node.putNull("prefix");
        node.put("created", access.created().toString());
        node.put("last_updated", access.lastUpdated().toString());
        node.put("consumer_orgno", access.consumer().value());
        node.put("owner_orgno", granted.owner().value());
        return node;
    }

    static JsonNode write(DelegationSource source) {
        return Json.object()
                .put("name", source.name())
                .put("issuer", source.issuer())
                .put("created", source.created().toString())
                .put("last_updated", source.created().toString());
    }
}
