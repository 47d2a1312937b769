package no.klarert.portal;

import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.AuthenticationLevel;

/** What the page of a request shows. */
record RequestView(
        AccessRequest request,
        Standing standing,
        RequestLinks links,
        LoggedIn person,
        Optional<RequestPage.Problem> problem) {

    String heading(Texts texts) {
        return texts.get(
                "request.title",
                "system",
                texts.name(request.systemName()),
                "org",
                texts.name(request.customer().name()));
    }

    boolean isNew() {
        return request.status() == AccessRequest.Status.NEW;
    }

    /** The title the vendor gave, where it says more than the system's name. */
    Optional<String> vendorsTitle(Texts texts) {
        return Optional.of(texts.name(request.title()))
                .filter(title -> !title.isBlank() && !title.equals(texts.name(request.systemName())));
    }

    /** The page's absolute address, for someone else to open. */
    String addressToSend(PortalSettings settings) {
        return settings.baseUrl().resolve(links.plain()).toString();
    }

    String number(AuthenticationLevel level) {
        return Integer.toString(level.value());
    }

    boolean mayApprove() {
        return isNew() && standing instanceof Standing.MayAnswer;
    }

    boolean mayDecline() {
        return mayApprove() || (isNew() && standing instanceof Standing.LacksRights);
    }

    /** Whether there is nothing to do but leave: the form for it leads to the vendor. */
    boolean mayLeave() {
        return isNew() && !mayDecline();
    }

    List<MissingRight> missing() {
        return standing instanceof Standing.LacksRights lacks ? lacks.missing() : List.of();
    }

    /** Where the browser goes afterwards, unless the person stays. */
    Optional<VendorUrl> vendorUrl() {
        return links.staysLoggedIn() ? Optional.empty() : VendorUrl.of(request);
    }

    /** In words, why the request can no longer be answered. */
    String statusText(Texts texts) {
        return switch (request.status()) {
            case NEW -> throw new IllegalStateException("a new request can be answered");
            case ACCEPTED -> texts.get("request.already_accepted");
            case REJECTED -> texts.get("request.already_rejected");
            case DENIED -> texts.get("request.closed_denied");
            case TIMED_OUT -> texts.get("request.expired", "date", texts.date(request.expires()));
        };
    }

    String statusColor() {
        return switch (request.status()) {
            case NEW, REJECTED -> "info";
            case ACCEPTED -> "success";
            case DENIED, TIMED_OUT -> "warning";
        };
    }

    /** Who answered and when, as far as the visitor may know. */
    Optional<String> decisionText(Texts texts) {
        return request.decision()
                .map(decision -> decision.by()
                        .map(name ->
                                texts.get("request.answered_by", "time", texts.dateTime(decision.at()), "name", name))
                        .orElseGet(() -> texts.get("request.answered", "time", texts.dateTime(decision.at()))));
    }
}
