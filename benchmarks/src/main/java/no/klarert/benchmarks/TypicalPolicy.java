package no.klarert.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.benchmarks.PolicyText.Equality;
import no.klarert.benchmarks.PolicyText.ResourceNamed;
import no.klarert.benchmarks.PolicyText.Rule;

/** The policy of one resource: ten rules, of which one denies, each for a few roles and access packages. */
final class TypicalPolicy {
    static final String RESOURCE = "skattemelding-naering";

    /** The rules in their order; the tests and scenarios count on the first, the last and the denying one. */
    static final List<Rule> RULES = List.of(
            permit(roles("dagl", "lede"), packages("skatt-naering"), "read", "write"),
            permit(roles("regna", "revi"), packages("regnskapsforer-med-signeringsrettighet"), "read", "write"),
            permit(roles("dagl", "lede", "inha"), packages("skatt-naering"), "sign"),
            permit(roles("bost", "best"), packages("starte-drive-endre-avikle-virksomhet"), "read"),
            new Rule("Deny", roles("konk"), List.of("write", "sign")),
            permit(roles("utinn", "attst"), packages("skattegrunnlag", "merverdiavgift"), "read"),
            permit(roles("ssign"), packages("revisormedarbeider", "ansvarlig-revisor"), "read", "confirm"),
            permit(roles("loper", "siskd"), packages("krav-og-utlegg"), "instantiate"),
            permit(roles("hadm", "admai"), packages("klientadministrator", "tilgangsstyrer"), "delegate", "read"),
            permit(roles("eckeyrole"), packages("maskinlesbare-hendelser", "baerekraft"), "subscribe", "publish"));

    /** Three of them, for policies that come by the thousand. */
    static final List<Rule> FEW_RULES = List.of(RULES.get(0), RULES.get(4), RULES.get(5));

    private TypicalPolicy() {}

    static byte[] xml(Equality equality) {
        return new PolicyText(equality, ResourceNamed.IN_RULES).policy(RESOURCE, RULES);
    }

    /** The same policy for another resource. */
    static byte[] xml(int number) {
        return new PolicyText(Equality.EXACT, ResourceNamed.IN_RULES).policy(PolicyText.resource(number), RULES);
    }

    private static Rule permit(List<Attribute> roles, List<Attribute> packages, String... actions) {
        return new Rule(
                "Permit", Stream.concat(roles.stream(), packages.stream()).toList(), List.of(actions));
    }

    private static List<Attribute> roles(String... codes) {
        return Stream.of(codes).map(Attribute::role).toList();
    }

    private static List<Attribute> packages(String... names) {
        return Stream.of(names).map(Attribute::accessPackage).toList();
    }
}
