package no.klarert.server;

import no.klarert.issuer.MpCode;
import tools.jackson.databind.JsonNode;

/**
 * Explains a coded refusal of the token endpoint at the address its {@code error_uri} gives (Maskinporten §5.1): a page in the
 * reader's language, or JSON for programs. There is nothing at codes that we never answer with.
 */
final class ErrorPages {
    Answer show(Call call) {
        return MpCode.find(call.parameter("code"))
                .map(code -> show(call, code))
                .orElseGet(() ->
                        Problem.ofStatus(404, "there is no error of that code").answer(call.trace()));
    }

    private static Answer show(Call call, MpCode code) {
        var texts = ErrorTexts.preferred(call.header("Accept-Language").orElse(""));
        var answer = MediaPreference.isForJson(call, "text/html")
                ? Answer.json(200, document(texts, code))
                : Answer.html(200, page(texts, code)).with("Content-Security-Policy", "default-src 'none'");
        return answer.with("Content-Language", texts.language())
                .with("Vary", "Accept, Accept-Language")
                .with("Cache-Control", "public, max-age=3600");
    }

    /** Every word of it is our own. */
    private static String page(ErrorTexts texts, MpCode code) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s: %s</title>
                </head>
                <body>
                <main>
                <h1>%2$s: %3$s</h1>
                <h2>%s</h2>
                <p>%s</p>
                <h2>%s</h2>
                <p>%s</p>
                </main>
                </body>
                </html>
                """.formatted(
                        texts.language(),
                        code.code(),
                        texts.get(code.code() + ".title"),
                        texts.get("heading.cause"),
                        texts.get(code.code() + ".cause"),
                        texts.get("heading.remedy"),
                        texts.get(code.code() + ".remedy"));
    }

    private static JsonNode document(ErrorTexts texts, MpCode code) {
        return Json.object()
                .put("code", code.code())
                .put("title", texts.get(code.code() + ".title"))
                .put("cause", texts.get(code.code() + ".cause"))
                .put("remedy", texts.get(code.code() + ".remedy"));
    }
}
