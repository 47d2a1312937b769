package no.klarert.server;

import java.nio.charset.StandardCharsets;

/** Bodies that tests of the resource registry send. */
final class RegistryCalls {
    static final String BASE = "/resourceregistry/api/v1/resource";
    static final String WRITE = "altinn:resourceregistry/resource.write";
    static final String ADMIN = "altinn:resourceregistry/resource.admin";
    static final String SKATTEETATEN = "974761076";
    static final String NORDLYS = "312880008";

    private RegistryCalls() {}

    /** A correct resource. */
    static String resource(String id, String owner) {
        return """
                {"identifier": "%s",
                 "title": {"nb": "Krav", "nn": "Krav", "en": "Claims"},
                 "description": {"nb": "Krav og betalinger", "nn": "Krav og betalingar", "en": "Claims and payments"},
                 "rightDescription": {"nb": "Les", "nn": "Les", "en": "Read"},
                 "contactPoints": [{"category": "Support", "email": "support@example.no"}],
                 "status": "Active",
                 "hasCompetentAuthority": {"organization": "%s", "orgcode": "skd", "name": {"nb": "Etat"}},
                 "keywords": [{"word": "skattekrav", "language": "nb"}],
                 "resourceReferences": [],
                 "resourceType": "GenericAccessResource"}
                """.formatted(id, owner);
    }

    /** The same with one reference to a scope. */
    static String resourceWithScope(String id, String owner, String scope) {
        return resource(id, owner).replace("\"resourceReferences\": []", """
                "resourceReferences": [{"referenceSource": "ExternalPlatform", "reference": "%s",
                                        "referenceType": "MaskinportenScope"}]""".formatted(scope));
    }

    /** A policy of one rule: the general manager may read. */
    static String policy(String resource) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="p" Version="1.0"
                    RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
                  <Target/>
                  <Rule RuleId="r" Effect="Permit">
                    <Target>
                      %s
                      %s
                      %s
                    </Target>
                  </Rule>
                </Policy>
                """.formatted(
                        anyOf(
                                "urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case",
                                "DAGL",
                                "urn:altinn:rolecode",
                                "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject"),
                        anyOf(
                                "urn:oasis:names:tc:xacml:1.0:function:string-equal",
                                resource,
                                "urn:altinn:resource",
                                "urn:oasis:names:tc:xacml:3.0:attribute-category:resource"),
                        anyOf(
                                "urn:oasis:names:tc:xacml:1.0:function:string-equal",
                                "read",
                                "urn:oasis:names:tc:xacml:1.0:action:action-id",
                                "urn:oasis:names:tc:xacml:3.0:attribute-category:action"));
    }

    private static String anyOf(String function, String value, String attribute, String category) {
        return """
                <AnyOf><AllOf><Match MatchId="%s">
                  <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">%s</AttributeValue>
                  <AttributeDesignator AttributeId="%s" Category="%s"
                      DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
                </Match></AllOf></AnyOf>""".formatted(function, value, attribute, category);
    }

    /** A form with one file (RFC 7578). */
    static byte[] form(String boundary, String field, String content) {
        return """
                --%1$s\r
                Content-Disposition: form-data; name="%2$s"; filename="any.xml"\r
                Content-Type: application/xml\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(boundary, field, content).getBytes(StandardCharsets.UTF_8);
    }

    static TestCall upload(ServerUnderTest server, String id, String policy) {
        return server.post(BASE + "/" + id + "/policy")
                .body("multipart/form-data; boundary=xyz", form("xyz", "policyFile", policy));
    }
}
