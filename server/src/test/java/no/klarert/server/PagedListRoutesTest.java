package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the administration interfaces' lists, over HTTP. Without being asked, nothing is paged (Maskinporten §13). */
class PagedListRoutesTest {
    private static final String SCOPES = AdministrationCalls.BASE + "/scopes";
    private static final Pattern NEXT = Pattern.compile("<(\\?[^>]*)>; rel=\"next\"");

    @TempDir
    private Path directory;

    private ServerUnderTest server;
    private AdministrationCalls calls;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
        calls = new AdministrationCalls(server);
        for (int i = 0; i < 5; i++) {
            calls.createScope("s" + i);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestCall.Reply list(String pathAndQuery) {
        return server.get(pathAndQuery).token(calls.scopesToken()).send();
    }

    /** Follows the links as a client would, from the page's own address. */
    private List<String> walk(String pathAndQuery, String member) {
        List<String> values = new ArrayList<>();
        for (var at = pathAndQuery; !at.isEmpty(); ) {
            var reply = list(at);
            assertThat(reply.json().isArray()).isTrue();
            reply.json().forEach(element -> values.add(element.path(member).asString()));
            var next = NEXT.matcher(reply.header("Link"));
            var base = URI.create(at);
            at = next.find() ? base.getPath() + next.group(1) : "";
        }
        return values;
    }

    @Test
    void a_list_that_nobody_asked_to_page_is_whole_and_without_links() {
        var reply = list(SCOPES);
        assertThat(reply.json()).hasSize(5);
        assertThat(reply.header("Link")).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        var whole = list(SCOPES).json().findValuesAsString("name");
        for (int size = 1; size <= 6; size++) {
            assertThat(walk(SCOPES + "?size=" + size, "name")).isEqualTo(whole);
        }
    }

    @Test
    void a_page_names_its_neighbours() {
        assertThat(list(SCOPES + "?size=2&page=1").header("Link"))
                .isEqualTo(
                        "<?page=0&size=2>; rel=\"first\", <?page=0&size=2>; rel=\"prev\", <?page=2&size=2>; rel=\"next\"");
        assertThat(list(SCOPES + "?size=5").header("Link")).isEqualTo("<?page=0&size=5>; rel=\"first\"");
        assertThat(list(SCOPES + "?size=2&page=9").json()).isEmpty();
    }

    @Test
    void filters_stay_in_the_links() {
        var scope = AdministrationCalls.query("skatteetaten:s1");
        for (var consumer : List.of("310000019", "312880008")) {
            calls.access("PUT", "skatteetaten:s1", consumer);
        }
        var reply = list(SCOPES + "/access" + scope + "&state=APPROVED&size=1&unknown=%0d%0a");
        assertThat(reply.json()).hasSize(1);
        assertThat(reply.header("Link"))
                .contains("<?scope=skatteetaten%3As1&state=APPROVED&page=1&size=1>; rel=\"next\"")
                .doesNotContain("unknown");
        assertThat(walk(SCOPES + "/access" + scope + "&size=1", "consumer_orgno"))
                .containsExactly("310000019", "312880008");
    }

    @Test
    void the_open_list_and_clients_and_own_accesses_page_too() {
        var open = server.get(SCOPES + "/all?size=2").send();
        assertThat(open.json()).hasSize(2);
        assertThat(open.header("Link")).contains("rel=\"next\"");
        calls.clientId();
        var reader = calls.smartCloudToken("idporten:dcr.read");
        for (var path : List.of("/clients", "/scopes/access/all")) {
            var reply = server.get(AdministrationCalls.BASE + path + "?size=1")
                    .token(reader)
                    .send();
            assertThat(reply.json()).hasSize(1);
            assertThat(reply.header("Link")).contains("rel=\"next\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=-1",
                "page=x",
                "page=",
                "size=0",
                "size=1001",
                "size=%2B5",
                "page=99999999999",
                "page=0&page=1",
                "size=1&size=1"
            })
    void refuses_a_page_that_cannot_be(String query) {
        var reply = list(SCOPES + "?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(AdministrationCalls.firstError(reply).path("errorMessage").asString())
                .contains("whole number from");
    }
}
