package no.klarert.examples.kravogbetalinger;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.klarert.examples.kravogbetalinger.AccessControl.AuthorizedParty;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a handler its {@link AuthorizedParty}: a handler that takes one cannot run without access. */
final class AuthorizedPartyResolver implements HandlerMethodArgumentResolver {
    private final AccessControl accessControl;

    AuthorizedPartyResolver(AccessControl accessControl) {
        this.accessControl = accessControl;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(AuthorizedParty.class);
    }

    @Override
    public AuthorizedParty resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authorization = request.getHeaderValues(HttpHeaders.AUTHORIZATION);
        var party =
                accessControl.admit(authorization == null ? List.of() : List.of(authorization), identifikator(request));
        var servletRequest = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Korrelasjonsid.of(servletRequest).requireWellFormed();
        return party;
    }

    private static String identifikator(NativeWebRequest request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (variables instanceof Map<?, ?> map
                && map.get(KravOgBetalingerController.IDENTIFIKATOR) instanceof String identifikator) {
            return identifikator;
        }
        throw new IllegalStateException("the address has no " + KravOgBetalingerController.IDENTIFIKATOR);
    }
}
