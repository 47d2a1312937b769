package no.klarert.portal;

import java.util.List;
import java.util.Optional;
import no.klarert.portal.SystemAccesses.OverviewReading;

/** What an organisation has been asked for and has given (portal specification C-06, for people of several organisations). */
final class OverviewPage {
    private final Site site;
    private final People people;
    private final SystemAccesses accesses;
    private final Messages messages;

    OverviewPage(Site site, People people, SystemAccesses accesses, Messages messages) {
        this.site = site;
        this.people = people;
        this.accesses = accesses;
        this.messages = messages;
    }

    PortalResponse show(Visit visit, LoggedIn person) {
        var organizations = people.represented(person.user().id());
        if (organizations.isEmpty()) {
            return messages.noOrganization(visit);
        }
        var chosen = chosen(visit, organizations);
        return switch (accesses.overview(person.user(), chosen.number())) {
            case OverviewReading.Shown shown -> render(visit, organizations, chosen, Optional.of(shown));
            case OverviewReading.NoAccess noAccess -> render(visit, organizations, chosen, Optional.empty());
            case OverviewReading.LevelTooLow tooLow -> messages.levelTooLow(visit, person, tooLow.required());
        };
    }

    private static Organization chosen(Visit visit, List<Organization> organizations) {
        var wanted = visit.request().query().get("org").orElse("");
        return organizations.stream()
                .filter(organization -> organization.number().value().equals(wanted))
                .findFirst()
                .orElse(organizations.getFirst());
    }

    private PortalResponse render(
            Visit visit, List<Organization> organizations, Organization chosen, Optional<OverviewReading.Shown> shown) {
        var view = new OverviewView(
                organizations, chosen, shown, visit.request().query().get("new").orElse(""));
        var frame = site.frame(visit, visit.texts().get("overview.title"), chosen);
        return site.page(200, (out, none) -> JteoverviewGenerated.render(out, none, frame, view));
    }

    /**
     * What the page shows.
     *
     * @param shown empty if the person may not see this organisation's accesses
     * @param newId the id of the access that has just been given, to be marked; empty text if none
     */
    record OverviewView(
            List<Organization> organizations,
            Organization chosen,
            Optional<OverviewReading.Shown> shown,
            String newId) {

        boolean isNew(SystemAccesses.Summary summary) {
            return summary.id().toString().equals(newId);
        }

        /** The request's page; from here the person stays logged in and returns here. */
        String requestUrl(SystemAccesses.Pending pending) {
            var back = LocalPath.parse(Urls.OVERVIEW + "?org=" + chosen.number());
            return new RequestLinks(pending.id().toString(), true, back).page();
        }
    }
}
