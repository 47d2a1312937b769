package no.klarert.policy.plan;

import java.util.Optional;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.LowerCase;
import no.klarert.policy.value.Value;

/** The functions that compare two values by a text of each: they hold when the texts are the same. */
enum TextForm {
    /** {@code string-equal}. */
    EXACT("urn:oasis:names:tc:xacml:1.0:function:string-equal"),
    /** {@code string-equal-ignore-case}: both sides in lower case (XACML 3.0 §A.3.1). */
    LOWERED("urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case"),
    /** {@code anyURI-equal}: white space around does not count. */
    URI("urn:oasis:names:tc:xacml:1.0:function:anyURI-equal");

    private final String functionId;

    TextForm(String functionId) {
        this.functionId = functionId;
    }

    static Optional<TextForm> of(String functionId) {
        for (var form : values()) {
            if (form.functionId.equals(functionId)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    String functionId() {
        return functionId;
    }

    /** The text by which a value is compared. */
    String text(String value) {
        return switch (this) {
            case EXACT -> value;
            case LOWERED -> LowerCase.of(value);
            case URI -> DataType.ANY_URI.parse(value).map(Value::text).orElse(value);
        };
    }
}
