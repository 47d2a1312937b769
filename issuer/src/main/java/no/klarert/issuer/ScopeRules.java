package no.klarert.issuer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.klarert.vocabulary.OrgNumber;

/** What the settings of a scope must be like (Maskinporten §6.2). */
final class ScopeRules {
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_LONG_DESCRIPTION = 10_000;
    private static final int GREATEST_AGE = 7_200;
    private static final Set<String> INTEGRATION_TYPES =
            Set.of("maskinporten", "idporten", "api_klient", "ansattporten", "krr", "eformidling");

    private final OrgNumber operator;
    private final Set<String> delegationSources;

    ScopeRules(OrgNumber operator, List<DelegationSource> delegationSources) {
        this.operator = operator;
        this.delegationSources = Set.copyOf(
                delegationSources.stream().map(DelegationSource::issuer).toList());
    }

    /** Everything wrong with {@code settings} of a scope of {@code owner}; empty if nothing is. */
    List<InvalidField> check(OrgNumber owner, ScopeSettings settings) {
        List<InvalidField> wrong = new ArrayList<>();
        checkTexts(settings, wrong);
        checkAges(settings, wrong);
        if (settings.tokenType() != ScopeSettings.TokenType.SELF_CONTAINED) {
            wrong.add(new InvalidField("token_type", "only SELF_CONTAINED tokens are issued here"));
        }
        if (settings.visibility() == ScopeSettings.Visibility.INTERNAL && !owner.equals(operator)) {
            wrong.add(new InvalidField("visibility", "INTERNAL is for the operator's own scopes"));
        }
        for (var type : settings.allowedIntegrationTypes()) {
            if (!INTEGRATION_TYPES.contains(type)) {
                wrong.add(new InvalidField("allowed_integration_types", "unknown integration type `" + type + "`"));
            }
        }
        settings.delegationSource()
                .filter(source -> !delegationSources.contains(source))
                .ifPresent(source -> wrong.add(
                        new InvalidField("delegation_source", "`" + source + "` is not among /delegationsources")));
        return wrong;
    }

    private static void checkTexts(ScopeSettings settings, List<InvalidField> wrong) {
        var description = settings.description().byLanguage();
        if (description.getOrDefault("nb", "").isBlank()) {
            wrong.add(new InvalidField("description", "is required"));
        }
        if (description.values().stream().anyMatch(text -> text.length() > LONGEST_DESCRIPTION)) {
            wrong.add(new InvalidField("description", "is longer than " + LONGEST_DESCRIPTION + " characters"));
        }
        if (settings.longDescription().byLanguage().values().stream()
                .anyMatch(text -> text.length() > LONGEST_LONG_DESCRIPTION)) {
            wrong.add(
                    new InvalidField("long_description", "is longer than " + LONGEST_LONG_DESCRIPTION + " characters"));
        }
    }

    private static void checkAges(ScopeSettings settings, List<InvalidField> wrong) {
        if (settings.atMaxAge() < 0 || settings.atMaxAge() > GREATEST_AGE) {
            wrong.add(new InvalidField("at_max_age", "must be 0 to " + GREATEST_AGE + " seconds"));
        }
        if (settings.authorizationMaxLifetime() < 0) {
            wrong.add(new InvalidField("authorization_max_lifetime", "must not be negative"));
        }
    }
}
