package no.klarert.policy.value;

import java.util.Map;
import java.util.regex.Pattern;

/** Attribute types of distinguished names: short and long names for one number (RFC 4514 §3, RFC 4519, RFC 2985). */
final class X500AttributeTypes {
    private static final int MAX_LENGTH = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.(?:0|[1-9][0-9]*))+");
    private static final String OLD_PREFIX = "oid.";

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("cn", "2.5.4.3"),
            Map.entry("commonname", "2.5.4.3"),
            Map.entry("sn", "2.5.4.4"),
            Map.entry("surname", "2.5.4.4"),
            Map.entry("serialnumber", "2.5.4.5"),
            Map.entry("c", "2.5.4.6"),
            Map.entry("countryname", "2.5.4.6"),
            Map.entry("l", "2.5.4.7"),
            Map.entry("localityname", "2.5.4.7"),
            Map.entry("st", "2.5.4.8"),
            Map.entry("s", "2.5.4.8"),
            Map.entry("stateorprovincename", "2.5.4.8"),
            Map.entry("street", "2.5.4.9"),
            Map.entry("streetaddress", "2.5.4.9"),
            Map.entry("o", "2.5.4.10"),
            Map.entry("organizationname", "2.5.4.10"),
            Map.entry("ou", "2.5.4.11"),
            Map.entry("organizationalunitname", "2.5.4.11"),
            Map.entry("title", "2.5.4.12"),
            Map.entry("t", "2.5.4.12"),
            Map.entry("gn", "2.5.4.42"),
            Map.entry("givenname", "2.5.4.42"),
            Map.entry("initials", "2.5.4.43"),
            Map.entry("generation", "2.5.4.44"),
            Map.entry("generationqualifier", "2.5.4.44"),
            Map.entry("dnq", "2.5.4.46"),
            Map.entry("dnqualifier", "2.5.4.46"),
            Map.entry("organizationidentifier", "2.5.4.97"),
            Map.entry("uid", "0.9.2342.19200300.100.1.1"),
            Map.entry("userid", "0.9.2342.19200300.100.1.1"),
            Map.entry("dc", "0.9.2342.19200300.100.1.25"),
            Map.entry("domaincomponent", "0.9.2342.19200300.100.1.25"),
            Map.entry("e", "1.2.840.113549.1.9.1"),
            Map.entry("email", "1.2.840.113549.1.9.1"),
            Map.entry("emailaddress", "1.2.840.113549.1.9.1"));

    private X500AttributeTypes() {}

    static boolean isType(String type) {
        return type.length() <= MAX_LENGTH
                && (NAME.matcher(type).matches() || NUMBER.matcher(number(type)).matches());
    }

    /** The number behind a name, or the name in lower case if it is not known. */
    static String number(String type) {
        var lower = Ascii.lower(type);
        var name = lower.startsWith(OLD_PREFIX) ? lower.substring(OLD_PREFIX.length()) : lower;
        return NUMBERS.getOrDefault(name, name);
    }
}
