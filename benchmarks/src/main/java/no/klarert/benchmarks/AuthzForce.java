package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.json.JSONObject;
import org.ow2.authzforce.core.pdp.api.AttributeFqn;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.AttributeSources;
import org.ow2.authzforce.core.pdp.api.CloseablePdpEngine;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionResult;
import org.ow2.authzforce.core.pdp.api.PepAction;
import org.ow2.authzforce.core.pdp.api.PepActionAttributeAssignment;
import org.ow2.authzforce.core.pdp.api.io.PdpEngineInoutAdapter;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.DefaultEnvironmentProperties;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;
import org.ow2.authzforce.core.pdp.impl.io.PdpEngineAdapters;
import org.ow2.authzforce.core.pdp.io.xacml.json.BaseXacmlJsonResultPostprocessor;
import org.ow2.authzforce.core.pdp.io.xacml.json.SingleDecisionXacmlJsonRequestPreprocessor;
import org.ow2.authzforce.core.xmlns.pdp.Pdp;
import org.ow2.authzforce.core.xmlns.pdp.StaticPolicyProvider;

/**
 * AuthzForce core, as the benchmarks use it: without the clock it would otherwise offer to policies, and through its own request
 * and result types with neither XML nor JSON in between, which nothing it has is faster than; or from JSON to JSON.
 */
final class AuthzForce implements AutoCloseable {
    private final CloseablePdpEngine engine;
    private final PdpEngineInoutAdapter<JSONObject, JSONObject> json;

    private AuthzForce(PdpEngineConfiguration configuration) throws IOException {
        this.engine = new BasePdpEngine(configuration);
        var requests = SingleDecisionXacmlJsonRequestPreprocessor.LaxVariantFactory.INSTANCE.getInstance(
                configuration.getAttributeValueFactoryRegistry(),
                configuration.isStrictAttributeIssuerMatchEnabled(),
                configuration.isXPathEnabled(),
                Set.of());
        this.json = PdpEngineAdapters.newInoutAdapter(
                JSONObject.class, JSONObject.class, engine, requests, new BaseXacmlJsonResultPostprocessor(0));
    }

    /** Loads a policy or policy set that must be without error. */
    static AuthzForce load(byte[] xml) {
        try {
            var file = Files.createTempFile("policy", ".xml");
            try {
                Files.write(file, xml);
                return new AuthzForce(configuration(file.toUri().toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdpEngineConfiguration configuration(String policyLocation) throws IOException {
        var policies = new StaticPolicyProvider(List.of(policyLocation), false);
        boolean types = true;
        boolean functions = true;
        boolean combining = true;
        boolean clock = false;
        boolean xpath = false;
        boolean strictIssuers = false;
        var pdp = new Pdp(
                null,
                null,
                null,
                null,
                List.of(policies),
                null,
                null,
                null,
                null,
                types,
                functions,
                combining,
                clock,
                xpath,
                strictIssuers,
                null,
                null,
                null,
                null);
        return new PdpEngineConfiguration(pdp, new DefaultEnvironmentProperties());
    }

    DecisionResult evaluate(DecisionRequest request) {
        return engine.evaluate(request);
    }

    /** Text in, text out. The parser is org.json, which the adapter works on. */
    String evaluate(String request) {
        return json.evaluate(new JSONObject(request)).toString();
    }

    DecisionRequest request(Question question) {
        var bags = new LinkedHashMap<AttributeFqn, List<StringValue>>();
        for (var attribute : question.attributes()) {
            var name = AttributeFqns.newInstance(attribute.category(), Optional.empty(), attribute.id());
            bags.computeIfAbsent(name, fresh -> new ArrayList<>()).add(new StringValue(attribute.value()));
        }
        var request = engine.newRequestBuilder(3, bags.size());
        bags.forEach((name, values) -> request.putNamedAttributeIfAbsent(
                name, Bags.newAttributeBag(StandardDatatypes.STRING, values, AttributeSources.REQUEST)));
        return request.build(false);
    }

    static Answer answer(DecisionResult result) {
        return new Answer(
                result.getDecision().value(),
                result.getPepActions().stream().map(AuthzForce::duty).collect(Collectors.toSet()));
    }

    private static Answer.Duty duty(PepAction action) {
        return new Answer.Duty(
                action.getId(),
                action.getAttributeAssignments().stream()
                        .map(AuthzForce::assignment)
                        .collect(Collectors.toSet()));
    }

    private static Answer.Assignment assignment(PepActionAttributeAssignment<?> assignment) {
        return new Answer.Assignment(
                assignment.getAttributeId(),
                assignment.getCategory().orElse(""),
                assignment.getDatatype().getId(),
                String.valueOf(assignment.getValue().getContent().get(0)));
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
