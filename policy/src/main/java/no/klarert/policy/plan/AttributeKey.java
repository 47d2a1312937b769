package no.klarert.policy.plan;

import no.klarert.policy.AttributeName;
import org.jspecify.annotations.Nullable;

/** What a designator looks up: an attribute, a data type and, if not empty, an issuer. The hash is computed once. */
final class AttributeKey {
    private final AttributeName name;
    private final String dataType;
    private final String issuer;
    private final int hash;

    AttributeKey(AttributeName name, String dataType, String issuer) {
        this.name = name;
        this.dataType = dataType;
        this.issuer = issuer;
        this.hash = (name.hashCode() * 31 + dataType.hashCode()) * 31 + issuer.hashCode();
    }

    AttributeName name() {
        return name;
    }

    String dataType() {
        return dataType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributeKey that
                && hash == that.hash
                && name.id().equals(that.name.id())
                && name.category().equals(that.name.category())
                && dataType.equals(that.dataType)
                && issuer.equals(that.issuer);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
