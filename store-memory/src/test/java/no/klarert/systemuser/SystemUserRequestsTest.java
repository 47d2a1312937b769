package no.klarert.systemuser;

import static no.klarert.systemuser.SystemUserWorld.CALLER;
import static no.klarert.systemuser.SystemUserWorld.CLAIMS;
import static no.klarert.systemuser.SystemUserWorld.FJELL;
import static no.klarert.systemuser.SystemUserWorld.FJORD;
import static no.klarert.systemuser.SystemUserWorld.FJORD_ID;
import static no.klarert.systemuser.SystemUserWorld.MANAGER;
import static no.klarert.systemuser.SystemUserWorld.OTHER_CALLER;
import static no.klarert.systemuser.SystemUserWorld.OTHER_VENDOR;
import static no.klarert.systemuser.SystemUserWorld.PAYROLL_FOR_CLIENTS;
import static no.klarert.systemuser.SystemUserWorld.TAX;
import static no.klarert.systemuser.SystemUserWorld.VENDOR;
import static no.klarert.systemuser.SystemUserWorld.right;
import static no.klarert.systemuser.SystemUserWorld.systemDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.klarert.storage.Actor;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemUserRequestsTest {
    private final SystemUserWorld world = new SystemUserWorld();
    private final SystemUserRequests requests = world.requests;
    private final SystemId system = world.system(VENDOR + "_timer").id();

    private Draft draft() {
        return new Draft(system);
    }

    /** A good request, to change in one thing. */
    private static final class Draft {
        private String system;
        private String customer = FJORD.value();
        private Optional<String> externalRef = Optional.empty();
        private Optional<String> title = Optional.empty();
        private Optional<List<DraftRight>> rights = Optional.of(List.of(right(CLAIMS.value())));
        private Optional<List<String>> packages = Optional.empty();
        private Optional<String> redirectUrl = Optional.empty();

        Draft(SystemId system) {
            this.system = system.value();
        }

        RequestDraft is() {
            return new RequestDraft(
                    system, customer, externalRef.map(ExternalRef::new), title, rights, packages, redirectUrl);
        }

        Draft system(String other) {
            system = other;
            return this;
        }

        Draft customer(String other) {
            customer = other;
            return this;
        }

        Draft externalRef(String other) {
            externalRef = Optional.of(other);
            return this;
        }

        Draft title(String other) {
            title = Optional.of(other);
            return this;
        }

        Draft rights(DraftRight... others) {
            rights = Optional.of(List.of(others));
            return this;
        }

        Draft packages(String... urns) {
            packages = Optional.of(List.of(urns));
            return this;
        }

        Draft onlyPackages(String... urns) {
            rights = Optional.empty();
            return packages(urns);
        }

        Draft redirectUrl(String other) {
            redirectUrl = Optional.of(other);
            return this;
        }
    }

    private SystemUserRequests.Creation done(Outcome<SystemUserRequests.Creation> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<SystemUserRequests.Creation>) outcome).value();
    }

    private RequestView created(Draft draft) {
        var creation = done(requests.create(CALLER, draft.is()));
        assertThat(creation.isNew()).isTrue();
        return creation.request();
    }

    private Refusal refused(Draft draft) {
        return refused(CALLER, draft);
    }

    private Refusal refused(Actor.OfOrganization caller, Draft draft) {
        int before = world.audited().size();
        var refusal = refusal(requests.create(caller, draft.is()));
        assertThat(world.audited()).hasSize(before);
        return refusal;
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    @Test
    void makes_a_request_and_says_where_it_is_confirmed() {
        var view = created(draft().title("Fjords timer").packages(TAX.urn()));
        var request = view.request();

        assertThat(view.confirmUrl())
                .hasToString("https://portal.example/accessmanagement/ui/systemuser/request?id=" + request.id()
                        + "&DONTCHOOSEREPORTEE=true");
        assertThat(request.status()).isEqualTo(RequestStatus.NEW);
        assertThat(request.integrationTitle()).isEqualTo("Fjords timer");
        assertThat(request.key()).isEqualTo(new SystemUserRequest.Key(system, FJORD, new ExternalRef(FJORD.value())));
        assertThat(request.rights()).containsExactly(new Right(Optional.empty(), CLAIMS));
        assertThat(request.accessPackages()).containsExactly(TAX);
        assertThat(world.audited()).containsExactly("system.register", "systemuser-request.create");
    }

    @Test
    void names_a_request_without_title_after_the_system() {
        assertThat(created(draft()).request().integrationTitle()).isEqualTo("Tidsregistrering");
    }

    @Test
    void answers_the_same_request_again_whatever_it_now_asks_for() {
        var first = created(draft());
        var again = done(requests.create(
                CALLER, draft().packages("urn:altinn:accesspackage:annet").is()));

        assertThat(again.isNew()).isFalse();
        assertThat(again.request()).isEqualTo(first);
    }

    @Test
    void tells_requests_with_other_references_apart() {
        var first = created(draft());
        assertThat(created(draft().externalRef("kunde-2")).request().id())
                .isNotEqualTo(first.request().id());
        assertThat(done(requests.create(
                                CALLER, draft().externalRef(FJORD.value()).is()))
                        .isNew())
                .isFalse();
    }

    @Test
    void answers_a_rejected_request_until_it_is_deleted() {
        var id = created(draft()).request().id();
        world.decisions.reject(MANAGER, FJORD_ID, id, "");
        assertThat(done(requests.create(CALLER, draft().is()))
                        .request()
                        .request()
                        .status())
                .isEqualTo(RequestStatus.REJECTED);

        requests.delete(CALLER, id);
        assertThat(created(draft()).request().id()).isNotEqualTo(id);
    }

    @Test
    void refuses_while_the_system_user_exists_and_not_after() {
        var user = world.approved(created(draft()).request().id());
        assertThat(refused(draft()).problem()).isEqualTo(SystemUserProblem.SYSTEM_USER_EXISTS);

        world.systemUsers.delete(MANAGER, FJORD_ID, user.id());
        assertThat(created(draft()).request().id().value())
                .isNotEqualTo(user.id().value());
    }

    @Test
    void gives_way_to_a_new_request_after_180_days() {
        var first = created(draft());
        world.clock.advance(Duration.ofDays(180));
        assertThat(done(requests.create(CALLER, draft().is())).isNew()).isFalse();

        world.clock.advance(Duration.ofSeconds(1));
        assertThat(requests.read(VENDOR, first.request().id()))
                .isEqualTo(new Outcome.Done<>(
                        new RequestView(first.request(), first.confirmUrl(), first.expires(), true)));
        var second = created(draft());
        assertThat(second.request().id()).isNotEqualTo(first.request().id());
        assertThat(refusal(requests.read(VENDOR, first.request().id())).problem())
                .isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
    }

    @Test
    void keeps_a_timed_out_request_if_the_new_one_is_refused() {
        var first = created(draft());
        world.clock.advance(Duration.ofDays(181));
        assertThat(refused(draft().rights(right("annet"))).problem()).isEqualTo(SystemUserProblem.RIGHT_NOT_AVAILABLE);
        assertThat(requests.read(VENDOR, first.request().id())).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"991825827_finnes-ikke", "ikke en id", ""})
    void refuses_an_unknown_system(String id) {
        assertThat(refused(draft().system(id)).problem()).isEqualTo(SystemUserProblem.SYSTEM_UNKNOWN);
    }

    @Test
    void refuses_another_vendors_system_as_unknown_even_if_there_is_a_request() {
        created(draft());
        assertThat(refused(OTHER_CALLER, draft()).problem()).isEqualTo(SystemUserProblem.SYSTEM_UNKNOWN);
    }

    @Test
    void refuses_a_deleted_system_as_unknown() {
        world.register.delete(new Registrar(CALLER, false), system);
        assertThat(refused(draft()).problem()).isEqualTo(SystemUserProblem.SYSTEM_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"310000000", "974761077", "0192:974761076", "x"})
    void refuses_an_unknown_customer(String number) {
        assertThat(refused(draft().customer(number)).problem()).isEqualTo(SystemUserProblem.CUSTOMER_UNKNOWN);
    }

    @Test
    void takes_a_redirect_url_that_differs_from_an_allowed_one_in_its_query_alone() {
        var url = "https://vendor.example/kvittering?ref=" + "a".repeat(8192);
        assertThat(created(draft().redirectUrl(url)).request().redirectUrl()).contains(url);
        assertThat(refused(draft().externalRef("2").redirectUrl("https://vendor.example/annet?ref=1"))
                        .problem())
                .isEqualTo(SystemUserProblem.REDIRECT_URL_NOT_ALLOWED);
        assertThat(refused(draft().externalRef("2").redirectUrl("ikke en adresse"))
                        .problem())
                .isEqualTo(SystemUserProblem.REDIRECT_URL_NOT_ALLOWED);
    }

    @Test
    void refuses_a_redirect_url_where_the_system_has_none() {
        var base = systemDraft(VENDOR + "_uten");
        var bare = world.register(new SystemDraft(
                base.id(),
                base.vendor(),
                base.name(),
                base.description(),
                base.rights(),
                base.accessPackages(),
                List.of(),
                true,
                List.of()));
        assertThat(refused(new Draft(bare.id()).redirectUrl("https://vendor.example/kvittering"))
                        .problem())
                .isEqualTo(SystemUserProblem.NO_REDIRECT_URLS);
        assertThat(created(new Draft(bare.id())).request().redirectUrl()).isEmpty();
    }

    @Test
    void refuses_to_ask_for_nothing() {
        var absent = draft();
        absent.rights = Optional.empty();
        assertThat(refused(absent).problem()).isEqualTo(SystemUserProblem.RIGHT_NOT_AVAILABLE);
        assertThat(refused(draft().rights()).problem()).isEqualTo(SystemUserProblem.NOTHING_ASKED_FOR);
        assertThat(refused(draft().onlyPackages()).problem()).isEqualTo(SystemUserProblem.NOTHING_ASKED_FOR);
    }

    @Test
    void takes_rights_alone_and_packages_alone() {
        assertThat(created(draft()).request().accessPackages()).isEmpty();
        assertThat(created(draft().externalRef("2").onlyPackages(TAX.urn()))
                        .request()
                        .rights())
                .isEmpty();
    }

    @Test
    void refuses_rights_that_the_system_does_not_offer() {
        assertThat(refused(draft().rights(right("skjema"))).problem()).isEqualTo(SystemUserProblem.RIGHT_NOT_AVAILABLE);
        assertThat(refused(draft().rights(new DraftRight(Optional.empty(), "urn:altinn:org", CLAIMS.value())))
                        .problem())
                .isEqualTo(SystemUserProblem.RIGHT_NOT_AVAILABLE);
        var three = right(CLAIMS.value());
        assertThat(refused(draft().rights(three, three, three)).problem())
                .isEqualTo(SystemUserProblem.RIGHT_NOT_AVAILABLE);
    }

    @Test
    void takes_a_right_whatever_its_action() {
        var read = new DraftRight(Optional.of("read"), "urn:altinn:resource", CLAIMS.value());
        assertThat(created(draft().rights(read)).request().rights())
                .containsExactly(new Right(Optional.of("read"), CLAIMS));
    }

    @Test
    void refuses_packages_that_the_system_does_not_offer_and_names_them() {
        var refusal = refused(draft().onlyPackages("urn:altinn:accesspackage:jordbruk"));
        assertThat(refusal.problem()).isEqualTo(SystemUserProblem.PACKAGE_NOT_ON_SYSTEM);
        assertThat(refusal.extension())
                .contains(new Extension("NotFoundPackages", "urn:altinn:accesspackage:jordbruk"));

        assertThat(refused(draft().onlyPackages(TAX.urn(), "urn:altinn:accesspackage:jordbruk")))
                .isEqualTo(Refusal.of(SystemUserProblem.PACKAGE_NOT_ON_SYSTEM));
        assertThat(refused(draft().onlyPackages("")).problem()).isEqualTo(SystemUserProblem.PACKAGE_NOT_ON_SYSTEM);
    }

    @Test
    void refuses_packages_for_clients_and_names_them() {
        var base = systemDraft(VENDOR + "_klient");
        var forClients = world.register(new SystemDraft(
                base.id(),
                base.vendor(),
                base.name(),
                base.description(),
                List.of(),
                List.of(PAYROLL_FOR_CLIENTS.urn()),
                List.of(),
                false,
                List.of()));
        assertThat(refused(new Draft(forClients.id()).onlyPackages(PAYROLL_FOR_CLIENTS.urn())))
                .isEqualTo(Refusal.of(
                        SystemUserProblem.PACKAGE_NOT_ASSIGNABLE, "NotDelegablePackages", PAYROLL_FOR_CLIENTS.urn()));
    }

    @Test
    void shows_a_request_to_its_vendor_alone() {
        var view = created(draft());
        var id = view.request().id();
        assertThat(requests.read(VENDOR, id)).isEqualTo(new Outcome.Done<>(view));
        assertThat(requests.read(VENDOR, view.request().key())).isEqualTo(new Outcome.Done<>(view));

        assertThat(refusal(requests.read(OTHER_VENDOR, id)).problem()).isEqualTo(SystemUserProblem.SYSTEM_UNKNOWN);
        assertThat(refusal(requests.read(OTHER_VENDOR, view.request().key())).problem())
                .isEqualTo(SystemUserProblem.SYSTEM_UNKNOWN);
        assertThat(refusal(requests.read(VENDOR, new RequestId(UUID.randomUUID())))
                        .problem())
                .isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
        var otherKey = new SystemUserRequest.Key(system, FJELL, new ExternalRef(FJELL.value()));
        assertThat(refusal(requests.read(VENDOR, otherKey)).problem()).isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
    }

    @Test
    void lists_every_request_once_over_its_pages() {
        var made = IntStream.range(0, 2 * SystemUserRequests.PAGE_SIZE + 1)
                .mapToObj(n ->
                        created(draft().externalRef("kunde-" + n)).request().id())
                .toList();
        var first = page(Optional.empty());
        var second = page(first.continueAfter());
        var third = page(second.continueAfter());

        assertThat(first.requests()).hasSize(SystemUserRequests.PAGE_SIZE);
        assertThat(third.requests()).hasSize(1);
        assertThat(third.continueAfter()).isEmpty();
        assertThat(List.of(first, second, third).stream()
                        .flatMap(page -> page.requests().stream())
                        .map(view -> view.request().id()))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    private SystemUserRequests.Page page(Optional<RequestId> after) {
        var outcome = requests.list(VENDOR, system.value(), after);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<SystemUserRequests.Page>) outcome).value();
    }

    @Test
    void lists_no_other_vendors_system() {
        for (var vendor : List.of(OTHER_VENDOR, new OrgNumber("310000000"))) {
            assertThat(refusal(requests.list(vendor, system.value(), Optional.empty()))
                            .problem())
                    .isEqualTo(SystemUserProblem.SYSTEM_UNKNOWN);
        }
        assertThat(refusal(requests.list(VENDOR, "finnes-ikke", Optional.empty()))
                        .problem())
                .isEqualTo(SystemUserProblem.SYSTEM_UNKNOWN);
    }

    @Test
    void deletes_a_request_once_and_for_its_vendor_alone() {
        var id = created(draft()).request().id();
        assertThat(refusal(requests.delete(OTHER_CALLER, id)).problem()).isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
        assertThat(requests.read(VENDOR, id)).isInstanceOf(Outcome.Done.class);

        assertThat(requests.delete(CALLER, id)).isInstanceOf(Outcome.Done.class);
        assertThat(refusal(requests.read(VENDOR, id)).problem()).isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
        assertThat(refusal(requests.delete(CALLER, id)).problem()).isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
        assertThat(world.audited()).endsWith("systemuser-request.create", "systemuser-request.delete");
    }

    @Test
    void leaves_the_system_user_when_its_request_is_deleted() {
        var user = world.approved(created(draft()).request().id());
        requests.delete(CALLER, new RequestId(user.id().value()));
        assertThat(refused(draft()).problem()).isEqualTo(SystemUserProblem.SYSTEM_USER_EXISTS);
    }
}
