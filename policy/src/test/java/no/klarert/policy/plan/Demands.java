package no.klarert.policy.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Requests;
import no.klarert.policy.Xacml;

/** Writes what children demand, for tests of the indexes that are made of it, and asks for the children by name. */
final class Demands {
    static final TextKey ID = key("resource", "id");
    static final TextKey KIND = key("resource", "kind");
    static final TextKey ACTION = key("action", "action");
    static final TextKey ROLE = key("subject", "role");

    private Demands() {}

    static TextKey key(String category, String id) {
        var name = new AttributeName(PolicyXml.category(category), id);
        return new TextKey(new Slot(0, AttributeKey.sought(name, Xacml.TYPE_STRING, "")), TextForm.EXACT);
    }

    /** Of a match with one of the texts, which fails if the attribute is absent. */
    static Guards demand(TextKey key, String... texts) {
        return Guards.of(key, new Guard(Set.of(texts), true));
    }

    /** Of a match with one of the texts, which is an error if the attribute is absent. */
    static Guards required(TextKey key, String... texts) {
        return Guards.of(key, new Guard(Set.of(texts), false));
    }

    static Guards all(Guards... parts) {
        return Guards.all(List.of(parts));
    }

    /** Of alternatives that have no attribute in common. */
    static Guards mixed(Guards... parts) {
        return Guards.anyOrMixed(List.of(parts));
    }

    /** Texts by number: {@code t0}, {@code t1} and so on. */
    static String[] texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "t" + i).toArray(String[]::new);
    }

    /** One child for each demand, named by its place: {@code c0}, {@code c1} and so on. */
    static List<GuardedChild> children(Stream<Guards> demands) {
        var guards = demands.toList();
        return IntStream.range(0, guards.size())
                .mapToObj(i -> new GuardedChild(new Named("c" + i), guards.get(i), guards.get(i)))
                .toList();
    }

    /** A request of values such as {@code "resource id string x"}. */
    static Evaluation asking(String... values) {
        return new Evaluation(RequestIndex.of(Requests.request(values).attributes()), 0);
    }

    /** The children that are looked at for a request. */
    static List<String> asked(Selection selection, String... values) {
        return names(selection.children(asking(values)));
    }

    static List<String> names(Child... children) {
        return Stream.of(children).map(child -> ((Named) child).name()).toList();
    }

    static Known known(TextKey key, String text) {
        return new Known(key, text, new Preparation());
    }

    /** A child known by its name: {@code c!} where its target is known to match, {@code c=text} where the request has the text. */
    record Named(String name) implements Child {
        @Override
        public Verdict evaluate(Evaluation evaluation) {
            return Verdict.NOT_APPLICABLE;
        }

        @Override
        public Step explain(Explaining why) {
            return Verdict.NOT_APPLICABLE.explain(why);
        }

        @Override
        public Child assumingTarget() {
            return new Named(name + "!");
        }

        @Override
        public Child knowing(Known known) {
            return new Named(name + "=" + known.text());
        }
    }
}
