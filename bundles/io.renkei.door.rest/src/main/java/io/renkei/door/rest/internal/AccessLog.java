package io.renkei.door.rest.internal;

import io.renkei.ports.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One line per request: method, route, status, partner and milliseconds; nothing as the sender wrote it. */
final class AccessLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final LongSupplier nanos;
    private final long began;
    private String partner = "-";
    private String route = "-";

    AccessLog(HttpServletRequest request, HttpServletResponse response, LongSupplier nanos) {
        this.request = request;
        this.response = response;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    void caller(Caller caller) {
        partner = caller.partner().value();
        MDC.put("partner", partner);
    }

    void route(Route found) {
        route = found.template();
        MDC.put("route", route);
    }

    @Override
    public void close() {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - began);
        LOG.info("{} {} {} {} {} ms", method, route, response.getStatus(), partner, millis);
        MDC.remove("partner");
        MDC.remove("route");
    }
}
