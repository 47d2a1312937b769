package no.klarert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void values_of_one_attribute_stand_together() {
        var request = JsonText.request(Question.of("read", "r", Attribute.role("dagl"), Attribute.role("lede")));
        var roles = new JSONObject(request).query("/Request/Category").toString();
        assertThat(roles).contains("[\"dagl\",\"lede\"]").containsOnlyOnce("urn:altinn:rolecode");
    }

    @Test
    void a_short_data_type_means_the_full_one() {
        var response = """
                {"Response":[{"Decision":"Permit","Obligations":[{"Id":"d","AttributeAssignment":[
                  {"AttributeId":"a","DataType":"integer","Value":3}]}]}]}""";
        var assignment = new Answer.Assignment("a", "", "http://www.w3.org/2001/XMLSchema#integer", "3");
        assertThat(JsonText.answer(response))
                .isEqualTo(new Answer("Permit", Set.of(new Answer.Duty("d", Set.of(assignment)))));
    }

    @Test
    void a_response_of_two_results_is_refused() {
        assertThatThrownBy(() -> JsonText.answer("{\"Response\":[{\"Decision\":\"Deny\"},{\"Decision\":\"Deny\"}]}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one result");
    }
}
