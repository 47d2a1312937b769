package no.klarert.portal;

import java.util.List;

/** Pages of plain information: accessibility (portal specification S-08) and privacy. */
final class InformationPage {
    private final Site site;
    private final String key;
    private final List<String> sections;

    private InformationPage(Site site, String key, List<String> sections) {
        this.site = site;
        this.key = key;
        this.sections = sections;
    }

    static InformationPage accessibility(Site site) {
        return new InformationPage(site, "accessibility", List.of("goal", "known", "report"));
    }

    static InformationPage privacy(Site site) {
        return new InformationPage(site, "privacy", List.of("stored", "cookies", "others"));
    }

    PortalResponse show(Visit visit) {
        var frame = site.frame(visit, visit.texts().get(key + ".title"));
        return site.page(200, (out, none) -> JteinformationGenerated.render(out, none, frame, key, sections));
    }
}
