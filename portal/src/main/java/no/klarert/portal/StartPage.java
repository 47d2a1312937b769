package no.klarert.portal;

/** What this installation is, and the way in (portal specification S-01). People who are logged in go to their overview. */
final class StartPage {
    private final Site site;

    StartPage(Site site) {
        this.site = site;
    }

    PortalResponse show(Visit visit) {
        if (visit.person().isPresent()) {
            return PortalResponse.seeOther(Urls.OVERVIEW);
        }
        var frame = site.frame(visit, visit.texts().get("start.title"));
        return site.page(200, (out, none) -> JtestartGenerated.render(out, none, frame));
    }
}
