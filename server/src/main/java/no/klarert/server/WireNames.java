package no.klarert.server;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.klarert.registry.ResourceType;
import tools.jackson.databind.JsonNode;

/** A closed set of names, each with a number that may be sent in its place (resource registry §1). Names ignore case. */
record WireNames(SortedMap<Integer, String> byNumber) {
    static final WireNames RESOURCE_TYPES = resourceTypes();
    static final WireNames ACCESS_LIST_MODES = inOrder("Disabled", "Enabled");
    static final WireNames AVAILABLE_FOR =
            inOrder("PrivatePerson", "LegalEntityEnterprise", "Company", "BankruptcyEstate", "SelfRegisteredUser");
    static final WireNames REFERENCE_SOURCES = inOrder("Default", "Altinn1", "Altinn2", "Altinn3", "ExternalPlatform");
    static final WireNames REFERENCE_TYPES = inOrder(
            "Default",
            "Uri",
            "DelegationSchemeId",
            "MaskinportenScope",
            "ServiceCode",
            "ServiceEditionCode",
            "ApplicationId",
            "ServiceEditionVersion");

    WireNames {
        byNumber = Collections.unmodifiableSortedMap(new TreeMap<>(byNumber));
    }

    private static WireNames inOrder(String... names) {
        SortedMap<Integer, String> byNumber = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            byNumber.put(i, names[i]);
        }
        return new WireNames(byNumber);
    }

    private static WireNames resourceTypes() {
        SortedMap<Integer, String> byNumber = new TreeMap<>();
        Stream.of(ResourceType.values()).forEach(type -> byNumber.put(type.number(), type.wireName()));
        return new WireNames(byNumber);
    }

    /** The name as it is written; empty for anything that is none of them. */
    Optional<String> name(JsonNode sent) {
        if (sent.isIntegralNumber() && sent.canConvertToInt()) {
            return Optional.ofNullable(byNumber.get(sent.intValue()));
        }
        return sent.isString() ? name(sent.stringValue()) : Optional.empty();
    }

    Optional<String> name(String sent) {
        return byNumber.values().stream().filter(sent::equalsIgnoreCase).findFirst();
    }

    /** What stands for a name that is absent. */
    String first() {
        return byNumber.values().iterator().next();
    }

    /** Which names there are, for a message. */
    String expected() {
        return "expected one of " + String.join(", ", byNumber.values());
    }

    /** The type of that name. */
    static Optional<ResourceType> resourceType(String wireName) {
        return Stream.of(ResourceType.values())
                .filter(type -> type.wireName().equalsIgnoreCase(wireName))
                .findFirst();
    }
}
