package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathPatternTest {
    @Test
    void matches_literals_ignoring_case_and_keeps_the_case_of_parameters() {
        var pattern = PathPattern.parse("/Resource/{id}/policy");
        assertThat(pattern.match(PathPattern.split("/resource/Abc/POLICY/"))).contains(Map.of("id", "Abc"));
        assertThat(pattern.match(PathPattern.split("/resource/Abc"))).isEmpty();
        assertThat(pattern.match(List.of("resource", "", "policy"))).isEmpty();
    }

    @Test
    void a_rest_parameter_takes_what_is_left_but_not_nothing() {
        var pattern = PathPattern.parse("/assets/{file*}");
        assertThat(pattern.match(PathPattern.split("/assets/a/b.css"))).contains(Map.of("file", "a/b.css"));
        assertThat(pattern.match(PathPattern.split("/assets"))).isEmpty();
    }

    @Test
    void of_two_matching_routes_the_one_with_more_literals_answers() {
        Endpoint one = call -> Answer.text(200, "one");
        Endpoint two = call -> Answer.text(200, "two");
        var table = new RouteTable(List.of(Route.get("/request/{id}", one), Route.get("/request/vendor", two)));
        assertThat(table.find("GET", List.of("request", "vendor")))
                .isEqualTo(new RouteTable.Match.Found(two, Map.of()));
        assertThat(table.find("GET", List.of("request", "x")))
                .isEqualTo(new RouteTable.Match.Found(one, Map.of("id", "x")));
    }

    @Test
    void names_the_methods_a_path_has_when_the_wanted_one_is_not_among_them() {
        Endpoint any = call -> Answer.empty(204);
        var table = new RouteTable(List.of(Route.get("/a", any), Route.put("/a", any)));
        assertThat(table.find("POST", List.of("a")))
                .isInstanceOfSatisfying(
                        RouteTable.Match.OtherMethods.class,
                        other -> assertThat(other.methods()).containsExactly("GET", "PUT"));
        assertThat(table.find("POST", List.of("b"))).isInstanceOf(RouteTable.Match.Unknown.class);
    }
}
