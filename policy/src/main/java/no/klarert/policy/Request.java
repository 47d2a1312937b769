package no.klarert.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.plan.RequestIndex;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: attributes of the subject, the resource, the action and the environment (XACML 3.0 §5.42). Immutable.
 *
 * <p>Values keep the order in which they were added. Several values of one attribute, and the same attribute added several
 * times, are the same bag (XACML 3.0 §7.3.3). Values are not checked here: the same text is an error for one dialect and
 * simply no match for the other.
 *
 * <p>The engine has no clock. Whoever builds the request adds current time, date and dateTime to the environment when the
 * policy asks for them (XACML 3.0 §10.2.5).
 */
public final class Request {
    private final List<RequestAttribute> attributes;
    private final RequestIndex index;

    private Request(List<RequestAttribute> attributes) {
        this.attributes = List.copyOf(attributes);
        this.index = RequestIndex.of(this.attributes);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that already holds everything this request holds, to enrich it. */
    public Builder toBuilder() {
        var copy = new Builder();
        copy.attributes.addAll(attributes);
        return copy;
    }

    /** Every value, in the order in which it was added. */
    public List<RequestAttribute> attributes() {
        return attributes;
    }

    /** The texts of every value of an attribute, of any data type and issuer, in order; empty if the request has none. */
    public List<String> values(AttributeName name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(RequestAttribute::value)
                .toList();
    }

    RequestIndex index() {
        return index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Request request && attributes.equals(request.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    /** Collects attributes for a {@link Request}. Not safe for use by several threads. */
    public static final class Builder {
        private final List<RequestAttribute> attributes = new ArrayList<>();

        private Builder() {}

        /** Adds one value without issuer that is not wanted back in the answer. */
        public Builder attribute(String category, String attributeId, String dataType, String value) {
            return attribute(category, attributeId, dataType, value, null, false);
        }

        /** Adds one value. */
        public Builder attribute(
                String category,
                String attributeId,
                String dataType,
                String value,
                @Nullable String issuer,
                boolean includeInResult) {
            var name = new AttributeName(category, attributeId);
            return attribute(new RequestAttribute(name, dataType, Optional.ofNullable(issuer), includeInResult, value));
        }

        /** Adds one value. */
        public Builder attribute(RequestAttribute attribute) {
            attributes.add(attribute);
            return this;
        }

        public Request build() {
            return new Request(attributes);
        }
    }
}
