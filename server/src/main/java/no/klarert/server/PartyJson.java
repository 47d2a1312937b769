package no.klarert.server;

import java.util.List;
import no.klarert.access.Party;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parties in bodies, in the first generation of the register's contract (access packages and roles §6.3). What our register does
 * not hold is null: parts of names, addresses, telephone numbers, times of change.
 */
final class PartyJson {
    private static final List<String> UNKNOWN_OF_ORGANIZATION = List.of(
            "telephoneNumber",
            "mobileNumber",
            "faxNumber",
            "eMailAddress",
            "internetAddress",
            "mailingAddress",
            "mailingPostalCode",
            "mailingPostalCity",
            "businessAddress",
            "businessPostalCode",
            "businessPostalCity",
            "unitStatus");
    private static final List<String> UNKNOWN_OF_PERSON = List.of(
            "firstName",
            "middleName",
            "lastName",
            "telephoneNumber",
            "mobileNumber",
            "mailingAddress",
            "mailingPostalCode",
            "mailingPostalCity",
            "addressMunicipalNumber",
            "addressMunicipalName",
            "addressStreetName",
            "addressHouseNumber",
            "addressHouseLetter",
            "addressPostalCode",
            "addressCity",
            "dateOfDeath");

    private PartyJson() {}

    static ArrayNode list(List<Party> parties) {
        var array = JsonNodeFactory.instance.arrayNode();
        parties.forEach(party -> array.add(write(party)));
        return array;
    }

    /** A party with its sub-units inside. */
    static ObjectNode write(Party party, List<Party.Organization> subUnits) {
        var node = write(party);
        var children = node.putArray("childParties");
        subUnits.forEach(unit -> children.add(write(unit)));
        return node;
    }

    static ObjectNode write(Party party) {
        var node = Json.object();
        node.put("partyId", party.id().value());
        node.put("partyUuid", party.uuid().toString());
        switch (party) {
            case Party.Person person -> putPerson(node, person);
            case Party.Organization organization -> putOrganization(node, organization);
        }
        node.putNull("childParties");
        node.putNull("lastChangedInAltinn");
        node.putNull("lastChangedInExternalRegister");
        return node;
    }

    private static void putPerson(ObjectNode node, Party.Person person) {
        var number = person.identifier().reveal();
        node.put("externalUrn", "urn:altinn:person:identifier-no:" + number);
        node.put("partyTypeName", 1);
        node.putNull("orgNumber");
        node.put("ssn", number);
        node.putNull("unitType");
        putCommon(node, person);
        node.set("person", details("ssn", number, person.name(), UNKNOWN_OF_PERSON));
        node.putNull("organization");
    }

    private static void putOrganization(ObjectNode node, Party.Organization organization) {
        node.put("externalUrn", "urn:altinn:organization:identifier-no:" + organization.number());
        node.put("partyTypeName", 2);
        node.put("orgNumber", organization.number().value());
        node.putNull("ssn");
        node.put("unitType", organization.unitType());
        putCommon(node, organization);
        node.putNull("person");
        node.set("organization", organization(organization));
    }

    private static void putCommon(ObjectNode node, Party party) {
        node.put("name", party.name());
        node.put("isDeleted", false);
        node.put("onlyHierarchyElementWithNoAccess", false);
    }

    static ObjectNode organization(Party.Organization organization) {
        var node = details("orgNumber", organization.number().value(), organization.name(), UNKNOWN_OF_ORGANIZATION);
        return node.put("unitType", organization.unitType());
    }

    private static ObjectNode details(String numberName, String number, String name, List<String> unknown) {
        var node = Json.object();
        node.put(numberName, number);
        node.put("name", name);
        unknown.forEach(node::putNull);
        return node;
    }
}
