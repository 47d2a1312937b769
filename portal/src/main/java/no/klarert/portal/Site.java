package no.klarert.portal;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Optional;

/** Renders templates, precompiled from {@code src/main/jte}, into responses. */
final class Site {
    private final PortalSettings settings;
    private final Assets assets;

    Site(PortalSettings settings, Assets assets) {
        this.settings = settings;
        this.assets = assets;
    }

    PortalSettings settings() {
        return settings;
    }

    Frame frame(Visit visit, String title) {
        return new Frame(visit, title, Optional.empty(), settings, assets);
    }

    Frame frame(Visit visit, String title, Organization organization) {
        return new Frame(visit, title, Optional.of(organization.name()), settings, assets);
    }

    PortalResponse page(int status, Template template) {
        var html = new StringOutput();
        template.render(new OwaspHtmlTemplateOutput(html), NoInterceptor.INSTANCE);
        return PortalResponse.html(status, html.toString());
    }

    /** The generated method of one template, with its parameters bound. */
    @FunctionalInterface
    interface Template {
        void render(HtmlTemplateOutput output, HtmlInterceptor interceptor);
    }

    private enum NoInterceptor implements HtmlInterceptor {
        INSTANCE;

        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {
            // no tag is intercepted
        }

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {
            // no tag is intercepted
        }
    }
}
