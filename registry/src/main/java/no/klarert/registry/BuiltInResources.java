package no.klarert.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import no.klarert.storage.Actor;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;

/**
 * The resources that guard administration itself (Altinn PDP §7), with policies of our own. They must exist before the first
 * person logs in, and they belong to whoever operates the installation.
 */
public final class BuiltInResources {
    /** Read and write: who gives and takes back access for a party, and approves requests for system users. */
    public static final ResourceId ACCESS_MANAGEMENT = new ResourceId("altinn_access_management");
    /** Read and write: who passes on access to a party's clients. */
    public static final ResourceId CLIENT_ADMINISTRATION = new ResourceId("altinn_client_administration");
    /** Read and write: who sees a party's system users. */
    public static final ResourceId SYSTEM_USER_OVERVIEW = new ResourceId("altinn_system_user_overview");

    /** Read and write: who deals with the API delegations of a party. */
    public static final ResourceId API_DELEGATION = new ResourceId("altinn_maskinporten_scope_delegation");

    private static final Caller INSTALLATION = new Caller(new Actor.OfInstallation(), Caller.Reach.EVERY_RESOURCE);
    private static final List<Text> TEXTS = List.of(
            new Text(
                    ACCESS_MANAGEMENT,
                    texts("Tilgangsstyring", "Tilgangsstyring", "Access management"),
                    texts(
                            "Gi og trekke tilbake tilganger, og godkjenne systembrukere",
                            "Gi og trekkje tilbake tilgangar, og godkjenne systembrukarar",
                            "Give and take back access, and approve system users")),
            new Text(
                    CLIENT_ADMINISTRATION,
                    texts("Klientadministrasjon", "Klientadministrasjon", "Client administration"),
                    texts(
                            "Gi videre tilganger til klienter",
                            "Gi vidare tilgangar til klientar",
                            "Pass on access to clients")),
            new Text(
                    SYSTEM_USER_OVERVIEW,
                    texts("Oversikt over systembrukere", "Oversikt over systembrukarar", "System user overview"),
                    texts(
                            "Se systembrukerne til en virksomhet",
                            "Sjå systembrukarane til ei verksemd",
                            "See the system users of an organisation")),
            new Text(
                    API_DELEGATION,
                    texts("API-delegering", "API-delegering", "API delegation"),
                    texts(
                            "La leverandører bruke API-er på vegne av en virksomhet",
                            "La leverandørar bruke API-ar på vegner av ei verksemd",
                            "Let suppliers use APIs on behalf of an organisation")));

    private final Transactions transactions;
    private final ResourceStore resources;
    private final PolicyStore policies;
    private final ResourceRegistry registry;
    private final ResourcePolicies uploads;
    private final Function<ResourceDraft, String> documents;

    /**
     * @param documents writes the JSON of a resource, given a draft that lacks it
     */
    public BuiltInResources(
            Transactions transactions,
            ResourceStore resources,
            PolicyStore policies,
            ResourceRegistry registry,
            ResourcePolicies uploads,
            Function<ResourceDraft, String> documents) {
        this.transactions = transactions;
        this.resources = resources;
        this.policies = policies;
        this.registry = registry;
        this.uploads = uploads;
        this.documents = documents;
    }

    /** The organisation that operates the installation and owns the built-in resources. */
    public record Operator(OrgNumber organization, String orgCode, LocalizedText name) {}

    /**
     * Installs what is missing, all or nothing. What is there stays as it is: an operator may have uploaded another policy.
     *
     * @throws IllegalStateException if a built-in id is taken by another organisation than the operator
     */
    public void install(Operator operator) {
        transactions.run(tx -> {
            TEXTS.forEach(text -> install(tx, operator, text));
            return operator;
        });
    }

    private void install(Transaction transaction, Operator operator, Text text) {
        var present = resources.lockLatest(transaction, text.id());
        if (present.isEmpty()) {
            created(registry.create(transaction, INSTALLATION, draft(operator, text)), text.id());
        } else if (!present.get().resource().owner().organization().equals(Optional.of(operator.organization()))) {
            throw new IllegalStateException("the built-in resource `" + text.id()
                    + "` belongs to another organisation than the operator " + operator.organization());
        }
        if (policies.currentVersion(transaction, text.id()).isEmpty()) {
            stored(uploads.upload(transaction, INSTALLATION, text.id(), policy(text.id())), text.id());
        }
    }

    private ResourceDraft draft(Operator operator, Text text) {
        var draft = draft(operator, text, "");
        return draft(operator, text, documents.apply(draft));
    }

    private static ResourceDraft draft(Operator operator, Text text, String document) {
        return new ResourceDraft(
                text.id().value(),
                ResourceType.SYSTEMRESOURCE,
                text.title(),
                text.description(),
                LocalizedText.of(Map.of()),
                false,
                false,
                new ResourceDraft.Owner(operator.organization().value(), operator.orgCode(), operator.name()),
                ServiceResource.AccessListMode.DISABLED,
                List.of(),
                List.of(),
                document);
    }

    private static void created(CreateOutcome outcome, ResourceId id) {
        if (!(outcome instanceof CreateOutcome.Created)) {
            throw new IllegalStateException("the built-in resource `" + id + "` could not be created: " + outcome);
        }
    }

    private static void stored(UploadOutcome outcome, ResourceId id) {
        if (!(outcome instanceof UploadOutcome.Stored)) {
            throw new IllegalStateException("the policy of the built-in resource `" + id + "` was refused: " + outcome);
        }
    }

    private static Bytes policy(ResourceId id) {
        var name = id.value() + ".xml";
        try (var stream = Objects.requireNonNull(BuiltInResources.class.getResourceAsStream(name), name)) {
            return Bytes.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Text(ResourceId id, LocalizedText title, LocalizedText description) {}

    private static LocalizedText texts(String nb, String nn, String en) {
        return LocalizedText.of(Map.of("nb", nb, "nn", nn, "en", en));
    }
}
