package no.klarert.systemuser;

import static no.klarert.systemuser.SystemUserWorld.CALLER;
import static no.klarert.systemuser.SystemUserWorld.EXPLICIT;
import static no.klarert.systemuser.SystemUserWorld.OTHER_CALLER;
import static no.klarert.systemuser.SystemUserWorld.OTHER_VENDOR;
import static no.klarert.systemuser.SystemUserWorld.PAYROLL_FOR_CLIENTS;
import static no.klarert.systemuser.SystemUserWorld.TAX;
import static no.klarert.systemuser.SystemUserWorld.VENDOR;
import static no.klarert.systemuser.SystemUserWorld.right;
import static no.klarert.systemuser.SystemUserWorld.systemDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.SystemId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemRegisterTest {
    private static final Registrar OWNER = new Registrar(CALLER, false);
    private static final Registrar OTHER = new Registrar(OTHER_CALLER, false);
    private static final Registrar ADMINISTRATOR = new Registrar(OTHER_CALLER, true);
    private static final String ID = VENDOR + "_timer";

    private final SystemUserWorld world = new SystemUserWorld();
    private final SystemRegister register = world.register;

    private static Draft draft() {
        return new Draft();
    }

    /** A good description, to change in one thing. */
    private static final class Draft {
        private String id = ID;
        private String vendor = VENDOR.toIso6523();
        private List<DraftRight> rights = systemDraft(ID).rights();
        private List<String> packages = systemDraft(ID).accessPackages();
        private List<ClientId> clients = systemDraft(ID).clientIds();
        private boolean visible = true;
        private List<String> redirectUrls = systemDraft(ID).allowedRedirectUrls();

        SystemDraft is() {
            var text = SystemUserWorld.text("Tidsregistrering");
            return new SystemDraft(id, vendor, text, text, rights, packages, clients, visible, redirectUrls);
        }

        Draft id(String other) {
            id = other;
            return this;
        }

        Draft vendor(String other) {
            vendor = other;
            return this;
        }

        Draft rights(DraftRight... others) {
            rights = List.of(others);
            return this;
        }

        Draft packages(String... urns) {
            packages = List.of(urns);
            return this;
        }

        Draft clients(String... others) {
            clients = Stream.of(others).map(ClientId::new).toList();
            return this;
        }

        Draft hidden() {
            visible = false;
            return this;
        }

        Draft redirectUrls(String... others) {
            redirectUrls = List.of(others);
            return this;
        }
    }

    private RegisteredSystem registered(Draft draft) {
        var outcome = register.register(OWNER, draft.is());
        assertThat(outcome).isInstanceOf(Registration.Registered.class);
        return ((Registration.Registered) outcome).system();
    }

    private List<ValidationIssue> issues(Draft draft) {
        var outcome = register.register(OWNER, draft.is());
        assertThat(outcome).isInstanceOf(Registration.Invalid.class);
        assertThat(register.ofVendor(VENDOR)).noneMatch(system -> system.id().equals(new SystemId(ID)));
        return ((Registration.Invalid) outcome).issues();
    }

    private static ValidationIssue issue(ValidationCode code, String name, String value) {
        return new ValidationIssue(code, Optional.of(new Extension(name, value)));
    }

    private static ValidationIssue issue(ValidationCode code) {
        return new ValidationIssue(code, Optional.empty());
    }

    @Test
    void registers_a_system_as_described() {
        var system = registered(draft().redirectUrls("https://Vendor.example"));
        assertThat(register.find(new SystemId(ID))).contains(system);
        assertThat(system.vendor()).isEqualTo(VENDOR);
        assertThat(system.allowedRedirectUrls()).containsExactly("https://vendor.example/");
        assertThat(system.accessPackages()).containsExactly(TAX);
        assertThat(system.deleted()).isFalse();
        assertThat(world.audited()).containsExactly("system.register");
    }

    @Test
    void registers_a_system_named_by_the_bare_organisation_number() {
        assertThat(registered(draft().id(VENDOR.value())).id().value()).isEqualTo(VENDOR.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0198:991825827", "0192", "0192:", "0192:991825828", "991825827", ""})
    void refuses_a_vendor_that_is_no_organisation_before_anything_else(String vendor) {
        assertThat(issues(draft().vendor(vendor).id("a b"))).containsExactly(issue(ValidationCode.VENDOR_ID));
    }

    @Test
    void refuses_another_vendors_organisation_before_judging_the_description() {
        assertThat(register.register(OTHER, draft().id("a b").is())).isInstanceOf(Registration.NotOwner.class);
        assertThat(world.audited()).isEmpty();
    }

    @Test
    void lets_an_administrator_register_for_any_vendor() {
        assertThat(register.register(ADMINISTRATOR, draft().is())).isInstanceOf(Registration.Registered.class);
    }

    @Test
    void refuses_blanks_in_the_id() {
        assertThat(issues(draft().id(VENDOR + "_ti mer"))).containsExactly(issue(ValidationCode.SYSTEM_ID_BLANKS));
    }

    @Test
    void refuses_an_id_with_another_organisations_number() {
        assertThat(issues(draft().id(OTHER_VENDOR + "_timer"))).containsExactly(issue(ValidationCode.SYSTEM_ID_FORMAT));
        assertThat(issues(draft().id(VENDOR + "timer"))).containsExactly(issue(ValidationCode.SYSTEM_ID_FORMAT));
    }

    @Test
    void refuses_an_id_that_was_ever_used() {
        registered(draft());
        assertThat(register.delete(OWNER, new SystemId(ID))).isInstanceOf(SystemRegister.Access.Granted.class);
        assertThat(issues(draft())).containsExactly(issue(ValidationCode.SYSTEM_ID_TAKEN));
    }

    @Test
    void refuses_a_client_of_another_active_system_and_takes_one_of_a_deleted() {
        var first = world.system(VENDOR + "_annet");
        var client = first.clientIds().get(0).value();
        assertThat(issues(draft().clients(client))).containsExactly(issue(ValidationCode.CLIENT_ID_TAKEN));

        register.delete(OWNER, first.id());
        assertThat(registered(draft().clients(client)).clientIds()).containsExactly(new ClientId(client));
    }

    @Test
    void refuses_the_same_client_twice() {
        assertThat(issues(draft().clients("a", "a"))).containsExactly(issue(ValidationCode.CLIENT_ID_DOUBLED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vg.no", "http://vendor.example/", "https://a@vendor.example/"})
    void refuses_redirect_urls_that_are_not_absolute_https(String url) {
        assertThat(issues(draft().redirectUrls("https://vendor.example/", url)))
                .containsExactly(issue(ValidationCode.REDIRECT_URL));
    }

    @Test
    void reports_every_faulty_right_by_kind() {
        var wrongAttribute = new DraftRight(Optional.empty(), "urn:altinn:org", "ske-krav");
        assertThat(issues(
                        draft().rights(right("ukjent-tjeneste"), wrongAttribute, right("skjema"), right("Ikke En Id"))))
                .containsExactly(
                        issue(ValidationCode.RESOURCE_ATTRIBUTE, "Invalid Resource Id Details : ", "ske-krav"),
                        issue(
                                ValidationCode.RESOURCE_UNKNOWN,
                                "ResourceIds Not Found : ",
                                "ukjent-tjeneste | Ikke En Id"),
                        issue(ValidationCode.RESOURCE_NOT_DELEGABLE, "ResourceIds Not Delegable : ", "skjema"));
    }

    @Test
    void refuses_the_same_right_twice_and_takes_it_with_another_action() {
        assertThat(issues(draft().rights(right("ske-krav"), right("ske-krav"))))
                .containsExactly(issue(ValidationCode.RIGHT_DOUBLED));
        var read = new DraftRight(Optional.of("read"), "urn:altinn:resource", "ske-krav");
        assertThat(registered(draft().rights(right("ske-krav"), read)).rights()).hasSize(2);
    }

    @Test
    void reports_every_faulty_package_by_kind() {
        assertThat(issues(draft().packages("", "a:b", "urn:altinn:accesspackage:finnes-ikke", EXPLICIT.urn())))
                .containsExactly(issue(
                        ValidationCode.PACKAGE_NOT_AVAILABLE,
                        "Invalid Urn Details : ",
                        "Invalid format: , a:b | Not found: urn:altinn:accesspackage:finnes-ikke"
                                + " | Not possible to delegate: urn:altinn:accesspackage:eksplisitt"));
    }

    @Test
    void refuses_the_same_package_twice_whatever_its_case() {
        assertThat(issues(draft().packages(TAX.urn(), "URN:altinn:accesspackage:SKATT-naering")))
                .containsExactly(issue(ValidationCode.PACKAGE_DOUBLED));
    }

    @Test
    void refuses_packages_for_clients_on_a_visible_system_only() {
        assertThat(issues(draft().packages(PAYROLL_FOR_CLIENTS.urn())))
                .containsExactly(issue(ValidationCode.PACKAGE_FOR_CLIENTS_VISIBLE));
        assertThat(registered(draft().packages(PAYROLL_FOR_CLIENTS.urn()).hidden())
                        .visible())
                .isFalse();
    }

    @Test
    void reports_faults_of_different_kinds_together_in_order() {
        assertThat(issues(draft().id("timer").packages("x").redirectUrls("ftp://a/")))
                .extracting(ValidationIssue::code)
                .containsExactly(
                        ValidationCode.SYSTEM_ID_FORMAT,
                        ValidationCode.REDIRECT_URL,
                        ValidationCode.PACKAGE_NOT_AVAILABLE);
    }

    @Test
    void lists_visible_systems_for_everyone_and_all_for_their_vendor() {
        var visible = registered(draft());
        var hidden = registered(draft().id(VENDOR + "_skjult").clients().hidden());
        var deleted = registered(draft().id(VENDOR + "_slettet").clients());
        register.delete(OWNER, deleted.id());

        assertThat(register.catalogue()).containsExactly(visible);
        assertThat(register.ofVendor(VENDOR)).containsExactlyInAnyOrder(visible, hidden);
        assertThat(register.ofVendor(OTHER_VENDOR)).isEmpty();
    }

    @Test
    void shows_the_vendors_view_to_the_owner_and_administrators_alone() {
        var system = registered(draft());
        assertThat(register.read(OWNER, system.id())).isEqualTo(new SystemRegister.Access.Granted(system));
        assertThat(register.read(ADMINISTRATOR, system.id())).isEqualTo(new SystemRegister.Access.Granted(system));
        assertThat(register.read(OTHER, system.id())).isInstanceOf(SystemRegister.Access.NotOwner.class);
        assertThat(register.read(OWNER, new SystemId("annet"))).isInstanceOf(SystemRegister.Access.Unknown.class);
    }

    @Test
    void deletes_once_and_for_the_owner_alone() {
        var id = registered(draft().clients()).id();
        assertThat(register.delete(OTHER, id)).isInstanceOf(SystemRegister.Access.NotOwner.class);
        assertThat(register.find(id).orElseThrow().deleted()).isFalse();

        assertThat(register.delete(OWNER, id)).isInstanceOf(SystemRegister.Access.Granted.class);
        assertThat(register.find(id).orElseThrow().deleted()).isTrue();
        assertThat(register.delete(OWNER, id)).isInstanceOf(SystemRegister.Access.Unknown.class);
        assertThat(world.audited()).containsExactly("system.register", "system.delete");
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void audits_what_an_administrator_does_as_such(boolean administrator, int count) {
        register.register(new Registrar(CALLER, administrator), draft().is());
        assertThat(world.store.auditEvents().stream()
                        .filter(event -> event.detail().equals("as administrator")))
                .hasSize(count);
    }
}
