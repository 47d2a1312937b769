package no.klarert.policy.reference;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.klarert.policy.reference.ReferenceSignatures.Signature;
import no.klarert.policy.reference.ReferenceSignatures.StaticType;

/** The functions that mention no other data types than some, by what they are good for. */
final class Vocabulary {
    private static final Map<List<String>, Vocabulary> KNOWN = new ConcurrentHashMap<>();

    private final Map<StaticType, List<String>> giving;
    private final Map<StaticType, List<String>> ofValues;
    private final List<String> ofTwoValues;
    private final List<String> matching;

    private Vocabulary(List<String> types) {
        var functions = ReferenceSignatures.functions().entrySet().stream()
                .filter(function -> function.getValue()
                        .mentioned()
                        .map(StaticType::dataType)
                        .allMatch(types::contains))
                .toList();
        this.giving = functions.stream()
                .collect(Collectors.groupingBy(
                        function -> function.getValue().result(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        this.ofValues = functions.stream()
                .filter(function -> isOfValues(function.getValue()))
                .collect(Collectors.groupingBy(
                        function -> function.getValue().result(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        this.ofTwoValues = ofValues.get(AnyExpression.TRUTH).stream()
                .filter(id ->
                        ReferenceSignatures.functions().get(id).parameters(2).isPresent())
                .toList();
        this.matching = functions.stream()
                .filter(function -> function.getValue().matches())
                .map(Map.Entry::getKey)
                .toList();
    }

    static Vocabulary of(List<String> types) {
        return KNOWN.computeIfAbsent(types, Vocabulary::new);
    }

    private static boolean isOfValues(Signature signature) {
        return !signature.takesBags() && !signature.result().isBag();
    }

    List<String> giving(StaticType type) {
        return giving.get(type);
    }

    /** Functions of values, not bags. */
    List<String> ofValues(StaticType result) {
        return ofValues.getOrDefault(result, List.of());
    }

    /** Functions that can be called with two values and give truth. */
    List<String> ofTwoValues() {
        return ofTwoValues;
    }

    /** Functions that a match may call. */
    List<String> matching() {
        return matching;
    }
}
