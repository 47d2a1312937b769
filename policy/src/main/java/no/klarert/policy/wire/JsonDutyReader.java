package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.AttributeName;
import no.klarert.policy.MissingAttribute;
import no.klarert.policy.Xacml;

/** Reads obligations, advice and missing attributes, whose parts have the same names (JSON profile of XACML 3.0 §5.2). */
final class JsonDutyReader {
    private final JsonBody body;
    private final JsonValues values = new JsonValues();

    private Optional<String> category = Optional.empty();
    private Optional<String> id = Optional.empty();
    private Optional<String> dataType = Optional.empty();
    private Optional<String> issuer = Optional.empty();
    private boolean hasValue;

    JsonDutyReader(JsonBody body) {
        this.body = body;
    }

    /** Takes one obligation or advice. */
    interface Duty {
        void add(String id, List<AttributeAssignment> assignments);
    }

    /** Reads an array of obligations or advice, of which there must be one. */
    void read(Duty duty) {
        int at = body.scanner().place();
        var ids = new ArrayList<String>();
        body.each(() -> one(duty, ids));
        if (ids.isEmpty()) {
            body.problem(at, "there is no obligation or advice with an `Id`");
        }
    }

    private void one(Duty duty, List<String> ids) {
        int before = ids.size();
        var assignments = new ArrayList<AttributeAssignment>();
        JsonMembers.each(body.object(), member -> {
            switch (member) {
                case ID -> ids.add(body.text());
                case ATTRIBUTE_ASSIGNMENT -> body.each(() -> assignment(assignments));
                default -> body.unknown();
            }
        });
        if (ids.size() > before) {
            duty.add(ids.getLast(), assignments);
        }
    }

    private void assignment(List<AttributeAssignment> into) {
        int at = body.scanner().place();
        parts();
        if (id.isEmpty() || !hasValue) {
            body.problem(at, "an assignment needs an `AttributeId` and a `Value`");
            return;
        }
        var type = dataType.or(() -> Optional.ofNullable(values.shownType())).orElse(Xacml.TYPE_STRING);
        for (var value : values.texts()) {
            into.add(new AttributeAssignment(id.get(), category, type, issuer, value));
        }
    }

    /** Reads one attribute that a status names as missing. */
    MissingAttribute missing() {
        parts();
        return new MissingAttribute(
                new AttributeName(category.orElse(""), id.orElse("")), dataType.orElse(Xacml.TYPE_STRING), issuer);
    }

    private void parts() {
        category = Optional.empty();
        id = Optional.empty();
        dataType = Optional.empty();
        issuer = Optional.empty();
        hasValue = false;
        JsonMembers.each(body.object(), this::take);
    }

    private void take(Member member) {
        switch (member) {
            case CATEGORY -> category = Optional.ofNullable(body.string(Identifiers.CATEGORIES));
            case ATTRIBUTE_ID -> id = Optional.ofNullable(body.string());
            case DATA_TYPE -> dataType = Optional.ofNullable(body.string(Identifiers.DATA_TYPES));
            case ISSUER -> issuer = Optional.ofNullable(body.string());
            case VALUE -> {
                values.read(body);
                hasValue = true;
            }
            default -> body.unknown();
        }
    }
}
