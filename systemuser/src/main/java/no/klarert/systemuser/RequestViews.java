package no.klarert.systemuser;

import java.time.InstantSource;

/** Adds to a request what depends on the installation and the time of day. */
final class RequestViews {
    private final SystemUserSettings settings;
    private final InstantSource time;

    RequestViews(SystemUserSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
    }

    RequestView of(SystemUserRequest request) {
        var expires = request.created().plus(settings.requestLifetime());
        boolean timedOut =
                request.status() == RequestStatus.NEW && time.instant().isAfter(expires);
        return new RequestView(request, settings.confirmUrl(request.id()), expires, timedOut);
    }
}
