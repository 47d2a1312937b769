package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.CraftedJwt.base64;
import static no.klarert.conformance.maskinporten.CraftedJwt.quoted;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forged access tokens.
 *
 * @param base what the issuers are reached under
 * @param issuerKey as the issuer publishes it
 * @param lure where a stranger offers keys of his own
 */
record AccessTokenAttacks(Vendor vendor, URI base, RSAKey issuerKey, URI lure) {
    /** Each makes something from a genuine token that is not one. */
    Map<String, Function<String, String>> all() {
        Map<String, Function<String, String>> attacks = new LinkedHashMap<>();
        addAlgorithmsAndKeys(attacks);
        addSources(attacks);
        addChanges(attacks);
        addForms(attacks);
        return attacks;
    }

    /** RFC 8725 §2.1: no signature, and those of others. */
    private void addAlgorithmsAndKeys(Map<String, Function<String, String>> attacks) {
        attacks.put("alg none", token -> base64("{\"alg\":\"none\"}") + "." + part(token, 1) + ".");
        attacks.put("alg none with the signature", token -> withHeader(token, Map.of("alg", "\"none\"")));
        attacks.put("public key as secret", this::macByPublicKey);
        attacks.put("stranger's key, our kid", token -> forged(token, Map.of()).sign());
        attacks.put(
                "stranger's kid",
                token -> forged(token, Map.of("kid", "\"stranger\"")).sign());
        attacks.put(
                "no kid", token -> forged(token, Map.of()).withoutHeader("kid").sign());
        attacks.put(
                "kid of another kind",
                token -> forged(token, Map.of("kid", "[\"x\"]")).sign());
        attacks.put(
                "kid of a client",
                token -> forged(token, Map.of("kid", quoted(vendor.key().getKeyID())))
                        .signedBy(vendor.privateKey())
                        .sign());
        attacks.put(
                "kid up the tree",
                token ->
                        forged(token, Map.of("kid", "\"../../../../dev/null\"")).sign());
    }

    /** Keys that the token brings along or names. */
    private void addSources(Map<String, Function<String, String>> attacks) {
        attacks.put(
                "jwk",
                token -> forged(
                                token,
                                Map.of("jwk", Vendor.stranger().toPublicJWK().toJSONString()))
                        .sign());
        attacks.put(
                "jku",
                token -> forged(token, Map.of("jku", quoted(lure + "/jwk"))).sign());
        attacks.put(
                "x5u",
                token -> forged(token, Map.of("x5u", quoted(lure + "/x5u"))).sign());
        attacks.put(
                "issuer elsewhere",
                token -> forged(token, Map.of("jku", quoted(lure + "/jwk")))
                        .claim("iss", quoted(lure + "/"))
                        .sign());
        attacks.put(
                "the other issuer's name",
                token -> forged(token, Map.of())
                        .claim("iss", quoted(base + "/authentication/api/v1/openid/"))
                        .sign());
        attacks.put("RS512", token -> forged(token, Map.of("alg", "\"RS512\"")).sign("SHA512withRSA"));
    }

    /** Claims, header or signature of the genuine token changed. */
    private void addChanges(Map<String, Function<String, String>> attacks) {
        attacks.put(
                "another scope",
                token -> part(token, 0) + "." + base64(json(token, 1).replace(vendor.scope(), "idporten:scopes.write"))
                        + "." + part(token, 2));
        attacks.put(
                "another consumer",
                token -> part(token, 0) + "." + base64(json(token, 1).replace("0192:310000019", "0192:974761076")) + "."
                        + part(token, 2));
        attacks.put(
                "a longer life",
                token -> part(token, 0) + "."
                        + base64(json(token, 1).replaceFirst("\"exp\":[0-9]+", "\"exp\":253402300799")) + "."
                        + part(token, 2));
        attacks.put(
                "a claim twice",
                token -> part(token, 0) + "."
                        + base64(json(token, 1).replaceFirst("}$", ",\"sco\\\\u0070e\":\"idporten:scopes.write\"}"))
                        + "." + part(token, 2));
        attacks.put("critical header", token -> withHeader(token, Map.of("crit", "[\"exp\"]")));
        attacks.put("signature taken away", token -> part(token, 0) + "." + part(token, 1) + ".");
        attacks.put("no third part", token -> part(token, 0) + "." + part(token, 1));
        attacks.put("zeros", token -> part(token, 0) + "." + part(token, 1) + "." + base64(new byte[256]));
        attacks.put(
                "signature of the assertion",
                token -> part(token, 0) + "." + part(token, 1) + "."
                        + part(vendor.assertion().sign(), 2));
    }

    /** What is no access token in compact form. */
    private void addForms(Map<String, Function<String, String>> attacks) {
        attacks.put("padding", token -> token + "==");
        attacks.put("a space within", token -> token.replaceFirst("[.]", " ."));
        attacks.put("encrypted", token -> StructureAttacks.encrypted(token, issuerKey, false));
        attacks.put("encrypted and compressed", token -> StructureAttacks.encrypted(token, issuerKey, true));
        attacks.put("the assertion", token -> vendor.assertion().sign());
        attacks.put(
                "deep claims",
                token -> base64(json(token, 0)) + "." + base64("{\"a\":" + "[".repeat(4_000) + "]".repeat(4_000) + "}")
                        + "." + part(token, 2));
        attacks.put("very many dots", token -> ".".repeat(6_000));
    }

    private static String part(String token, int index) {
        return token.split("[.]", -1)[index];
    }

    private static String json(String token, int index) {
        return new String(Base64.getUrlDecoder().decode(part(token, index)), StandardCharsets.UTF_8);
    }

    /** Claims of the genuine token, under its header changed so, signed by a stranger. */
    private static CraftedJwt forged(String token, Map<String, String> header) {
        Map<String, String> members = members(json(token, 0));
        members.putAll(header);
        return new CraftedJwt(members, members(json(token, 1)), List.of(), Vendor.privateKey(Vendor.stranger()));
    }

    private static Map<String, String> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        new JsonMapper()
                .readTree(json)
                .properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().toString()));
        return members;
    }

    private static String withHeader(String token, Map<String, String> header) {
        return base64(forged(token, header).headerJson()) + "." + part(token, 1) + "." + part(token, 2);
    }

    private String macByPublicKey(String token) {
        var jwt = forged(token, Map.of("alg", "\"HS256\""));
        return HeaderAttacks.mac(jwt, "HS256", HeaderAttacks.pem(issuerKey, "\n"));
    }
}
