package no.klarert.server;

import static no.klarert.server.PortalStory.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.klarert.access.Recipient;
import no.klarert.storage.AuditEvent;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answering requests and taking access back, by people, over HTTP (portal C-03, C-03c, C-06 to C-08). */
class PortalAnswersTest {
    @TempDir
    private static Path directory;

    private static ServerUnderTest server;
    private static PortalStory story;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        story = PortalStory.begin(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Visitor person(String pid) {
        return new Visitor(server).logIn(pid);
    }

    @Test
    void a_manager_sees_what_is_asked_for_in_words() {
        var seen = person(Visitor.INGRID).get(page(story.request()));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(Visitor.heading(seen)).isEqualTo("Skal SmartCloud Regnskap få handle for Bryggen Bakeri AS?");
        assertThat(seen.text())
                .contains("SmartCloud AS (org.nr.")
                .contains("Krav og betalinger", "Systemet kan lese kravene", "Skatteetaten", "lese")
                .contains("sender deg til smartcloud.example");
    }

    @Test
    void a_page_comes_in_the_language_that_was_chosen() {
        var manager = person(Visitor.INGRID);
        var request = page(story.request());
        manager.post("/language", Map.of("language", "en", "goto", request));
        assertThat(manager.get(request).text())
                .contains("<html lang=\"en\"", "SmartCloud Accounting", "Claims and payments", "Tax Administration");
    }

    @Test
    void an_approval_gives_the_rights_and_a_receipt_and_leads_back_to_the_vendor_unchanged() {
        var manager = person(Visitor.INGRID);
        var request = story.request();
        var answered = manager.submit(manager.get(page(request)), "/approve");
        assertThat(answered.status()).isEqualTo(303);
        var receipt = manager.follow(answered);
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(Visitor.heading(receipt)).isEqualTo("SmartCloud Regnskap kan nå handle for Bryggen Bakeri AS");
        assertThat(receipt.text()).contains("Ingrid Bakken");
        assertThat(receipt.header("Refresh")).startsWith("5; url=" + PortalStory.PAGES + "/request/continue?id=");
        assertThat(story.status(request)).isEqualTo("Accepted");
        assertThat(actions(request)).containsExactly(new ActionName("read"));

        var onward = manager.get(PortalStory.PAGES + "/request/continue?id=" + request);
        assertThat(onward.status()).isEqualTo(303);
        assertThat(onward.header("Location")).isEqualTo(PortalStory.REDIRECT_URL);
        assertThat(manager.cookies).doesNotContainKey(Visitor.SESSION);
        assertThat(manager.get(PortalStory.PAGES + "/overview").header("Location"))
                .startsWith("/login");
    }

    @Test
    void declining_gives_nothing_and_keeps_the_reason_to_ourselves() {
        var manager = person(Visitor.INGRID);
        var request = story.request();
        var answered = manager.submit(manager.get(page(request)), "/decline", Map.of("reason", "too-much"));
        assertThat(Visitor.heading(manager.follow(answered)))
                .isEqualTo("SmartCloud Regnskap får ikke handle for Bryggen Bakeri AS");
        assertThat(story.status(request)).isEqualTo("Rejected");
        assertThat(actions(request)).isEmpty();
        assertThat(server.store().auditEvents())
                .filteredOn(event -> event.object().equals(request))
                .filteredOn(event -> event.action().equals("systemuser-request.reject"))
                .extracting(AuditEvent::detail)
                .singleElement()
                .asString()
                .endsWith("reason too-much");
    }

    @Test
    void a_second_click_gets_the_receipt_of_the_first_and_changes_nothing() {
        var manager = person(Visitor.INGRID);
        var request = story.request();
        var seen = manager.get(page(request));
        manager.submit(seen, "/approve");
        var again = manager.submit(seen, "/approve");
        assertThat(again.status()).isEqualTo(303);
        assertThat(manager.follow(again).text()).contains("Du hadde allerede svart");

        var declined = manager.submit(seen, "/decline");
        assertThat(manager.follow(declined).text()).contains("allerede sagt ja");
        assertThat(story.status(request)).isEqualTo("Accepted");
        assertThat(Visitor.hasForm(manager.get(page(request)), "/approve")).isFalse();
    }

    @Test
    void of_two_approvals_at_once_one_counts_and_neither_fails() throws Exception {
        var request = story.request();
        List<Callable<Integer>> approvals = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var manager = person(Visitor.INGRID);
            var seen = manager.get(page(request));
            approvals.add(() -> manager.submit(seen, "/approve").status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(approvals)) {
                assertThat(done.get()).isEqualTo(303);
            }
        }
        assertThat(server.store().auditEvents())
                .filteredOn(event -> event.object().equals(request))
                .filteredOn(event -> event.action().equals("systemuser-request.approve"))
                .hasSize(1);
    }

    @Test
    void a_board_member_sees_the_request_and_can_neither_approve_nor_decline() {
        var member = person(Visitor.JONAS);
        var request = story.request();
        var seen = member.get(page(request));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).contains("En annen må svare");
        assertThat(Visitor.hasForm(seen, "/approve")).isFalse();
        for (var answer : List.of("approve", "decline")) {
            var forced = member.post(
                    PortalStory.PAGES + "/request/" + answer + "?id=" + request, Map.of("csrf", member.csrfToken()));
            assertThat(forced.status()).as(answer).isEqualTo(403);
            assertThat(forced.text()).contains("En annen må svare");
        }
        assertThat(story.status(request)).isEqualTo("New");
    }

    @Test
    void leaving_without_an_answer_logs_out_and_leads_back_to_the_vendor() {
        var member = person(Visitor.JONAS);
        var request = story.request();
        var left = member.submit(member.get(page(request)), "/leave");
        assertThat(left.header("Location")).isEqualTo(PortalStory.REDIRECT_URL);
        assertThat(member.cookies).doesNotContainKey(Visitor.SESSION);
        assertThat(story.status(request)).isEqualTo("New");
    }

    @Test
    void anothers_request_and_an_unknown_one_look_the_same() {
        var request = story.request();
        for (var pid : List.of(Visitor.TURID, Visitor.PER)) {
            var stranger = person(pid);
            var anothers = stranger.get(page(request));
            var unknown = stranger.get(page("00000000-0000-4000-8000-000000000000"));
            assertThat(anothers.status()).isEqualTo(404);
            assertThat(Visitor.heading(anothers)).isEqualTo("Vi finner ikke forespørselen");
            assertThat(anothers.text()).doesNotContain("SmartCloud", "Bryggen");
            assertThat(withoutIds(unknown)).isEqualTo(withoutIds(anothers));
            var forced = stranger.post(
                    PortalStory.PAGES + "/request/approve?id=" + request, Map.of("csrf", stranger.csrfToken()));
            assertThat(forced.status()).isEqualTo(404);
        }
        assertThat(story.status(request)).isEqualTo("New");
    }

    private static String withoutIds(TestCall.Reply page) {
        return page.text().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }

    @Test
    void a_low_level_of_log_in_is_not_enough_and_a_higher_one_is() {
        var request = story.request();
        var unsure = new Visitor(server).logIn(Visitor.INGRID, 2);
        var seen = unsure.get(page(request));
        assertThat(seen.text()).contains("Du må logge inn sikrere");
        var forced =
                unsure.post(PortalStory.PAGES + "/request/approve?id=" + request, Map.of("csrf", unsure.csrfToken()));
        assertThat(forced.status()).isEqualTo(403);
        assertThat(unsure.get(PortalStory.PAGES + "/overview").status()).isEqualTo(403);
        assertThat(story.status(request)).isEqualTo("New");

        var sure = new Visitor(server).logIn(Visitor.INGRID, 3);
        assertThat(Visitor.hasForm(sure.get(page(request)), "/approve")).isTrue();
    }

    @Test
    void a_request_for_a_package_names_it_and_gives_it() {
        var manager = person(Visitor.INGRID);
        var request = story.requestForPackage();
        var seen = manager.get(page(request));
        assertThat(seen.text()).contains("Motorvognavgift", "ingen tjenester i pakken");
        manager.submit(seen, "/approve");
        var access = manager.get(PortalStory.PAGES + "/" + request);
        assertThat(access.text()).contains("Motorvognavgift", "Ingrid Bakken");
    }

    @Test
    void the_overview_lists_what_waits_and_what_was_given_for_those_who_manage_access() {
        var manager = person(Visitor.INGRID);
        var waiting = story.request();
        var given = story.request();
        manager.submit(manager.get(page(given)), "/approve");
        var overview = manager.get(PortalStory.PAGES + "/overview");
        assertThat(overview.status()).isEqualTo(200);
        assertThat(overview.text()).contains(waiting, PortalStory.PAGES + "/" + given, "Bryggen Bakeri AS");

        var refused = person(Visitor.JONAS).get(PortalStory.PAGES + "/overview");
        assertThat(refused.text()).contains("Du har ikke tilgang til dette").doesNotContain(waiting, given);
        assertThat(Visitor.heading(person(Visitor.PER).get(PortalStory.PAGES + "/overview")))
                .isEqualTo("Du representerer ingen virksomhet");
        assertThat(person(Visitor.TURID)
                        .get(PortalStory.PAGES + "/overview?org=" + PortalStory.BAKERY)
                        .text())
                .contains("Fjellheim Rør AS")
                .doesNotContain("Bryggen", waiting, given);
    }

    @Test
    void deleting_a_system_access_takes_back_what_it_was_given() {
        var manager = person(Visitor.INGRID);
        var request = story.request();
        manager.submit(manager.get(page(request)), "/approve");
        var access = PortalStory.PAGES + "/" + request;
        assertThat(manager.get(access).text()).contains("Krav og betalinger", "Ingrid Bakken", "lese");

        var done = manager.submit(manager.get(access + "/delete"), "/delete");
        assertThat(done.status()).isEqualTo(303);
        assertThat(manager.follow(done).text()).contains("Systemtilgangen er slettet");
        assertThat(actions(request)).isEmpty();
        assertThat(manager.get(access).status()).isEqualTo(404);
    }

    @Test
    void only_those_who_manage_access_can_delete() {
        var manager = person(Visitor.INGRID);
        var request = story.request();
        manager.submit(manager.get(page(request)), "/approve");
        for (var pid : List.of(Visitor.JONAS, Visitor.TURID, Visitor.PER)) {
            var other = person(pid);
            var access = PortalStory.PAGES + "/" + request;
            assertThat(other.get(access).status()).isEqualTo(404);
            assertThat(other.post(access + "/delete", Map.of("csrf", other.csrfToken()))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(actions(request)).isNotEmpty();
    }

    private static Set<ActionName> actions(String systemUser) {
        var stores = server.wiring().stores();
        return stores.transactions().run(transaction -> {
            var bakery = stores.parties()
                    .byNumber(transaction, new OrgNumber(PortalStory.BAKERY))
                    .orElseThrow();
            var to = new Recipient.OfSystemUser(SystemUserId.parse(systemUser));
            return stores.delegations().actions(transaction, bakery.uuid(), to, PortalStory.RESOURCE);
        });
    }
}
