package no.klarert.server;

import no.klarert.access.AccessLookup;
import no.klarert.access.Party;
import no.klarert.access.PartyRegister;
import no.klarert.pdp.DecisionPoint;
import no.klarert.pdp.UserQuestion;
import no.klarert.policy.Decision;
import no.klarert.registry.BuiltInResources;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.CustomerAuthority;
import no.klarert.systemuser.Customers.Customer;
import no.klarert.systemuser.EndUser;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.UserId;

/** Authority over a customer's system users, as the decision point sees it (system user API §2.3, Altinn PDP §7). */
final class DecidedAuthority implements CustomerAuthority {
    static final String MINIMUM_LEVEL = "urn:altinn:minimum-authenticationlevel";
    static final AuthenticationLevel NO_LEVEL = new AuthenticationLevel(0);
    static final AuthenticationLevel BEYOND_REACH = new AuthenticationLevel(4);
    private static final ActionName READ = new ActionName("read");
    private static final ActionName WRITE = new ActionName("write");

    private final DecisionPoint decisions;
    private final PartyRegister register;
    private final AccessLookup lookup;

    DecidedAuthority(DecisionPoint decisions, PartyRegister register, AccessLookup lookup) {
        this.decisions = decisions;
        this.register = register;
        this.lookup = lookup;
    }

    @Override
    public Authority authority(Transaction transaction, EndUser person, Customer customer, Matter matter) {
        var question = question(matter);
        var decision = decisions.decide(
                transaction, new UserQuestion(person.id(), customer.uuid(), question.resource(), question.action()));
        if (!decision.permits()) {
            return new Authority.Lacking();
        }
        var required = requiredLevel(decision);
        return person.level().satisfies(required) ? new Authority.Held() : new Authority.LevelTooLow(required);
    }

    private static Question question(Matter matter) {
        return switch (matter) {
            case READ_ACCESS -> new Question(BuiltInResources.ACCESS_MANAGEMENT, READ);
            case CHANGE_ACCESS -> new Question(BuiltInResources.ACCESS_MANAGEMENT, WRITE);
            case SEE_OVERVIEW -> new Question(BuiltInResources.SYSTEM_USER_OVERVIEW, READ);
        };
    }

    /** The highest level an obligation asks for; one that cannot be read asks for the highest there is (Altinn PDP §10). */
    static AuthenticationLevel requiredLevel(Decision decision) {
        return decision.obligations().stream()
                .flatMap(obligation -> obligation.assignments().stream())
                .filter(assignment ->
                        assignment.category().filter(MINIMUM_LEVEL::equals).isPresent())
                .map(assignment -> level(assignment.value()))
                .max(AuthenticationLevel::compareTo)
                .orElse(NO_LEVEL);
    }

    static AuthenticationLevel level(String text) {
        try {
            return new AuthenticationLevel(Integer.parseInt(text));
        } catch (NumberFormatException | InvalidValueException e) {
            return BEYOND_REACH;
        }
    }

    @Override
    public boolean represents(Transaction transaction, UserId person, Customer customer) {
        return register.person(transaction, person)
                .map(Party.Person::uuid)
                .filter(uuid -> lookup.represents(transaction, uuid, customer.uuid()))
                .isPresent();
    }

    private record Question(ResourceId resource, ActionName action) {}
}
