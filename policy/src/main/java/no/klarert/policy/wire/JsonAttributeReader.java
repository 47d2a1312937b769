package no.klarert.policy.wire;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/** Reads attribute objects (JSON profile of XACML 3.0 §4.2.3). Their members may come in any order. */
final class JsonAttributeReader {
    private final JsonBody body;
    private final JsonValues values = new JsonValues();
    private int attributes;

    private @Nullable String id;
    private @Nullable String issuer;
    private @Nullable String dataType;
    private boolean includeInResult;
    private boolean hasValue;

    JsonAttributeReader(JsonBody body) {
        this.body = body;
    }

    /** Reads one attribute and adds its values. */
    void read(String category, List<RequestAttribute> into) {
        int at = body.scanner().place();
        var members = body.object();
        if (members == null) {
            return;
        }
        refuseTooMany(at);
        clear();
        for (var member = members.next(); member != null; member = members.next()) {
            take(member);
        }
        if (isComplete(at)) {
            add(category, into);
        }
    }

    private void refuseTooMany(int at) {
        int most = body.options().limits().attributes();
        if (++attributes > most) {
            throw new Malformed(at, "the document has more than " + most + " attributes");
        }
    }

    private void clear() {
        id = null;
        issuer = null;
        dataType = null;
        includeInResult = false;
        hasValue = false;
    }

    private void take(Member member) {
        switch (member) {
            case ATTRIBUTE_ID -> id = body.string(Identifiers.ATTRIBUTES);
            case ISSUER -> issuer = body.string();
            case DATA_TYPE -> dataType = dataType();
            case INCLUDE_IN_RESULT -> includeInResult = body.truth();
            case VALUE -> {
                values.read(body);
                hasValue = true;
            }
            default -> body.unknown();
        }
    }

    /** Identifiers of types that are not known are taken, since no policy can look at their values; misspelt short names are not. */
    private @Nullable String dataType() {
        int at = body.scanner().place();
        var type = body.string(Identifiers.DATA_TYPES);
        if (type != null && type.indexOf(':') < 0) {
            body.problem(at, "unknown data type " + Shown.quoted(type));
        }
        return type;
    }

    private boolean isComplete(int at) {
        if (id == null) {
            body.problem(at, "the attribute has no `AttributeId`");
        }
        if (!hasValue) {
            body.problem(at, "the attribute has no `Value`");
        } else if (dataType == null && values.shownType() == null) {
            body.problem(at, "the values are not of one data type");
        } else if (dataType != null && !values.mayHave(dataType, body.options())) {
            body.problem(at, "a value is not written as one of type " + Shown.quoted(dataType));
        }
        if (id != null && Unsupported.says(id, values.texts())) {
            body.problem(at, Unsupported.REASON + Shown.quoted(id));
        }
        return !body.problems().any();
    }

    private void add(String category, List<RequestAttribute> into) {
        var name = new AttributeName(category, String.valueOf(id));
        var type = String.valueOf(dataType == null ? values.shownType() : dataType);
        var by = Optional.ofNullable(issuer);
        for (var text : values.texts()) {
            into.add(new RequestAttribute(name, type, by, includeInResult, text));
        }
    }
}
