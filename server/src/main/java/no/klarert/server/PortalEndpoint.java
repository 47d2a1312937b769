package no.klarert.server;

import no.klarert.portal.Portal;
import no.klarert.portal.PortalRequest;
import no.klarert.portal.PortalResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People's pages. Whatever goes wrong is answered with a page too; an unexpected failure says nothing but its reference. */
final class PortalEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(PortalEndpoint.class);

    private final Portal portal;

    PortalEndpoint(Portal portal) {
        this.portal = portal;
    }

    @Override
    public Answer answer(Call call) {
        return answer(
                switch (PortalCall.read(call)) {
                    case PortalCall.Read(var request) -> handle(request);
                    case PortalCall.NotRead(var rest, var why) -> portal.unreadable(rest, why);
                });
    }

    private PortalResponse handle(PortalRequest request) {
        try {
            return portal.handle(request);
        } catch (RuntimeException e) {
            LOG.error("unexpected failure of a page, trace {}", request.reference(), e);
            return portal.failed(request);
        }
    }

    private static Answer answer(PortalResponse response) {
        var answer = Answer.empty(response.status());
        for (var header : response.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        for (var cookie : response.cookies()) {
            answer = answer.with("Set-Cookie", cookie);
        }
        return new Answer(
                answer.status(),
                answer.headers(),
                Answer.Body.of(response.body().toArray()));
    }
}
