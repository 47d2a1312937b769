package no.klarert.server.demo;

import java.util.List;
import no.klarert.vocabulary.OrgNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bodies that the story's organisations send. */
final class Bodies {
    static final String SCOPE = "skatteetaten:kravogbetalinger";
    static final String RESOURCE = "ske-krav-og-betalinger";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Bodies() {}

    static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    static JsonNode scope(String prefix, String subscope) {
        return json("""
                {"prefix": "%s", "subscope": "%s", "description": "Krav og betalinger",
                 "visibility": "PUBLIC", "allowed_integration_types": ["maskinporten"], "at_max_age": 120,
                 "authorization_max_lifetime": 120}
                """.formatted(prefix, subscope));
    }

    static JsonNode resource(OrgNumber owner) {
        return json("""
                {"identifier": "%s",
                 "title": {"nb": "Krav og betalinger", "nn": "Krav og betalingar", "en": "Claims and payments"},
                 "description": {"nb": "Skatte- og avgiftskrav og betalinger for en virksomhet",
                                 "nn": "Skatte- og avgiftskrav og betalingar for ei verksemd",
                                 "en": "An organisation's tax and fee claims and payments"},
                 "rightDescription": {"nb": "Systemet kan lese virksomhetens krav og betalinger hos Skatteetaten",
                                      "nn": "Systemet kan lese krava og betalingane verksemda har hos Skatteetaten",
                                      "en": "The system can read the organisation's claims and payments"},
                 "contactPoints": [{"category": "Support", "email": "support@example.no"}],
                 "delegable": true, "visible": true, "status": "Active",
                 "hasCompetentAuthority": {"organization": "%s", "orgcode": "skd",
                                           "name": {"nb": "Skatteetaten", "nn": "Skatteetaten", "en": "Tax Administration"}},
                 "resourceReferences": [{"referenceSource": "ExternalPlatform", "reference": "%s",
                                         "referenceType": "MaskinportenScope"}],
                 "resourceType": "GenericAccessResource"}
                """.formatted(RESOURCE, owner, SCOPE));
    }

    static JsonNode client(String name, int lifetime, List<String> scopes) {
        var body = (tools.jackson.databind.node.ObjectNode) json("""
                {"client_name": "%s", "description": "SmartCloud regnskap", "integration_type": "maskinporten",
                 "application_type": "web", "token_endpoint_auth_method": "private_key_jwt",
                 "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"], "access_token_lifetime": %d}
                """.formatted(name, lifetime));
        var array = body.putArray("scopes");
        scopes.forEach(array::add);
        return body;
    }

    static JsonNode system(String id, OrgNumber vendor, String clientId, String rights, String packages) {
        return json("""
                {"id": "%s", "vendor": {"authority": "iso6523-actorid-upis", "ID": "0192:%s"},
                 "name": {"nb": "SmartCloud Regnskap", "nn": "SmartCloud Rekneskap", "en": "SmartCloud Accounting"},
                 "description": {"nb": "Viser kundens krav hos Skatteetaten rett i regnskapet",
                                 "nn": "Viser krava kunden har hos Skatteetaten rett i rekneskapen",
                                 "en": "Shows the customer's claims at the Tax Administration in the accounts"},
                 "rights": %s, "accessPackages": %s, "clientId": ["%s"], "isVisible": true,
                 "allowedRedirectUrls": ["https://smartcloud.example/kvittering"]}
                """.formatted(id, vendor, rights, packages, clientId));
    }

    static JsonNode request(String system, OrgNumber customer, String externalRef, String rights, String packages) {
        return json("""
                {"systemId": "%s", "partyOrgNo": "%s", "externalRef": "%s", "rights": %s, "accessPackages": %s,
                 "redirectUrl": "https://smartcloud.example/kvittering?kunde=%s"}
                """.formatted(system, customer, externalRef, rights, packages, externalRef));
    }

    static String right(String resource) {
        return "[{\"resource\": [{\"id\": \"urn:altinn:resource\", \"value\": \"%s\"}]}]".formatted(resource);
    }

    static String accessPackage(String name) {
        return "[{\"urn\": \"urn:altinn:accesspackage:%s\"}]".formatted(name);
    }

    static JsonNode decision(String systemUser, OrgNumber party) {
        return json("""
                {"Request": {
                  "AccessSubject": [{"Attribute": [{"AttributeId": "urn:altinn:systemuser:uuid", "Value": "%s"}]}],
                  "Action": [{"Attribute": [{"AttributeId": "urn:oasis:names:tc:xacml:1.0:action:action-id",
                                             "Value": "read",
                                             "DataType": "http://www.w3.org/2001/XMLSchema#string"}]}],
                  "Resource": [{"Attribute": [
                    {"AttributeId": "urn:altinn:resource", "Value": "%s"},
                    {"AttributeId": "urn:altinn:organization:identifier-no", "Value": "%s"}]}]}}
                """.formatted(systemUser, RESOURCE, party));
    }
}
