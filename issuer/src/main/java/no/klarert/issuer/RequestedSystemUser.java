package no.klarert.issuer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import org.jspecify.annotations.Nullable;

/**
 * The system user an assertion asks for: {@code authorization_details} of type {@code urn:altinn:systemuser} (RFC 9396 §2;
 * Maskinporten §3.1 and §3.3).
 *
 * @param owner the organisation that owns the system user, never the client of an agent system user
 */
record RequestedSystemUser(OrgNumber owner, Optional<String> externalRef) {
    static final String TYPE = "urn:altinn:systemuser";
    static final String AUTHORITY = "iso6523-actorid-upis";

    private static final Set<String> MEMBERS = Set.of("type", "systemuser_org", "externalRef");
    private static final Set<String> ORG_MEMBERS = Set.of("authority", "ID", "id");
    private static final Pattern EXTERNAL_REF = Pattern.compile("[a-zA-Z0-9øØæÆåÅ_-]{0,255}");

    /** The one system user asked for; none if the claim is absent. */
    static Step<Optional<RequestedSystemUser>> read(Optional<List<Object>> details) {
        if (details.isEmpty()) {
            return Step.passed(Optional.empty());
        }
        var elements = details.get();
        if (!elements.stream().allMatch(RequestedSystemUser::isOfOurType)) {
            return Step.stopped(Refusal.of(MpCode.MP_301, "only `" + TYPE + "` is supported"));
        }
        return elements.size() == 1 && elements.get(0) instanceof Map<?, ?> element
                ? readElement(element).map(Optional::of)
                : Step.stopped(Refusal.of(MpCode.MP_303, "exactly one element is accepted"));
    }

    private static boolean isOfOurType(Object element) {
        return element instanceof Map<?, ?> members && TYPE.equals(members.get("type"));
    }

    private static Step<RequestedSystemUser> readElement(Map<?, ?> element) {
        if (!MEMBERS.containsAll(element.keySet())) {
            return Step.stopped(Refusal.of(MpCode.MP_302));
        }
        if (!(element.get("systemuser_org") instanceof Map<?, ?> organization)) {
            return invalid("`systemuser_org` must be an object");
        }
        return readOwner(organization)
                .then(owner ->
                        readExternalRef(element.get("externalRef")).map(ref -> new RequestedSystemUser(owner, ref)));
    }

    private static Step<OrgNumber> readOwner(Map<?, ?> organization) {
        if (!ORG_MEMBERS.containsAll(organization.keySet())
                || (organization.containsKey("ID") && organization.containsKey("id"))) {
            return Step.stopped(Refusal.of(MpCode.MP_302));
        }
        if (!AUTHORITY.equals(organization.get("authority"))) {
            return invalid("`authority` must be `" + AUTHORITY + "`");
        }
        var id = organization.containsKey("ID") ? organization.get("ID") : organization.get("id");
        if (!(id instanceof String text)) {
            return invalid("`ID` must be a string");
        }
        try {
            return Step.passed(OrgNumber.fromIso6523(text));
        } catch (InvalidValueException e) {
            return invalid("`ID` must be `0192:` and an organisation number");
        }
    }

    private static Step<Optional<String>> readExternalRef(@Nullable Object value) {
        if (value == null) {
            return Step.passed(Optional.empty());
        }
        if (!(value instanceof String text)) {
            return invalid("`externalRef` must be a string");
        }
        return EXTERNAL_REF.matcher(text).matches()
                ? Step.passed(Optional.of(text).filter(ref -> !ref.isEmpty()))
                : Step.stopped(Refusal.of(MpCode.MP_302, "`externalRef` must be at most 255 letters, digits, _ or -"));
    }

    private static <T> Step<T> invalid(String what) {
        return Step.stopped(Refusal.of(MpCode.MP_303, what));
    }
}
