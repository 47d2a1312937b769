package no.klarert.portal;

/** Remembers the language a visitor chose and returns to the page. */
final class LanguageChoice {
    private final Cookies cookies;

    LanguageChoice(Cookies cookies) {
        this.cookies = cookies;
    }

    PortalResponse choose(Visit visit) {
        var form = visit.request().form();
        var back = PortalResponse.seeOther(LocalPath.ofGoto(form).value());
        return form.get("language")
                .flatMap(Language::ofCode)
                .map(language -> back.withCookie(cookies.language(language)))
                .orElse(back);
    }
}
