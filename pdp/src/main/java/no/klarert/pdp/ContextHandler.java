package no.klarert.pdp;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.policy.AttributeName;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import no.klarert.storage.Transaction;

/**
 * Turns a part into the request that is evaluated (Altinn PDP §4.2–4.6): first who and what it is about, then, knowing which
 * attributes the policy mentions, what only look-ups can tell. The part stays as it is; the request is a new one.
 */
final class ContextHandler {
    private final PolicyInformationPoint information;
    private final ResourceReader resources;
    private final SubjectReader subjects;

    ContextHandler(PolicyInformationPoint information) {
        this.information = information;
        this.resources = new ResourceReader(information);
        this.subjects = new SubjectReader(information);
    }

    /** Who and what a part is about. */
    record Context(Part part, AskedResource resource, AskingSubject subject) {
        /** Whether a rule about kinds of organisations may look at the subject: only while no party is concerned. */
        boolean isAboutNoParty() {
            return !resource.partyIsStated() && !resource.isApp() && !resource.hasInstance();
        }
    }

    Context understand(Transaction transaction, Part part) {
        return new Context(part, resources.read(transaction, part), subjects.read(transaction, part));
    }

    /** The request with everything the policy can look at. */
    Request enrich(Transaction transaction, Context context, CompiledPolicy policy) {
        var request = Request.builder();
        context.subject().stated().forEach(request::attribute);
        context.part().attributes().filter(attribute -> !isSubject(attribute)).forEach(request::attribute);
        context.subject().added().forEach(request::attribute);
        context.resource().added().forEach(request::attribute);
        derived(transaction, context, mentioned(policy)).forEach(request::attribute);
        return request.build();
    }

    private static boolean isSubject(RequestAttribute attribute) {
        return attribute.name().category().equals(Xacml.CATEGORY_ACCESS_SUBJECT);
    }

    private Stream<RequestAttribute> derived(Transaction transaction, Context context, Set<String> mentioned) {
        return Stream.of(
                        packages(transaction, context, mentioned),
                        roles(transaction, context, mentioned),
                        partyType(context, mentioned))
                .flatMap(attributes -> attributes);
    }

    private Stream<RequestAttribute> packages(Transaction transaction, Context context, Set<String> mentioned) {
        var party = context.resource().party();
        var holder = context.subject().packageHolder();
        if (!mentioned.contains(AttributeIds.ACCESS_PACKAGE) || party.isEmpty() || holder.isEmpty()) {
            return Stream.empty();
        }
        return information.packages(transaction, party.get().uuid(), holder.get()).stream()
                .map(held -> subject(AttributeIds.ACCESS_PACKAGE, held.name()));
    }

    /** Unlike in the public service, a policy that names only the newer role attributes is served too. */
    private Stream<RequestAttribute> roles(Transaction transaction, Context context, Set<String> mentioned) {
        var party = context.resource().party();
        var user = context.subject().user();
        if (AttributeIds.ROLES.stream().noneMatch(mentioned::contains) || party.isEmpty() || user.isEmpty()) {
            return Stream.empty();
        }
        return information.roles(transaction, party.get().uuid(), user.get().uuid()).stream()
                .filter(role -> mentioned.contains(role.attributeId()))
                .map(role -> subject(role.attributeId(), role.value()));
    }

    private static Stream<RequestAttribute> partyType(Context context, Set<String> mentioned) {
        if (!mentioned.contains(AttributeIds.PARTY_TYPE) || !context.isAboutNoParty()) {
            return Stream.empty();
        }
        return context.subject().party().stream()
                .map(party -> subject(AttributeIds.PARTY_TYPE, party.isOrganization() ? "organization" : "person"));
    }

    private static Set<String> mentioned(CompiledPolicy policy) {
        return policy.attributes().stream()
                .filter(name -> name.category().equals(Xacml.CATEGORY_ACCESS_SUBJECT))
                .map(AttributeName::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static RequestAttribute subject(String id, String value) {
        return new RequestAttribute(
                new AttributeName(Xacml.CATEGORY_ACCESS_SUBJECT, id),
                Xacml.TYPE_STRING,
                Optional.empty(),
                false,
                value);
    }
}
