package no.klarert.server.demo;

import java.util.Map;

/** What people of Bryggen Bakeri AS do in the portal, and what others try. */
final class CustomerSteps {
    private static final String PAGES = "/accessmanagement/ui/systemuser";

    private final Setting on;

    CustomerSteps(Setting setting) {
        this.on = setting;
    }

    /** The general manager approves both requests; those who may not, try first. */
    void approve(Vendor vendor) {
        on.journal()
                .step(
                        5,
                        "Bryggen Bakeri's general manager opens the confirm address, sees what is asked for and approves");
        var request = page(vendor.main().request());
        refuseOthers(request);
        var manager = on.browser();
        manager.logIn(Setting.GENERAL_MANAGER);
        var seen = manager.open(request);
        on.journal().outcome("she sees “" + seen.heading() + "”");
        on.mustRefuse(
                "an approval without the page's token",
                403,
                manager.post(PAGES + "/request/approve?id=" + vendor.main().request(), Map.of()));
        var receipt = manager.submit(seen, "/approve", Map.of());
        if (receipt.status() != 200) {
            throw new StoryFailure("the approval answered " + receipt.status() + " “" + receipt.heading() + "”");
        }
        on.journal().outcome("approved: “" + receipt.heading() + "”");
        var other = on.browser();
        other.logIn(Setting.GENERAL_MANAGER);
        other.submit(other.open(page(vendor.other().request())), "/approve", Map.of());
    }

    private void refuseOthers(String request) {
        var stranger = on.browser();
        stranger.logIn(Setting.STRANGER);
        on.mustRefuse("someone with no part in the bakery who opens the request", 404, stranger.open(request));
        var member = on.browser();
        member.logIn(Setting.BOARD_MEMBER);
        var seen = member.open(request);
        if (seen.form("/approve").isPresent()) {
            on.journal().failed("a board member without the power to approve is shown the button");
        } else {
            on.journal().refused("a board member who may not approve", "no button “Gi tilgang”, but who can help");
        }
    }

    /** A second answer to the same request changes nothing. */
    void answerAgain(Vendor vendor) {
        var manager = on.browser();
        manager.logIn(Setting.GENERAL_MANAGER);
        var seen = manager.open(page(vendor.main().request()));
        if (seen.form("/approve").isPresent() || seen.form("/decline").isPresent()) {
            on.journal().failed("a request that is answered can be answered again");
        } else {
            on.journal().refused("approving a second time", "the page says that the request is answered");
        }
    }

    void delete(String systemUser) {
        var manager = on.browser();
        manager.logIn(Setting.GENERAL_MANAGER);
        var question = manager.open(PAGES + "/" + systemUser + "/delete");
        var done = manager.submit(question, "/delete", Map.of());
        if (done.status() != 200) {
            throw new StoryFailure("the deletion answered " + done.status() + " “" + done.heading() + "”");
        }
        on.journal().outcome("the general manager deleted the system access: “" + done.heading() + "”");
    }

    private static String page(String request) {
        return PAGES + "/request?id=" + request;
    }
}
