package no.klarert.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.klarert.access.Party;
import no.klarert.issuer.Organization;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.ResourceId;

/** Reads what a world file says of API delegation: the schemes, and who has delegated them to whom. */
final class WorldApis {
    private final JsonFields root;

    WorldApis(JsonFields root) {
        this.root = root;
    }

    /** The schemes, each owned by one of {@code participants} and listing at least one scope under a prefix of its. */
    List<World.SeededScheme> schemes(List<World.Participant> participants) {
        Map<OrgNumber, Organization> owners = new HashMap<>();
        participants.forEach(each -> owners.put(each.organization().number(), each.organization()));
        List<World.SeededScheme> schemes = new ArrayList<>();
        for (var item : root.objects("apiSchemes").orElse(List.of())) {
            item.refuseUnknown("resource", "owner", "title", "scopes");
            var id = item.requiredValue("resource", ResourceId::new);
            var number = item.requiredValue("owner", OrgNumber::new);
            var title = item.requiredText("title");
            var owner = number.map(owners::get);
            if (number.isPresent() && owner.isEmpty()) {
                item.wrong("owner", "expected the number of an organization in this file");
            }
            scheme(item, id, owner, title).ifPresent(schemes::add);
        }
        return schemes;
    }

    private static Optional<World.SeededScheme> scheme(
            JsonFields item, Optional<ResourceId> id, Optional<Organization> owner, String title) {
        var scopes = WorldReader.scopeNames(item, "scopes");
        if (scopes.isEmpty()) {
            item.wrong("scopes", "expected at least one scope");
        }
        if (id.isEmpty() || owner.isEmpty()) {
            return Optional.empty();
        }
        scopes.stream()
                .filter(scope -> !owner.get().scopePrefixes().contains(scope.prefix()))
                .forEach(scope -> item.wrong("scopes", "`" + scope + "` is not under a prefix of the owner"));
        return Optional.of(new World.SeededScheme(id.get(), owner.get(), title, scopes));
    }

    /** The delegations, between organisations among {@code parties}. Their schemes may come later, from their owners. */
    List<World.SeededApiDelegation> delegations(List<Party> parties) {
        Set<PartyId> organizations = new HashSet<>();
        parties.stream().filter(Party.Organization.class::isInstance).forEach(party -> organizations.add(party.id()));
        List<World.SeededApiDelegation> delegations = new ArrayList<>();
        for (var item : root.objects("apiDelegations").orElse(List.of())) {
            item.refuseUnknown("resource", "from", "to");
            var scheme = item.requiredValue("resource", ResourceId::new);
            var from = organization(item, "from", organizations);
            var to = organization(item, "to", organizations);
            if (from.isPresent() && from.equals(to)) {
                item.wrong("to", "an organisation does not delegate to itself");
            }
            scheme.ifPresent(id -> from.ifPresent(giver ->
                    to.ifPresent(receiver -> delegations.add(new World.SeededApiDelegation(id, giver, receiver)))));
        }
        return delegations;
    }

    private static Optional<PartyId> organization(JsonFields item, String name, Set<PartyId> organizations) {
        int id = item.integer(name, 0, 1, Integer.MAX_VALUE);
        if (id == 0 || !organizations.contains(new PartyId(id))) {
            item.wrong(name, "expected the id of an organisation among the parties in this file");
            return Optional.empty();
        }
        return Optional.of(new PartyId(id));
    }
}
