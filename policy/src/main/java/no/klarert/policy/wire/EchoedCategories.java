package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.policy.EchoedAttribute;

/** The attributes of a result as documents hold them: by category, with neighbouring values of one attribute together. */
final class EchoedCategories {
    /** One attribute; {@code values} has at least one element. */
    record Attribute(String id, String dataType, Optional<String> issuer, List<String> values) {
        private static Attribute of(EchoedAttribute echoed) {
            return new Attribute(echoed.name().id(), echoed.dataType(), echoed.issuer(), new ArrayList<>());
        }

        private boolean isThatOf(EchoedAttribute echoed) {
            return id.equals(echoed.name().id())
                    && dataType.equals(echoed.dataType())
                    && issuer.equals(echoed.issuer());
        }
    }

    private EchoedCategories() {}

    /** The attributes of each category, the categories in order of their first value. */
    static Map<String, List<Attribute>> of(List<EchoedAttribute> values) {
        var categories = new LinkedHashMap<String, List<Attribute>>();
        for (var echoed : values) {
            var attributes = categories.computeIfAbsent(echoed.name().category(), fresh -> new ArrayList<>());
            if (attributes.isEmpty() || !attributes.getLast().isThatOf(echoed)) {
                attributes.add(Attribute.of(echoed));
            }
            attributes.getLast().values().add(echoed.value());
        }
        return categories;
    }
}
