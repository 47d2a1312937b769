package no.klarert.issuer;

import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.OrgNumber;

/** What an assertion asks for, as written. */
record RequestedToken(
        String scope,
        Optional<List<String>> resource,
        Optional<String> pid,
        Optional<String> consumerOrg,
        Optional<String> onBehalfOf,
        Optional<List<Object>> authorizationDetails) {
    static RequestedToken read(ClaimReader reader) {
        return new RequestedToken(
                reader.requiredText("scope"),
                reader.texts("resource"),
                reader.text("pid"),
                reader.text("consumer_org"),
                reader.text("iss_onbehalfof"),
                reader.array("authorization_details"));
    }

    /** The organisation that claim {@code consumer_org} names, if it names one at all. */
    Optional<OrgNumber> consumer() {
        return consumerOrg.filter(OrgNumber::isWellFormed).map(OrgNumber::new);
    }

    /** Without the personal identifier. */
    @Override
    public String toString() {
        return "request for `" + scope + "`";
    }
}
