package no.klarert.policy.plan;

import no.klarert.policy.AttributeName;
import no.klarert.policy.value.DataType;
import org.jspecify.annotations.Nullable;

/** What a designator looks up: an attribute, a data type and, if not empty, an issuer. The hash is computed once. */
final class AttributeKey {
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
        return new AttributeKey(
                Identifiers.kept(name.category()),
                Identifiers.kept(name.id()),
                Identifiers.kept(DataType.currentId(dataType)),
                issuer);
    }

    /** What a request holds. */
    static AttributeKey held(AttributeName name, String dataType, String issuer) {
        return new AttributeKey(
                Identifiers.known(name.category()),
                Identifiers.known(name.id()),
                Identifiers.known(DataType.currentId(dataType)),
                issuer);
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

    String issuer() {
        return issuer;
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
