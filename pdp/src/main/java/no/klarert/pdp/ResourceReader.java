package no.klarert.pdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/**
 * Settles which resource a part is about (Altinn PDP §4.2–4.4): an id in the registry, or an app as either
 * {@code app_<org>_<app>} or the pair of org and app. Look-ups follow the first resource object. Whatever could mean two
 * resources is refused.
 */
final class ResourceReader {
    private static final String APP_PREFIX = "app_";
    private static final String APP_INSTANCE_URN = AttributeIds.APP_INSTANCE + ":";
    private static final Set<String> IDENTIFYING = Set.of(
            AttributeIds.RESOURCE,
            AttributeIds.ORG,
            AttributeIds.APP,
            AttributeIds.PARTY_ID,
            AttributeIds.PARTY_UUID,
            AttributeIds.ORGANIZATION,
            AttributeIds.LEGACY_ORGANIZATION,
            AttributeIds.PERSON);

    private final PartyReader parties;

    ResourceReader(PolicyInformationPoint information) {
        this.parties = new PartyReader(information);
    }

    AskedResource read(Transaction transaction, Part part) {
        var groups = part.resources();
        if (groups.isEmpty()) {
            throw Undecidable.badArgument("the request has no resource");
        }
        var group = groups.getFirst();
        refuseOthers(groups);
        refuseAppInstances(group);
        var id = identifier(group);
        var party = parties.read(transaction, group);
        List<RequestAttribute> added = new ArrayList<>();
        id.flatMap(ResourceReader::app).ifPresent(app -> addSpellings(group, app, added));
        party.added().ifPresent(partyId -> added.add(attribute(AttributeIds.PARTY_ID, partyId.toString())));
        return new AskedResource(
                id.filter(ResourceId::isWellFormed).map(ResourceId::new),
                id.flatMap(ResourceReader::app).isPresent(),
                party.isStated(),
                !group.values(AttributeIds.INSTANCE).isEmpty(),
                party.party(),
                added);
    }

    /** A later resource object may narrow the question, but not name another resource or party. */
    private static void refuseOthers(List<Part.Group> groups) {
        for (var attributeId : IDENTIFYING) {
            var first = groups.getFirst().values(attributeId);
            if (groups.stream().anyMatch(group -> !first.containsAll(group.values(attributeId)))) {
                throw Undecidable.badArgument("the request is about several resources or parties");
            }
        }
    }

    /** There are no app instances here, so none can be looked up. */
    private static void refuseAppInstances(Part.Group group) {
        var instances = Stream.concat(
                group.values(AttributeIds.APP_INSTANCE).stream(),
                group.values(AttributeIds.INSTANCE).stream().filter(value -> value.startsWith(APP_INSTANCE_URN)));
        if (instances.findAny().isPresent()) {
            throw Undecidable.failedLookUp("unknown app instance");
        }
    }

    /** The id in the registry, or {@code app_…} made of org and app; both may be stated if they agree. */
    private static Optional<String> identifier(Part.Group group) {
        var resource = Values.single(group, AttributeIds.RESOURCE);
        var org = Values.single(group, AttributeIds.ORG);
        var app = Values.single(group, AttributeIds.APP);
        var ofPair = org.flatMap(o -> app.map(a -> (APP_PREFIX + o + "_" + a).toLowerCase(Locale.ROOT)));
        boolean differ =
                resource.isPresent() && ofPair.isPresent() && !resource.get().equalsIgnoreCase(ofPair.get());
        if (differ) {
            throw Undecidable.badArgument("resource id and app are not the same resource");
        }
        return resource.or(() -> ofPair);
    }

    private static Optional<App> app(String identifier) {
        var elements = identifier.split("_", 3);
        boolean isApp = identifier.startsWith(APP_PREFIX) && elements.length == 3;
        return isApp ? Optional.of(new App(identifier, elements[1], elements[2])) : Optional.empty();
    }

    /** An app name may hold underscores; its org may not. */
    private record App(String identifier, String org, String name) {}

    private static void addSpellings(Part.Group group, App app, List<RequestAttribute> added) {
        if (group.values(AttributeIds.RESOURCE).isEmpty()) {
            added.add(attribute(AttributeIds.RESOURCE, app.identifier()));
        }
        if (group.values(AttributeIds.ORG).isEmpty()) {
            added.add(attribute(AttributeIds.ORG, app.org()));
        }
        if (group.values(AttributeIds.APP).isEmpty()) {
            added.add(attribute(AttributeIds.APP, app.name()));
        }
    }

    private static RequestAttribute attribute(String id, String value) {
        return new RequestAttribute(
                new AttributeName(Xacml.CATEGORY_RESOURCE, id), Xacml.TYPE_STRING, Optional.empty(), false, value);
    }
}
