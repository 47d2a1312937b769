package no.klarert.conformance.maskinporten;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** A signed JWT written by hand: members are raw JSON text, so that anything can be wrong with it. Changes make a copy. */
record CraftedJwt(Map<String, String> header, Map<String, String> claims, List<String> more, PrivateKey key) {
    private static final JsonMapper JSON = new JsonMapper();

    CraftedJwt {
        header = new LinkedHashMap<>(header);
        claims = new LinkedHashMap<>(claims);
        more = List.copyOf(more);
    }

    /** The header member with this JSON text. */
    CraftedJwt header(String name, String json) {
        var copy = copy();
        copy.header.put(name, json);
        return copy;
    }

    CraftedJwt withoutHeader(String name) {
        var copy = copy();
        copy.header.remove(name);
        return copy;
    }

    /** The claim with this JSON text. */
    CraftedJwt claim(String name, String json) {
        var copy = copy();
        copy.claims.put(name, json);
        return copy;
    }

    /** The JSON text of a claim that is there. */
    String claim(String name) {
        return Objects.requireNonNull(claims.get(name));
    }

    CraftedJwt without(String name) {
        var copy = copy();
        copy.claims.remove(name);
        return copy;
    }

    /** One more member at the end of the payload, whatever is there already. */
    CraftedJwt andMember(String json) {
        var all = new ArrayList<>(more);
        all.add(json);
        return new CraftedJwt(header, claims, all, key);
    }

    CraftedJwt signedBy(PrivateKey other) {
        return new CraftedJwt(header, claims, more, other);
    }

    private CraftedJwt copy() {
        return new CraftedJwt(header, claims, more, key);
    }

    String headerJson() {
        return object(header, List.of());
    }

    String payloadJson() {
        return object(claims, more);
    }

    private static String object(Map<String, String> members, List<String> more) {
        List<String> all = new ArrayList<>();
        members.forEach((name, json) -> all.add(quoted(name) + ":" + json));
        all.addAll(more);
        return "{" + String.join(",", all) + "}";
    }

    /** The compact form under the algorithm RS256. */
    String sign() {
        return sign("SHA256withRSA");
    }

    /** The compact form, signed as {@code algorithm} has it (the name is the JDK's), whatever the header says. */
    String sign(String algorithm) {
        return sign(bytes(headerJson()), bytes(payloadJson()), algorithm);
    }

    /** The compact form with another header and payload, byte for byte. */
    String signBytes(byte[] headerBytes, byte[] payloadBytes) {
        return sign(headerBytes, payloadBytes, "SHA256withRSA");
    }

    private String sign(byte[] headerBytes, byte[] payloadBytes, String algorithm) {
        return signText(base64(headerBytes) + "." + base64(payloadBytes), algorithm);
    }

    /** The compact form of two encoded parts with a dot between them, whatever they are. */
    String signText(String input, String algorithm) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(bytes(input));
            return input + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(bytes(text));
    }
}
