package no.klarert.server;

import java.util.List;
import java.util.Optional;
import no.klarert.access.ApiDelegation;
import no.klarert.access.ApiDelegationLookup;
import no.klarert.access.ApiDelegations;
import no.klarert.access.DelegationCheck;
import no.klarert.access.PartyKey;
import no.klarert.access.ReasonCode;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** API delegations in bodies (Maskinporten §8.2 and §8.3). Attributes are pairs of {@code id} and {@code value}. */
final class ApiDelegationJson {
    private static final String RESOURCE = "urn:altinn:resource";
    private static final String ORGANIZATION = "urn:altinn:organization:identifier-no";

    private ApiDelegationJson() {}

    /** The other party and the scheme. */
    record Wish(PartyKey other, ResourceId scheme) {}

    /** One party under {@code other}, and one right, which names a scheme as a whole. Empty if a fault was noted. */
    static Optional<Wish> read(JsonFields body, String other) {
        var party = one(body, other).flatMap(ApiDelegationJson::readParty);
        var scheme = one(body, "rights").flatMap(ApiDelegationJson::readScheme);
        return party.flatMap(key -> scheme.map(id -> new Wish(key, id)));
    }

    /** The scheme that a right names under {@code resource}. Empty if a fault was noted. */
    static Optional<ResourceId> readScheme(JsonFields right) {
        return one(right, "resource")
                .filter(attribute -> hasId(attribute, RESOURCE))
                .flatMap(attribute -> attribute.requiredValue("value", ResourceId::new));
    }

    private static boolean hasId(JsonFields attribute, String id) {
        boolean has = attribute.requiredText("id").equals(id);
        if (!has) {
            attribute.wrong("id", "expected " + id);
        }
        return has;
    }

    private static Optional<PartyKey> readParty(JsonFields attribute) {
        var id = attribute.requiredText("id");
        return switch (id) {
            case ORGANIZATION, "urn:altinn:organizationnumber" ->
                attribute.requiredValue("value", OrgNumber::new).map(PartyKey.ByNumber::new);
            case "urn:altinn:partyid" ->
                attribute.requiredValue("value", PartyId::parse).map(PartyKey.ById::new);
            case "urn:altinn:organization:uuid" ->
                attribute.requiredValue("value", PartyUuid::parse).map(PartyKey.ByUuid::new);
            default -> {
                attribute.wrong("id", "expected an organisation: " + ORGANIZATION + " or urn:altinn:partyid");
                yield Optional.empty();
            }
        };
    }

    private static Optional<JsonFields> one(JsonFields body, String name) {
        var elements = body.objects(name);
        if (elements.isPresent() && elements.get().size() == 1) {
            return Optional.of(elements.get().getFirst());
        }
        body.wrong(name, "expected an array of exactly one object");
        return Optional.empty();
    }

    static ArrayNode write(List<ApiDelegation> delegations) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var delegation : delegations) {
            var consumer = delegation.consumer();
            var supplier = delegation.supplier();
            array.addObject()
                    .put("offeredByPartyId", consumer.id().value())
                    .put("offeredByName", consumer.name())
                    .put("offeredByOrganizationNumber", consumer.number().value())
                    .put("coveredByPartyId", supplier.id().value())
                    .put("coveredByName", supplier.name())
                    .put("coveredByOrganizationNumber", supplier.number().value())
                    .put(
                            "performedByUserId",
                            delegation.givenBy().map(user -> user.value()).orElse(0))
                    .put("created", delegation.created().toString())
                    .put("resourceId", delegation.scheme().value());
        }
        return array;
    }

    static ObjectNode write(ApiDelegations.Given given) {
        var node = Json.object();
        node.putArray("to")
                .add(attribute(ORGANIZATION, given.supplier().number().value()));
        var results = node.putArray("rightDelegationResults");
        for (var right : given.rights().rights()) {
            if (right.delegable()) {
                results.add(right(given.rights().resource(), right).put("status", "Delegated"));
            }
        }
        return node;
    }

    static ArrayNode writeCheck(DelegationCheck.ResourceAnswer rights) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var right : rights.rights()) {
            boolean delegable = right.delegable() && rights.obstacle().isEmpty();
            var node = right(rights.resource(), right).put("status", delegable ? "Delegable" : "NotDelegable");
            var details = node.putArray("details");
            rights.obstacle().map(List::of).orElse(right.reasons()).forEach(reason -> details.add(detail(reason)));
            array.add(node);
        }
        return array;
    }

    private static ObjectNode right(ResourceId resource, DelegationCheck.RightAnswer right) {
        var node = Json.object();
        node.put("rightKey", resource.value() + ":" + right.action().value());
        node.putArray("resource").add(attribute(RESOURCE, resource.value()));
        return node.put("action", right.action().value());
    }

    private static ObjectNode attribute(String id, String value) {
        return Json.object().put("id", id).put("value", value);
    }

    private static ObjectNode detail(ReasonCode reason) {
        var node = Json.object().put("code", reason.wireName()).put("description", description(reason));
        node.putObject("parameters");
        return node;
    }

    private static String description(ReasonCode reason) {
        return switch (reason) {
            case ROLE_ACCESS -> "The user has a role that gives the right.";
            case PACKAGE_ACCESS -> "The user has an access package that gives the right.";
            case DELEGATION_ACCESS -> "The user has been given the right.";
            case MISSING_ROLE_ACCESS -> "The user has no role that gives the right.";
            case MISSING_PACKAGE_ACCESS -> "The user has no access package that gives the right.";
            case MISSING_DELEGATION_ACCESS -> "The user has not been given the right.";
            case ACCESS_LIST_VALIDATION_FAIL -> "The party is not on an access list of the resource.";
            case RESOURCE_NOT_DELEGABLE -> "The resource is not available for delegation.";
            case RESOURCE_IS_MASKINPORTEN_SCHEMA -> "The resource is delegated to suppliers only.";
            case UNKNOWN -> "Unknown.";
        };
    }

    /** As issuers read them; note the spelling of {@code delegation_scheme_Id} (Maskinporten §8.3). */
    static ArrayNode writeEntries(List<ApiDelegationLookup.Entry> entries) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var entry : entries) {
            var delegation = entry.delegation();
            var node = array.addObject();
            node.put("consumer_org", delegation.consumer().number().value());
            node.put("supplier_org", delegation.supplier().number().value());
            entry.scheme()
                    .delegationScheme()
                    .ifPresentOrElse(
                            id -> node.put("delegation_scheme_Id", id.toString()),
                            () -> node.putNull("delegation_scheme_Id"));
            var scopes = node.putArray("scopes");
            entry.scheme().scopes().stream().distinct().forEach(scopes::add);
            node.put("created", delegation.created().toString());
            node.put("resourceid", delegation.scheme().value());
        }
        return array;
    }
}
