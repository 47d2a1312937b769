package no.klarert.policy.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every function of XACML 3.0 §10.2.8 and §10.2.9 but the optional ones, with its type (§A.3). */
final class ReferenceSignatures {
    /**
     * Version and name, the types that T stands for, and what goes in and comes out: {@code [T]} is a bag, {@code *} any number
     * more. Version T is that of the functions of a type.
     */
    private static final String TABLE = """
            T T-equal : comparable : T T -> boolean
            3.0 string-equal-ignore-case : - : string string -> boolean
            1.0 T-add : number : T T T* -> T
            1.0 T-multiply : number : T T T* -> T
            1.0 T-subtract : number : T T -> T
            1.0 T-divide : number : T T -> T
            1.0 T-abs : number : T -> T
            1.0 integer-mod : - : integer integer -> integer
            1.0 round : - : double -> double
            1.0 floor : - : double -> double
            1.0 string-normalize-space : - : string -> string
            1.0 string-normalize-to-lower-case : - : string -> string
            1.0 double-to-integer : - : double -> integer
            1.0 integer-to-double : - : integer -> double
            1.0 and : - : boolean* -> boolean
            1.0 or : - : boolean* -> boolean
            1.0 n-of : - : integer boolean* -> boolean
            1.0 not : - : boolean -> boolean
            1.0 T-greater-than : ordered : T T -> boolean
            1.0 T-greater-than-or-equal : ordered : T T -> boolean
            1.0 T-less-than : ordered : T T -> boolean
            1.0 T-less-than-or-equal : ordered : T T -> boolean
            2.0 time-in-range : - : time time time -> boolean
            D dateTime-add-dayTimeDuration : - : dateTime dayTimeDuration -> dateTime
            D dateTime-subtract-dayTimeDuration : - : dateTime dayTimeDuration -> dateTime
            D dateTime-add-yearMonthDuration : - : dateTime yearMonthDuration -> dateTime
            D dateTime-subtract-yearMonthDuration : - : dateTime yearMonthDuration -> dateTime
            D date-add-yearMonthDuration : - : date yearMonthDuration -> date
            D date-subtract-yearMonthDuration : - : date yearMonthDuration -> date
            2.0 string-concatenate : - : string string string* -> string
            2.0 uri-string-concatenate : - : anyURI string string* -> anyURI
            3.0 T-from-string : written : string -> T
            3.0 string-from-T : written : T -> string
            3.0 T-starts-with : text : string T -> boolean
            3.0 T-ends-with : text : string T -> boolean
            3.0 T-contains : text : string T -> boolean
            3.0 T-substring : text : T integer integer -> string
            T T-one-and-only : all : [T] -> T
            T T-bag-size : all : [T] -> integer
            T T-bag : all : T* -> [T]
            T T-is-in : comparable : T [T] -> boolean
            T T-intersection : comparable : [T] [T] -> [T]
            T T-union : comparable : [T] [T] [T]* -> [T]
            T T-at-least-one-member-of : comparable : [T] [T] -> boolean
            T T-subset : comparable : [T] [T] -> boolean
            T T-set-equals : comparable : [T] [T] -> boolean
            1.0 string-regexp-match : - : string string -> boolean
            2.0 T-regexp-match : named : string T -> boolean
            1.0 x500Name-match : - : x500Name x500Name -> boolean
            1.0 rfc822Name-match : - : string rfc822Name -> boolean
            """;

    private static final Map<String, List<String>> GROUPS = Map.of(
            "-", List.of("-"),
            "all", shortNames(),
            "comparable", without("ipAddress", "dnsName"),
            "number", List.of("integer", "double"),
            "ordered", List.of("integer", "double", "string", "time", "dateTime", "date"),
            "written", without("string", "hexBinary", "base64Binary"),
            "text", List.of("string", "anyURI"),
            "named", List.of("anyURI", "ipAddress", "dnsName", "rfc822Name", "x500Name"));

    /** The functions over functions (XACML 3.0 §A.3.12), whose type hangs on the one they are given. */
    static final List<String> HIGHER_ORDER = List.of(
            id("3.0", "any-of"),
            id("3.0", "all-of"),
            id("3.0", "any-of-any"),
            id("3.0", "map"),
            id("1.0", "all-of-any"),
            id("1.0", "any-of-all"),
            id("1.0", "all-of-all"),
            id("1.0", "any-of"),
            id("1.0", "all-of"),
            id("1.0", "any-of-any"),
            id("1.0", "map"));

    private static final Map<String, Signature> ALL = all();

    private ReferenceSignatures() {}

    /** A type of expressions: of one value or of a bag. */
    record StaticType(String dataType, boolean isBag) {
        StaticType element() {
            return new StaticType(dataType, false);
        }
    }

    /** What a function takes, and any number more of one type, and gives. */
    record Signature(List<StaticType> parameters, Optional<StaticType> rest, StaticType result) {
        /** The types of so many arguments; empty if there cannot be so many. */
        Optional<List<StaticType>> parameters(int count) {
            if (count < parameters.size() || (count > parameters.size() && rest.isEmpty())) {
                return Optional.empty();
            }
            var all = new ArrayList<>(parameters);
            for (int i = parameters.size(); i < count; i++) {
                all.add(rest.orElseThrow());
            }
            return Optional.of(all);
        }

        Stream<StaticType> mentioned() {
            return Stream.of(parameters.stream(), rest.stream(), Stream.of(result))
                    .flatMap(types -> types);
        }

        boolean takesBags() {
            return parameters.stream().anyMatch(StaticType::isBag)
                    || rest.filter(StaticType::isBag).isPresent();
        }

        /** Whether a match may call it (XACML 3.0 §7.6). */
        boolean matches() {
            return parameters.size() == 2 && rest.isEmpty() && !takesBags() && result.equals(type("boolean"));
        }
    }

    /** By identifier, in the order of the standard. */
    static Map<String, Signature> functions() {
        return ALL;
    }

    private static List<String> shortNames() {
        return ReferenceTypes.ALL.stream().map(ReferenceTypes::shortName).toList();
    }

    private static List<String> without(String... excluded) {
        return shortNames().stream()
                .filter(name -> !List.of(excluded).contains(name))
                .toList();
    }

    private static Map<String, Signature> all() {
        var all = new LinkedHashMap<String, Signature>();
        TABLE.lines().forEach(line -> {
            var columns = line.split(" : ", -1);
            for (var type : GROUPS.get(columns[1])) {
                var head = columns[0].split(" ", -1);
                var name = head[1].replaceAll("\\bT\\b", type);
                versions(head[0], type).forEach(version -> all.put(id(version, name), signature(columns[2], type)));
            }
        });
        return all;
    }

    private static Stream<String> versions(String version, String type) {
        boolean isOldDuration = version.equals("D") || (type.endsWith("Duration") && version.equals("T"));
        if (isOldDuration) {
            return Stream.of("3.0", "1.0");
        }
        return Stream.of(
                version.equals("T") ? (type.equals("ipAddress") || type.equals("dnsName") ? "2.0" : "1.0") : version);
    }

    private static String id(String version, String name) {
        return "urn:oasis:names:tc:xacml:" + version + ":function:" + name;
    }

    private static Signature signature(String text, String t) {
        var sides = text.replaceAll("\\bT\\b", t).split(" -> ", -1);
        var parameters = Arrays.stream(sides[0].split(" ", -1))
                .filter(word -> !word.endsWith("*"))
                .map(ReferenceSignatures::type)
                .toList();
        var rest = Arrays.stream(sides[0].split(" ", -1))
                .filter(word -> word.endsWith("*"))
                .map(word -> type(word.replace("*", "")))
                .findFirst();
        return new Signature(parameters, rest, type(sides[1]));
    }

    private static StaticType type(String word) {
        var name = word.replaceAll("[\\[\\]]", "");
        return new StaticType(
                ReferenceTypes.ALL.stream()
                        .filter(id -> ReferenceTypes.shortName(id).equals(name))
                        .findFirst()
                        .orElseThrow(),
                word.startsWith("["));
    }
}
