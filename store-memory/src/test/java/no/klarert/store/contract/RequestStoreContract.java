package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.RequestStatus;
import no.klarert.systemuser.RequestStore;
import no.klarert.systemuser.Right;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link RequestStore}. */
public abstract class RequestStoreContract extends StoreContract {
    private static final SystemId SYSTEM = Samples.system("tidsreg").id();
    private static final SystemId OTHER_SYSTEM = Samples.system("timereg").id();
    private static final OrgNumber CUSTOMER = Samples.organization(5);
    private static final OrgNumber OTHER_CUSTOMER = Samples.organization(6);
    private static final Instant LATER = Samples.NOW.plusSeconds(60);

    private static final SystemUserRequest.Decision DECISION = new SystemUserRequest.Decision("user:20000001", LATER);

    private final RequestStore requests;
    private final SystemStore systems;

    protected RequestStoreContract(Transactions transactions, RequestStore requests, SystemStore systems) {
        super(transactions);
        this.requests = requests;
        this.systems = systems;
    }

    @BeforeEach
    void register_two_systems() {
        perform(transaction -> {
            systems.insert(transaction, Samples.system("tidsreg"));
            systems.insert(transaction, Samples.system("timereg"));
        });
    }

    private static SystemUserRequest.Key key(SystemId system, OrgNumber customer, String externalRef) {
        return new SystemUserRequest.Key(system, customer, new ExternalRef(externalRef));
    }

    private static SystemUserRequest request(String id, SystemUserRequest.Key key, Instant created) {
        return new SystemUserRequest(
                new RequestId(Samples.uuid(id)),
                key,
                "Regnskap i skyen",
                List.of(
                        new Right(Optional.of("read"), new ResourceId("ressurs-b")),
                        new Right(Optional.empty(), new ResourceId("ressurs-a"))),
                List.of(new AccessPackage("skatt-næring")),
                Optional.of("https://smartcloud.example/retur?a=1&b=%20"),
                RequestStatus.NEW,
                Optional.empty(),
                created);
    }

    private static SystemUserRequest decided(SystemUserRequest request, RequestStatus outcome) {
        return new SystemUserRequest(
                request.id(),
                request.key(),
                request.integrationTitle(),
                request.rights(),
                request.accessPackages(),
                request.redirectUrl(),
                outcome,
                Optional.of(DECISION),
                request.created());
    }

    private static SystemUserRequest request(String id, String externalRef) {
        return request(id, key(SYSTEM, CUSTOMER, externalRef), Samples.NOW);
    }

    private boolean insert(SystemUserRequest request) {
        return answer(transaction -> requests.insert(transaction, request));
    }

    private Optional<SystemUserRequest> find(SystemUserRequest request) {
        return answer(transaction -> requests.find(transaction, request.id()));
    }

    private Optional<SystemUserRequest> findByKey(SystemUserRequest.Key key) {
        return answer(transaction -> requests.findByKey(transaction, key));
    }

    private boolean decide(SystemUserRequest request, RequestStatus outcome) {
        return answer(transaction -> requests.decide(transaction, request.id(), outcome, DECISION));
    }

    private boolean delete(SystemUserRequest request) {
        return answer(transaction -> requests.delete(transaction, request.id(), LATER));
    }

    private List<SystemUserRequest> ofSystem(Optional<RequestId> after, int limit) {
        return answer(transaction -> requests.ofSystem(transaction, SYSTEM, after, limit));
    }

    @Test
    void finds_an_inserted_request_as_it_was() {
        var request = request("00000001", "kunde-4711");

        assertThat(insert(request)).isTrue();
        assertThat(find(request)).contains(request);
        assertThat(findByKey(request.key())).contains(request);
        assertFound(transaction -> requests.lock(transaction, request.id())).contains(request);
    }

    @Test
    void keeps_a_request_without_rights_packages_and_redirect() {
        var bare = new SystemUserRequest(
                new RequestId(Samples.uuid("00000001")),
                key(SYSTEM, CUSTOMER, "a"),
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                RequestStatus.NEW,
                Optional.empty(),
                Samples.NOW);

        insert(bare);

        assertThat(find(bare)).contains(bare);
    }

    @Test
    void keeps_a_request_that_is_decided_already() {
        var request = decided(request("00000001", "a"), RequestStatus.REJECTED);

        assertThat(insert(request)).isTrue();
        assertThat(find(request)).contains(request);
    }

    @Test
    void finds_no_request_that_was_not_inserted() {
        insert(request("00000001", "a"));
        var other = request("00000002", "A");

        assertThat(find(other)).isEmpty();
        assertFound(transaction -> requests.lock(transaction, other.id())).isEmpty();
        assertThat(findByKey(other.key())).isEmpty();
        assertThat(findByKey(key(OTHER_SYSTEM, CUSTOMER, "a"))).isEmpty();
        assertThat(findByKey(key(SYSTEM, OTHER_CUSTOMER, "a"))).isEmpty();
    }

    @Test
    void refuses_a_second_request_with_the_same_key() {
        var first = request("00000001", "a");
        insert(first);

        assertThat(insert(request("00000002", "a"))).isFalse();
        assertThat(findByKey(first.key())).contains(first);
    }

    @Test
    void refuses_a_second_request_with_the_key_of_a_decided_one() {
        var first = request("00000001", "a");
        insert(first);
        decide(first, RequestStatus.REJECTED);

        assertThat(insert(request("00000002", "a"))).isFalse();
    }

    @Test
    void takes_requests_that_differ_in_any_part_of_the_key() {
        insert(request("00000001", "a"));

        assertThat(insert(request("00000002", "b"))).isTrue();
        assertThat(insert(request("00000003", key(SYSTEM, OTHER_CUSTOMER, "a"), Samples.NOW)))
                .isTrue();
        assertThat(insert(request("00000004", key(OTHER_SYSTEM, CUSTOMER, "a"), Samples.NOW)))
                .isTrue();
    }

    @Test
    void lets_one_of_several_requests_with_one_key_at_once_win() {
        var won = Race.of(4, runner -> insert(request("0000000" + runner, "a")));

        assertThat(won).containsOnlyOnce(true);
        assertThat(ofSystem(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void refuses_a_request_with_the_id_of_another() {
        insert(request("00000001", "a"));

        assertThatThrownBy(() -> insert(request("00000001", "b"))).isInstanceOf(StorageException.class);
        assertThat(findByKey(key(SYSTEM, CUSTOMER, "b"))).isEmpty();
    }

    @Test
    void refuses_a_request_for_an_unknown_system() {
        var request = request("00000001", key(new SystemId("unknown"), CUSTOMER, "a"), Samples.NOW);

        assertThatThrownBy(() -> insert(request)).isInstanceOf(StorageException.class);
        assertThat(find(request)).isEmpty();
    }

    @Test
    void decides_a_new_request_once() {
        var request = request("00000001", "a");
        insert(request);

        assertThat(decide(request, RequestStatus.ACCEPTED)).isTrue();
        assertThat(decide(request, RequestStatus.REJECTED)).isFalse();
        assertThat(find(request)).contains(decided(request, RequestStatus.ACCEPTED));
    }

    @Test
    void lets_one_of_several_decisions_at_once_win() {
        var request = request("00000001", "a");
        insert(request);
        var outcomes = List.of(RequestStatus.ACCEPTED, RequestStatus.REJECTED);

        var won = Race.of(4, runner -> decide(request, outcomes.get(runner % 2)));

        assertThat(won).containsOnlyOnce(true);
        assertThat(find(request)).contains(decided(request, outcomes.get(won.indexOf(true) % 2)));
    }

    @Test
    void decides_no_request_that_is_unknown_or_deleted() {
        var request = request("00000001", "a");
        assertThat(decide(request, RequestStatus.ACCEPTED)).isFalse();
        insert(request);
        delete(request);

        assertThat(decide(request, RequestStatus.ACCEPTED)).isFalse();
    }

    @Test
    void refuses_to_decide_that_a_request_is_new() {
        var request = request("00000001", "a");
        insert(request);

        assertThatThrownBy(() -> decide(request, RequestStatus.NEW)).isInstanceOf(IllegalArgumentException.class);
        assertThat(decide(request, RequestStatus.ACCEPTED)).isTrue();
    }

    @Test
    void deletes_a_request_once_and_frees_its_key() {
        var request = request("00000001", "a");
        insert(request);

        assertThat(delete(request)).isTrue();
        assertThat(delete(request)).isFalse();
        assertThat(find(request)).isEmpty();
        assertFound(transaction -> requests.lock(transaction, request.id())).isEmpty();
        assertThat(findByKey(request.key())).isEmpty();
        assertThat(insert(request("00000002", "a"))).isTrue();
    }

    @Test
    void deletes_no_request_that_is_unknown() {
        assertThat(delete(request("00000001", "a"))).isFalse();
    }

    @Test
    void lets_no_one_else_change_a_locked_request() {
        var request = request("00000001", "a");
        insert(request);

        assertWaits(
                transaction -> requests.lock(transaction, request.id()),
                transaction -> requests.decide(transaction, request.id(), RequestStatus.REJECTED, DECISION));
    }

    @Test
    void pages_through_a_systems_requests_in_order_of_id() {
        var first = request("00000001", "c");
        var second = request("7fffffff", "b");
        var third = request("80000000", "a");
        var decided = request("ffffffff", "d");
        var deleted = request("00000002", "e");
        var foreign = request("00000003", key(OTHER_SYSTEM, CUSTOMER, "a"), Samples.NOW);
        List.of(decided, third, foreign, second, deleted, first).forEach(this::insert);
        decide(decided, RequestStatus.ACCEPTED);
        delete(deleted);

        assertThat(ofSystem(Optional.empty(), 2)).containsExactly(first, second);
        assertThat(ofSystem(Optional.of(second.id()), 2))
                .containsExactly(third, decided(decided, RequestStatus.ACCEPTED));
        assertThat(ofSystem(Optional.of(deleted.id()), 1)).containsExactly(second);
        assertThat(ofSystem(Optional.of(decided.id()), 2)).isEmpty();
    }

    @Test
    void lists_a_customers_new_requests_newest_first() {
        var older = request("00000001", "a");
        var newer = request("00000002", key(OTHER_SYSTEM, CUSTOMER, "a"), LATER);
        var decided = request("00000003", "b");
        var deleted = request("00000004", "c");
        var foreign = request("00000005", key(SYSTEM, OTHER_CUSTOMER, "a"), Samples.NOW);
        List.of(older, newer, decided, deleted, foreign).forEach(this::insert);
        decide(decided, RequestStatus.ACCEPTED);
        delete(deleted);

        assertListed(transaction -> requests.pending(transaction, CUSTOMER)).containsExactly(newer, older);
    }
}
