package no.klarert.examples.kravogbetalinger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Goes around every request: its {@link Korrelasjonsid}, one line in the log, and no copies of the answer in caches. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);
    private static final String LOGGED_AS = "korrelasjonsid";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = Korrelasjonsid.read(request);
        id.keepIn(request);
        response.setHeader(Korrelasjonsid.NAME, id.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        MDC.put(LOGGED_AS, id.toString());
        try {
            chain.doFilter(request, response);
            LOG.info("{} {} {}", request.getMethod(), address(request), response.getStatus());
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    /** The pattern that matched: who was asked for is not for the log. */
    private static Object address(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "an unknown address" : pattern;
    }
}
