package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.klarert.policy.AttributeName;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/** A request laid out so that a plan finds the values of an attribute in one step. Immutable. */
public final class RequestIndex {
    /** Whoever sends a request may choose names whose hashes are all the same. */
    private static final Comparator<AttributeName> BY_TEXT =
            Comparator.comparing(AttributeName::id).thenComparing(AttributeName::category);

    private final Map<AttributeKey, Texts> texts;
    private final @Nullable Failure malformed;
    private final List<EchoedAttribute> echoed;
    /** Computed when first asked for. Threads that race compute equal, immutable results. */
    private @Nullable Set<AttributeName> names;

    private RequestIndex(Map<AttributeKey, Texts> texts, @Nullable Failure malformed, List<EchoedAttribute> echoed) {
        this.texts = texts;
        this.malformed = malformed;
        this.echoed = List.copyOf(echoed);
    }

    public static RequestIndex of(List<RequestAttribute> attributes) {
        var values = new HashMap<AttributeKey, List<String>>();
        @Nullable Failure malformed = null;
        var echoed = new ArrayList<EchoedAttribute>();
        for (var attribute : attributes) {
            add(values, attribute, "");
            attribute.issuer().filter(issuer -> !issuer.isEmpty()).ifPresent(issuer -> add(values, attribute, issuer));
            if (malformed == null && isMalformed(attribute)) {
                malformed = Failure.syntax("a value of `" + attribute.name().id() + "` is malformed");
            }
            if (attribute.includeInResult()) {
                echoed.add(new EchoedAttribute(
                        attribute.name(), attribute.dataType(), attribute.issuer(), attribute.value()));
            }
        }
        var texts = new HashMap<AttributeKey, Texts>();
        values.forEach((key, list) -> texts.put(key, new Texts(list, DataType.of(key.dataType()))));
        return new RequestIndex(texts, malformed, echoed);
    }

    private static boolean isMalformed(RequestAttribute attribute) {
        return !attribute.dataType().equals(Xacml.TYPE_STRING)
                && DataType.of(attribute.dataType())
                        .filter(type -> type.parse(attribute.value()).isEmpty())
                        .isPresent();
    }

    private static void add(Map<AttributeKey, List<String>> values, RequestAttribute attribute, String issuer) {
        values.computeIfAbsent(
                        AttributeKey.held(attribute.name(), attribute.dataType(), issuer), key -> new ArrayList<>(1))
                .add(attribute.value());
    }

    Texts texts(AttributeKey key) {
        return texts.getOrDefault(key, Texts.NONE);
    }

    /** Whether the attribute has a value of any type and issuer. */
    boolean has(AttributeName name) {
        var known = names;
        if (known == null) {
            var sorted = new TreeSet<AttributeName>(BY_TEXT);
            texts.keySet().forEach(key -> sorted.add(key.name()));
            known = Collections.unmodifiableSet(sorted);
            names = known;
        }
        return known.contains(name);
    }

    /** Whether any attribute of the category has a value. */
    boolean hasCategory(String category) {
        return texts.keySet().stream().anyMatch(key -> key.category().equals(category));
    }

    /** The first value that is not of its data type, if that is one the engine knows; absent if there is none. */
    @Nullable
    Failure malformed() {
        return malformed;
    }

    List<EchoedAttribute> echoed() {
        return echoed;
    }
}
