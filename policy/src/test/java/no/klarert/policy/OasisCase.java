package no.klarert.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.klarert.policy.wire.Decisions;
import no.klarert.policy.wire.RequestReading;
import tools.jackson.databind.JsonNode;

/**
 * One case of the XACML 3.0 conformance pack, or its JSON form.
 *
 * @param entry what the index says
 * @param policies the folder that paths of policies begin at
 * @param documents the folder that paths of requests and responses begin at
 */
record OasisCase(JsonNode entry, Path policies, Path documents, WireFormat format) {
    private static final CurrentTime NOON = new CurrentTime(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("<Policy(?:Set)?\\s[^>]*?(Policy(?:Set)?Id)=\"([^\"]+)\"");
    private static final Pattern ATTRIBUTES = Pattern.compile("<Attributes.*</Attributes>", Pattern.DOTALL);

    String id() {
        return entry.get("id").asString();
    }

    /** Mandatory, optional and so on. */
    String status() {
        return entry.get("status").asString();
    }

    boolean accepts(String outcome) {
        return texts("accept").contains(outcome);
    }

    List<String> texts(String member) {
        var texts = new ArrayList<String>();
        entry.path(member).forEach(element -> texts.add(element.asString()));
        return texts;
    }

    /** Compiles the policy with those it refers to at hand; several root policies as one set that lets only one apply. */
    CompilationResult compile() {
        var roots = sources("rootPolicies");
        var root = roots.isEmpty() ? read(policies, entry.get("policy").asString()) : onlyOneOf(roots);
        return PolicyCompiler.compile(root, CompilerOptions.of(Dialect.STANDARD).library(library()));
    }

    /** The policies that may be referred to. */
    PolicyLibrary library() {
        var sources = new ArrayList<>(sources("rootPolicies"));
        sources.addAll(sources("referencedPolicies"));
        return PolicyLibrary.of(sources, CompilerOptions.of(Dialect.STANDARD));
    }

    private List<byte[]> sources(String member) {
        return texts(member).stream().map(file -> read(policies, file)).toList();
    }

    private static byte[] onlyOneOf(List<byte[]> roots) {
        var references = roots.stream().map(OasisCase::reference).collect(Collectors.joining());
        return ("<PolicySet xmlns='" + Xacml.NAMESPACE + "' PolicySetId='roots' Version='1.0' PolicyCombiningAlgId="
                        + "'urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:only-one-applicable'><Target/>"
                        + references + "</PolicySet>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String reference(byte[] root) {
        var id = ID.matcher(new String(root, StandardCharsets.UTF_8));
        if (!id.find()) {
            throw new AssertionError("a root policy without id");
        }
        var name = id.group(1) + "Reference";
        return "<" + name + ">" + id.group(2) + "</" + name + ">";
    }

    boolean hasRequest() {
        return entry.has("request");
    }

    RequestReading request() {
        return format.request(read(documents, entry.get("request").asString()));
    }

    List<Decision> expected() {
        return format.decisions(read(documents, entry.get("response").asString()));
    }

    /** What the engine answers, after it was written and read again. */
    List<Decision> answer(CompiledPolicy policy, RequestReading.Read request) {
        return format.decisions(format.write(Decisions.of(request.request(), policy, sources())));
    }

    private AttributeSources sources() {
        if (!entry.has("attributeProvider") && !texts("needs").contains("attribute-repository")) {
            return AttributeSources.of(NOON);
        }
        var known = known(
                read(policies, entry.path("attributeProvider").asString("corrected/IIA002/AttributeProvider.xml")));
        return AttributeSources.of(
                NOON,
                (name, request) -> known.attributes().stream()
                        .filter(attribute -> attribute.name().equals(name))
                        .toList());
    }

    /** The attributes of an attribute provider, which are written as those of a request are. */
    private static Request known(byte[] provider) {
        var attributes = ATTRIBUTES.matcher(new String(provider, StandardCharsets.UTF_8));
        if (!attributes.find()) {
            throw new AssertionError("a provider without attributes");
        }
        var request = "<Request xmlns='" + Xacml.NAMESPACE + "' ReturnPolicyIdList='false' CombinedDecision='false'>"
                + attributes.group() + "</Request>";
        return switch (WireFormat.XML.request(request.getBytes(StandardCharsets.UTF_8))) {
            case RequestReading.Read read -> read.request().individual().getFirst();
            case RequestReading.Refused refused -> throw new AssertionError(refused.issues());
        };
    }

    static byte[] read(Path folder, String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
