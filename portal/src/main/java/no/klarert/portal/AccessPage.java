package no.klarert.portal;

import java.util.Optional;
import java.util.function.Function;
import no.klarert.portal.SystemAccesses.AccessReading;
import no.klarert.portal.SystemAccesses.SystemAccess;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.SystemUserId;

/** One system access: what it may do, and taking it away (portal specification C-07, C-08). */
final class AccessPage {
    private final Site site;
    private final SystemAccesses accesses;
    private final Messages messages;
    private final Cookies cookies;

    AccessPage(Site site, SystemAccesses accesses, Messages messages, Cookies cookies) {
        this.site = site;
        this.accesses = accesses;
        this.messages = messages;
        this.cookies = cookies;
    }

    PortalResponse show(Visit visit, LoggedIn person) {
        return withAccess(visit, person, access -> {
            var frame = site.frame(visit, visit.texts().name(access.title()), access.customer());
            return site.page(200, (out, none) -> JteaccessGenerated.render(out, none, frame, access));
        });
    }

    PortalResponse askToDelete(Visit visit, LoggedIn person) {
        return withAccess(visit, person, access -> {
            var texts = visit.texts();
            var heading = texts.get("delete.title", "system", texts.name(access.title()));
            var frame = site.frame(visit, heading, access.customer());
            return site.page(
                    200, (out, none) -> JtedeleteGenerated.render(out, none, frame, access, person.csrfToken()));
        });
    }

    PortalResponse delete(Visit visit, LoggedIn person) {
        return withAccess(visit, person, access -> switch (accesses.delete(person.user(), access.id())) {
            case DELETED ->
                PortalResponse.seeOther(
                                Urls.OVERVIEW + "?org=" + access.customer().number())
                        .withCookie(cookies.notice(Notice.ACCESS_DELETED));
            case NOT_FOUND -> messages.accessNotFound(visit);
        });
    }

    private PortalResponse withAccess(Visit visit, LoggedIn person, Function<SystemAccess, PortalResponse> page) {
        var id = idOf(visit);
        if (id.isEmpty()) {
            return messages.accessNotFound(visit);
        }
        return switch (accesses.read(person.user(), id.get())) {
            case AccessReading.Found found -> page.apply(found.access());
            case AccessReading.NotFound notFound -> messages.accessNotFound(visit);
            case AccessReading.LevelTooLow tooLow -> messages.levelTooLow(visit, person, tooLow.required());
        };
    }

    private static Optional<SystemUserId> idOf(Visit visit) {
        try {
            return Optional.of(SystemUserId.parse(visit.id()));
        } catch (InvalidValueException notAnId) {
            return Optional.empty();
        }
    }
}
