package no.klarert.policy.plan;

import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import no.klarert.policy.AttributeName;
import no.klarert.policy.value.DataType;
import org.jspecify.annotations.Nullable;

/**
 * What a designator looks up: an attribute, a data type and, if not empty, an issuer. The hash is computed once.
 *
 * <p>Of those that plans look for one instance is kept, and requests hold the same one, so that a look-up compares instances. That
 * makes no difference to any answer: keys that are not kept are compared by what they hold.
 */
final class AttributeKey implements Comparable<AttributeKey> {
    /** Policies look for few. The bound is for those that do not. */
    private static final int MOST_KEPT = 10_000;

    private static final ConcurrentHashMap<AttributeKey, AttributeKey> SOUGHT = new ConcurrentHashMap<>();
    /** Lets maps find their way among keys whose hashes somebody has made equal. */
    private static final Comparator<AttributeKey> ORDER = Comparator.<AttributeKey, String>comparing(key -> key.id)
            .thenComparing(key -> key.category)
            .thenComparing(key -> key.dataType)
            .thenComparing(key -> key.issuer);

    private final String category;
    private final String id;
    private final String dataType;
    private final String issuer;
    private final int hash;

    private AttributeKey(String category, String id, String dataType, String issuer) {
        this.category = category;
        this.id = id;
        this.dataType = dataType;
        this.issuer = issuer;
        this.hash = ((category.hashCode() * 31 + id.hashCode()) * 31 + dataType.hashCode()) * 31 + issuer.hashCode();
    }

    /** What a plan looks for. */
    static AttributeKey sought(AttributeName name, String dataType, String issuer) {
        var key = of(name, dataType, issuer);
        if (SOUGHT.size() >= MOST_KEPT) {
            return SOUGHT.getOrDefault(key, key);
        }
        var earlier = SOUGHT.putIfAbsent(key, key);
        return earlier == null ? key : earlier;
    }

    /** What a request holds. */
    static AttributeKey held(AttributeName name, String dataType, String issuer) {
        var key = of(name, dataType, issuer);
        return SOUGHT.getOrDefault(key, key);
    }

    private static AttributeKey of(AttributeName name, String dataType, String issuer) {
        return new AttributeKey(name.category(), name.id(), DataType.currentId(dataType), issuer);
    }

    AttributeName name() {
        return new AttributeName(category, id);
    }

    String category() {
        return category;
    }

    String dataType() {
        return dataType;
    }

    @Override
    public int compareTo(AttributeKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributeKey that
                && hash == that.hash
                && id.equals(that.id)
                && category.equals(that.category)
                && dataType.equals(that.dataType)
                && issuer.equals(that.issuer);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
