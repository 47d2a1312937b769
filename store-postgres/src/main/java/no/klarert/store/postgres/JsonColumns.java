package no.klarert.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.klarert.registry.ServiceResource.Reference;
import no.klarert.systemuser.Right;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists and texts by language that are one value each, kept as {@code jsonb}. */
final class JsonColumns {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonColumns() {}

    static String localized(LocalizedText text) {
        var object = MAPPER.createObjectNode();
        text.byLanguage().forEach(object::put);
        return MAPPER.writeValueAsString(object);
    }

    static LocalizedText localized(ResultSet row, String column) throws SQLException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (var entry : read(row, column).properties()) {
            texts.put(entry.getKey(), entry.getValue().stringValue());
        }
        return new LocalizedText(texts);
    }

    static String rights(List<Right> rights) {
        var array = MAPPER.createArrayNode();
        for (var right : rights) {
            var object = array.addObject();
            right.action().ifPresent(action -> object.put("action", action));
            object.put("resource", right.resource().value());
        }
        return MAPPER.writeValueAsString(array);
    }

    static List<Right> rights(ResultSet row, String column) throws SQLException {
        List<Right> rights = new ArrayList<>();
        for (var object : read(row, column)) {
            var action = Optional.ofNullable(object.get("action")).map(JsonNode::stringValue);
            rights.add(new Right(action, new ResourceId(object.get("resource").stringValue())));
        }
        return rights;
    }

    static String references(List<Reference> references) {
        var array = MAPPER.createArrayNode();
        for (var reference : references) {
            array.addObject()
                    .put("source", reference.source())
                    .put("reference", reference.reference())
                    .put("type", reference.type());
        }
        return MAPPER.writeValueAsString(array);
    }

    /** What the references of a resource that opens the scope contain, for {@code @>}. */
    static String scopeReference(ScopeName scope) {
        var array = MAPPER.createArrayNode();
        array.addObject().put("reference", scope.value()).put("type", "MaskinportenScope");
        return MAPPER.writeValueAsString(array);
    }

    static List<Reference> references(ResultSet row, String column) throws SQLException {
        List<Reference> references = new ArrayList<>();
        for (var object : read(row, column)) {
            references.add(new Reference(
                    object.get("source").stringValue(),
                    object.get("reference").stringValue(),
                    object.get("type").stringValue()));
        }
        return references;
    }

    private static JsonNode read(ResultSet row, String column) throws SQLException {
        return MAPPER.readTree(Columns.text(row, column));
    }
}
