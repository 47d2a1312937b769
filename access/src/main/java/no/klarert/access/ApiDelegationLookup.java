package no.klarert.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;

/** Which suppliers may use a scope for whom, for issuers and API providers (Maskinporten §8.3); who may ask is settled. */
public final class ApiDelegationLookup {
    private final Transactions transactions;
    private final PartyStore parties;
    private final ApiDelegationStore delegations;
    private final ApiSchemes schemes;

    public ApiDelegationLookup(
            Transactions transactions, PartyStore parties, ApiDelegationStore delegations, ApiSchemes schemes) {
        this.transactions = transactions;
        this.parties = parties;
        this.delegations = delegations;
        this.schemes = schemes;
    }

    /** Delegations of a scope, of one consumer or any, to one supplier or any. */
    public record Query(ScopeName scope, Optional<OrgNumber> consumer, Optional<OrgNumber> supplier) {}

    /** What there is to tell. */
    public sealed interface Result {
        /** In order of scheme, consumer and supplier; may be empty. */
        record Found(List<Entry> entries) implements Result {
            public Found {
                entries = List.copyOf(entries);
            }
        }

        /** An organisation that was named is not in the register. */
        record UnknownOrganization(OrgNumber number) implements Result {}
    }

    /** A delegation and the scheme that lists the scope. */
    public record Entry(ApiDelegation delegation, ApiScheme scheme) {}

    public Result find(Query query) {
        return transactions.run(tx -> Stream.concat(query.consumer().stream(), query.supplier().stream())
                .filter(number -> parties.byNumber(tx, number).isEmpty())
                .findFirst()
                .<Result>map(Result.UnknownOrganization::new)
                .orElseGet(() -> new Result.Found(entries(tx, query))));
    }

    private List<Entry> entries(Transaction transaction, Query query) {
        Map<ResourceId, ApiScheme> opening = schemes.opening(transaction, query.scope()).stream()
                .collect(Collectors.toMap(ApiScheme::id, Function.identity()));
        return candidates(transaction, query, opening).stream()
                .filter(each ->
                        isOrAny(query.consumer(), each.consumer()) && isOrAny(query.supplier(), each.supplier()))
                .flatMap(each ->
                        Optional.ofNullable(opening.get(each.scheme())).stream().map(scheme -> new Entry(each, scheme)))
                .toList();
    }

    /** The smallest list that the store has and that holds all that is asked for. */
    private List<ApiDelegation> candidates(Transaction transaction, Query query, Map<ResourceId, ApiScheme> opening) {
        if (query.consumer().isPresent()) {
            return parties.byNumber(transaction, query.consumer().get())
                    .map(consumer -> delegations.givenBy(transaction, consumer.uuid()))
                    .orElse(List.of());
        }
        return query.supplier()
                .flatMap(number -> parties.byNumber(transaction, number))
                .map(supplier -> delegations.heldBy(transaction, supplier.uuid()))
                .orElseGet(() -> delegations.ofSchemes(transaction, opening.keySet()));
    }

    private static boolean isOrAny(Optional<OrgNumber> wanted, Party.Organization organization) {
        return wanted.isEmpty() || wanted.get().equals(organization.number());
    }
}
