package no.klarert.portal;

import java.util.List;
import java.util.Optional;

/**
 * The test log-in (portal specification S-02): choose one of the seeded people or write a synthetic identity number.
 *
 * <p>Tests log in without the page: {@code POST /login} with {@code user} (a user id) or {@code pid} (a synthetic identity
 * number), and {@code level} (0 to 4, 4 if missing), as a form. The answer is 303 with the log-in's cookie; {@code goto} may
 * name the page to go to. Nothing else is needed, no token and no visit to the page first.
 */
final class LogInPage {
    private final Site site;
    private final People people;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Messages messages;

    LogInPage(Site site, People people, Sessions sessions, Cookies cookies, Messages messages) {
        this.site = site;
        this.people = people;
        this.sessions = sessions;
        this.cookies = cookies;
        this.messages = messages;
    }

    PortalResponse show(Visit visit) {
        if (!site.settings().isTest()) {
            return messages.logInNotSetUp(visit);
        }
        return render(200, visit, visit.request().query(), Optional.empty());
    }

    PortalResponse submit(Visit visit) {
        if (!site.settings().isTest()) {
            return messages.logInNotSetUp(visit);
        }
        var form = visit.request().form();
        return switch (LogInForm.read(form, people)) {
            case LogInForm.Valid valid -> logIn(visit, valid);
            case LogInForm.Invalid invalid -> render(422, visit, form, Optional.of(invalid.messageKey()));
        };
    }

    private PortalResponse logIn(Visit visit, LogInForm.Valid who) {
        var old = visit.request().cookie(cookies.sessionName());
        var token = sessions.open(who.person().user(), who.level(), old);
        var target = LocalPath.ofGoto(visit.request().form());
        return PortalResponse.seeOther(target.value()).withCookie(cookies.session(token));
    }

    private PortalResponse render(int status, Visit visit, Parameters given, Optional<String> errorKey) {
        var view = new LogInView(
                LocalPath.ofGoto(given).value(),
                given.text("level").orElse(Integer.toString(LogInForm.DEFAULT_LEVEL.value())),
                errorKey,
                visit.person().isEmpty()
                        && visit.request().cookie(cookies.sessionName()).isPresent(),
                people.offered(),
                site.settings().baseUrl().resolve(Urls.LOG_IN).toString());
        var frame = site.frame(visit, visit.texts().get("login.title"));
        return site.page(status, (out, none) -> JteloginGenerated.render(out, none, frame, view));
    }

    /**
     * What the page shows.
     *
     * @param expired whether the browser still has the cookie of a log-in that has ended
     * @param address absolute address of the form, for the example for tests
     */
    record LogInView(
            String target,
            String level,
            Optional<String> errorKey,
            boolean expired,
            List<People.Group> groups,
            String address) {
        static final List<String> LEVELS = List.of("2", "3", "4");

        String exampleUser() {
            return groups.stream()
                    .flatMap(group -> group.people().stream())
                    .map(offered -> offered.person().user().toString())
                    .findFirst()
                    .orElse("1");
        }
    }
}
