package no.klarert.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A request, before it is written for one engine or the other. */
record Question(List<Attribute> attributes) {
    Question {
        attributes = List.copyOf(attributes);
    }

    /** Whether somebody may do something with a resource on behalf of an organisation. */
    static Question of(String action, String resource, Attribute... subject) {
        var attributes = new ArrayList<>(Arrays.asList(subject));
        attributes.add(Attribute.resource(resource));
        attributes.add(Attribute.party("310000019"));
        attributes.add(Attribute.action(action));
        return new Question(attributes);
    }

    /** A subject with as many roles and access packages as a general manager of a few companies has, and some more of its own. */
    static Attribute[] manyRights(Attribute... own) {
        var roles = Stream.of("styr", "nest", "inha", "dtpr", "dtso", "komp", "repr", "kont");
        var packages =
                Stream.of("posttjenester", "motorvogn", "infrastruktur", "patent", "byggesoknad", "miljorydding");
        return Stream.of(roles.map(Attribute::role), packages.map(Attribute::accessPackage), Arrays.stream(own))
                .flatMap(stream -> stream)
                .toArray(Attribute[]::new);
    }
}
