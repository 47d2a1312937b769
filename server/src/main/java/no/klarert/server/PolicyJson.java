package no.klarert.server;

import java.util.Collection;
import java.util.List;
import no.klarert.registry.PolicyAttribute;
import no.klarert.registry.PolicyRights;
import no.klarert.registry.PolicyViews;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is read from policies, in bodies (resource registry §6). */
final class PolicyJson {
    private PolicyJson() {}

    /** §6.1 */
    static ObjectNode subjects(Collection<PolicyAttribute> subjects) {
        var page = Json.object();
        page.putObject("links");
        var data = page.putArray("data");
        subjects.forEach(subject -> put(data.addObject(), subject).put("urn", subject.urn()));
        return page;
    }

    /** §6.3 */
    static ArrayNode rules(List<PolicyViews.FlatRule> rules) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var rule : rules) {
            var node = array.addObject();
            putAll(node.putArray("subject"), rule.subject());
            put(node.putObject("action"), rule.action());
            putAll(node.putArray("resource"), rule.resource());
        }
        return array;
    }

    /** §6.4 */
    static ArrayNode rightsWithSubjects(List<PolicyViews.RightWithSubjects> rights) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var right : rights) {
            var node = array.addObject();
            put(node.putObject("action"), right.action());
            putAll(node.putArray("resource"), right.resource());
            var subjects = node.putArray("subjects");
            right.subjects().forEach(each -> putAll(subjects.addObject().putArray("subjectAttributes"), each));
            node.put("rightKey", right.key());
            var types = node.putArray("subjectTypes");
            right.subjectTypes().forEach(types::add);
        }
        return array;
    }

    /** §6.5 */
    static ArrayNode rights(List<PolicyRights.Right> rights, String language) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var right : rights) {
            var node = array.addObject();
            node.put("key", right.key());
            node.put("name", RightName.of(right, language));
            putAll(node.putArray("resource"), right.resource());
            put(node.putObject("action"), right.action());
        }
        return array;
    }

    private static void putAll(ArrayNode to, List<PolicyAttribute> attributes) {
        attributes.forEach(attribute -> put(to.addObject(), attribute));
    }

    private static ObjectNode put(ObjectNode to, PolicyAttribute attribute) {
        return to.put("type", attribute.type()).put("value", attribute.value());
    }
}
