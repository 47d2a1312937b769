package no.klarert.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.RoleCode;

/**
 * A role in the catalogue (access packages and roles §3).
 *
 * @param identifier today's name, such as {@code daglig-leder}
 * @param legacyCode the older code, such as {@code dagl}; roles that only exist in one form have none
 * @param isKey whether a person who holds it for an organisation also exercises what others gave that organisation
 */
public record Role(
        RoleCode identifier, Optional<RoleCode> legacyCode, Source source, boolean isKey, LocalizedText name) {

    /** A role that assignments name and the catalogue does not: nothing follows from it, policies can name it by its code. */
    static Role unlisted(RoleCode code) {
        return new Role(code, Optional.empty(), Source.ALTINN2, false, LocalizedText.of(java.util.Map.of()));
    }

    /** The code under which the role is assigned and compared: the older one if there is one. */
    public RoleCode code() {
        return legacyCode.orElse(identifier);
    }

    /** Every way a policy can name the role (Altinn PDP §3.4). */
    public List<Name> names() {
        return Stream.concat(
                        Stream.of(new Name(source.attribute, identifier.value())),
                        legacyCode.stream().map(code -> new Name(Source.ALTINN2.attribute, code.value())))
                .toList();
    }

    /** {@code urn:altinn:external-role:ccr:daglig-leder} and the like. */
    public String urn() {
        return source.attribute + ":" + identifier;
    }

    /** A subject attribute of a policy and its value in lower case. */
    public record Name(String attribute, String value) {}

    /** Who defines a role. */
    public enum Source {
        ALTINN("altinn", "urn:altinn:role"),
        ALTINN2("altinn2", "urn:altinn:rolecode"),
        ENHETSREGISTERET("ccr", "urn:altinn:external-role:ccr"),
        SIVILRETTSFORVALTNINGEN("cra", "urn:altinn:external-role:cra");

        private final String key;
        private final String attribute;

        Source(String key, String attribute) {
            this.key = key;
            this.attribute = attribute;
        }

        /** The subject attribute under which policies name these roles. */
        public String attribute() {
            return attribute;
        }

        static Optional<Source> ofKey(String key) {
            return Stream.of(values()).filter(source -> source.key.equals(key)).findFirst();
        }
    }
}
