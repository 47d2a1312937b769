package no.klarert.portal;

import java.util.List;
import no.klarert.portal.PortalRequest.Method;
import no.klarert.portal.Route.Action;
import no.klarert.portal.Route.Open;
import no.klarert.portal.Route.Personal;

/** The table of routes: one line for everything the portal serves. The first line that fits answers. */
final class Routes {
    private final StartPage start;
    private final InformationPage accessibility;
    private final InformationPage privacy;
    private final LanguageChoice language;
    private final LogInPage logIn;
    private final LogOut logOut;
    private final RequestPage request;
    private final RequestAnswers answers;
    private final ReceiptPage receipt;
    private final VendorReturn vendorReturn;
    private final OverviewPage overview;
    private final AccessPage access;
    private final Messages messages;
    private final Assets assets;

    Routes(Site site, Assets assets, PortalPorts ports, Sessions sessions, Cookies cookies, Messages messages) {
        this.assets = assets;
        this.messages = messages;
        start = new StartPage(site);
        accessibility = InformationPage.accessibility(site);
        privacy = InformationPage.privacy(site);
        language = new LanguageChoice(cookies);
        logIn = new LogInPage(site, ports.people(), sessions, cookies, messages);
        logOut = new LogOut(site, sessions, cookies);
        request = new RequestPage(site, ports.requests(), messages);
        vendorReturn = new VendorReturn(request, logOut, messages);
        answers = new RequestAnswers(ports.requests(), request, vendorReturn, messages, cookies);
        receipt = new ReceiptPage(site, request, messages);
        overview = new OverviewPage(site, ports.people(), ports.accesses(), messages);
        access = new AccessPage(site, ports.accesses(), messages, cookies);
    }

    List<Route> table() {
        return List.of(
                open(Urls.START, start::show),
                open(Assets.PATH + Route.VARIABLE, this::asset),
                open(Urls.ACCESSIBILITY, accessibility::show),
                open(Urls.PRIVACY, privacy::show),
                form(Urls.LANGUAGE, language::choose),
                open(Urls.LOG_IN, logIn::show),
                form(Urls.LOG_IN, logIn::submit),
                open(Urls.LOG_OUT, logOut::ask),
                new Action(Urls.LOG_OUT, Urls.LOG_OUT, logOut::act),
                open(Urls.LOGGED_OUT, messages::loggedOut),
                open(Urls.CUSTOMER, movedTo(Urls.OVERVIEW)),
                new Personal(Urls.REQUEST, request::show),
                new Action(Urls.REQUEST + "/approve", Urls.REQUEST, answers::approve),
                new Action(Urls.REQUEST + "/decline", Urls.REQUEST, answers::decline),
                new Action(Urls.REQUEST + "/leave", Urls.REQUEST, answers::leave),
                new Personal(Urls.REQUEST + "/receipt", receipt::show),
                new Personal(Urls.REQUEST + "/receipt.txt", receipt::text),
                new Personal(Urls.REQUEST + "/continue", vendorReturn::go),
                new Personal(Urls.OVERVIEW, overview::show),
                new Personal(Urls.ACCESS, access::show),
                new Personal(Urls.ACCESS + "/delete", access::askToDelete),
                new Action(Urls.ACCESS + "/delete", Urls.ACCESS + "/delete", access::delete),
                open("/authfront/ui/auth/vendorrequest", movedTo(Urls.REQUEST)),
                open("/authfront/ui/auth/overview", movedTo(Urls.OVERVIEW)));
    }

    private static Route open(String path, Route.OpenPage page) {
        return new Open(Method.GET, path, page);
    }

    /** A form that anyone may send: it changes nothing that belongs to a log-in. */
    private static Route form(String path, Route.OpenPage page) {
        return new Open(Method.POST, path, page);
    }

    private static Route.OpenPage movedTo(String path) {
        return visit -> PortalResponse.found(path + visit.request().query().encoded());
    }

    private PortalResponse asset(Visit visit) {
        return assets.find(visit.request(), visit.id()).orElseGet(() -> messages.notFound(visit));
    }
}
