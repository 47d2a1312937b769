package no.klarert.server.demo;

import java.time.Duration;

/** The story, in order. */
final class Story {
    private final Setting on;
    private final Programs programs;

    private final Runnable betweenSteps;

    Story(Setting setting, Programs programs) {
        this(setting, programs, () -> {});
    }

    /** @param betweenSteps what happens to the installation between any two steps */
    Story(Setting setting, Programs programs, Runnable betweenSteps) {
        this.on = setting;
        this.programs = programs;
        this.betweenSteps = betweenSteps;
    }

    void tell() {
        var provider = new ProviderSteps(on);
        var vendorSteps = new VendorSteps(on);
        var customer = new CustomerSteps(on);

        provider.onboarding();
        betweenSteps.run();
        provider.scope();
        betweenSteps.run();
        provider.resource();
        betweenSteps.run();
        var vendor = vendorSteps.register();
        vendorSteps.refuseToken(vendor.main(), "a system user token before the customer has approved");
        betweenSteps.run();
        customer.approve(vendor);
        customer.answerAgain(vendor);
        on.journal()
                .outcome("SmartCloud reads that its request is "
                        + vendorSteps.status(vendor.main().request()));
        betweenSteps.run();
        var token = vendorSteps.firstToken(vendor);
        var shortLived = vendorSteps.shortLivedToken();
        betweenSteps.run();
        var api = new ApiSteps(on, programs.api(on));
        api.answered(token, programs, vendor);
        betweenSteps.run();
        refusals(vendorSteps, customer, vendor, api, token, shortLived);
    }

    private void refusals(
            VendorSteps vendorSteps,
            CustomerSteps customer,
            Vendor vendor,
            ApiSteps api,
            String token,
            VendorSteps.ShortLived shortLived) {
        waitUntilExpired(shortLived);
        var tokens = new ApiSteps.Tokens(
                token, shortLived.token(), vendorSteps.token(vendor.other()), vendorSteps.tokenWithAnotherScope());
        api.refusals(tokens);
        api.explain("the bakery's claims", vendor.main().request(), Setting.BAKERY);
        api.explain("the plumber's claims", vendor.main().request(), Setting.PLUMBER);
        api.explain(
                "the bakery's claims, system user without the right",
                vendor.other().request(),
                Setting.BAKERY);
        customer.delete(vendor.main().request());
        vendorSteps.refuseToken(vendor.main(), "a token for a deleted system user");
        api.refusedAfterDeletion(token);
        api.explain("the bakery's claims, deleted system user", vendor.main().request(), Setting.BAKERY);
    }

    private void waitUntilExpired(VendorSteps.ShortLived shortLived) {
        var left = Duration.between(on.clock().instant(), shortLived.refusedFrom());
        if (left.isPositive()) {
            on.journal().note("waiting " + (left.toSeconds() + 1) + " s until a short-lived token has expired");
            try {
                Thread.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoryFailure("interrupted");
            }
        }
    }
}
