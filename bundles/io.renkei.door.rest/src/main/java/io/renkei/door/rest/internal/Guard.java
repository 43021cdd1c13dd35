package io.renkei.door.rest.internal;

import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Lingering;
import io.renkei.ports.access.Partners.Entry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before everything: certificate, path, role, headers and bounds, in this order, before a byte of the body is
 * read. Denies by default.
 */
final class Guard implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    /** Where the TLS layer leaves the verified path, the client's own certificate first. */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final Ports ports;
    private final Routes routes;
    private final Supplier<RestSettings> settings;
    private final LongSupplier nanos;
    private final Lingering lingering;

    /** @param nanos the monotonic clock */
    Guard(Ports ports, Routes routes, Supplier<RestSettings> settings, LongSupplier nanos) {
        this.ports = ports;
        this.routes = routes;
        this.settings = settings;
        this.nanos = nanos;
        this.lingering = new Lingering(nanos);
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        SecurityHeaders.set(response);
        try (AccessLog log = new AccessLog(request, response, nanos)) {
            try {
                pass(request, response, chain, log);
            } catch (RefusedCall e) {
                refuse(request, response, e);
            } catch (PartMissing e) {
                refuse(request, response, new RefusedCall(RestCode.PART_MISSING, "", Failures.RETRY_SECONDS));
            } catch (RuntimeException e) {
                if (response.isCommitted()) {
                    throw e;
                }
                LOG.error("REST-028: a call failed before it was handled; report the defect", e);
                refuse(request, response, new RefusedCall(RestCode.INTERNAL));
            }
        }
        linger(request);
    }

    /** A caller that asked first ({@code Expect: 100-continue}) and was not told to go on sends no body. */
    private void linger(HttpServletRequest request) throws IOException {
        boolean isBegun = Admitted.of(request)
                .filter(admitted -> admitted.call().bounded().begun())
                .isPresent();
        if (isBegun || request.getHeader("Expect") == null) {
            lingering.drain(request.getInputStream());
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, AccessLog log)
            throws RefusedCall, IOException, ServletException {
        RestSettings bounds = settings.get();
        Caller caller = caller(request);
        log.caller(caller);
        Routes.Match match = match(request, response);
        log.route(match.route());
        if (!match.route().access().permits(caller)) {
            throw new RefusedCall(RestCode.ROLE);
        }
        Map<String, String> headers = Headers.read(request, bounds.headersMaxChars());
        OptionalLong announced = announced(request);
        if (announced.orElse(0) > bounds.bodyMaxBytes()) {
            throw new RefusedCall(RestCode.BODY_TOO_LARGE);
        }
        try (Entry.Place place = place(caller, announced)) {
            BoundedBody body = new BoundedBody(request.getInputStream(), bounds, place, nanos);
            new Admitted(
                            match,
                            new Call(
                                    caller,
                                    match.open(),
                                    request.getQueryString(),
                                    headers,
                                    announced.orElse(1) > 0,
                                    body))
                    .putInto(request);
            chain.doFilter(request, response);
        }
    }

    private Caller caller(HttpServletRequest request) throws RefusedCall {
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] path) || path.length == 0) {
            throw new RefusedCall(RestCode.NO_CERTIFICATE);
        }
        return ports.partners().identify(path[0]).orElseThrow(() -> new RefusedCall(RestCode.UNKNOWN_CERTIFICATE));
    }

    private Routes.Match match(HttpServletRequest request, HttpServletResponse response) throws RefusedCall {
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        String info = request.getPathInfo();
        String decoded = request.getServletPath() + (info == null ? "" : info);
        RefusedCall unknown = new RefusedCall(RestCode.NO_SUCH_PATH);
        Routes.Match match = routes.find(request.getMethod(), raw, decoded).orElse(null);
        if (match == null) {
            String allowed = routes.allowed(raw, decoded);
            if (allowed.isEmpty()) {
                throw unknown;
            }
            response.setHeader("Allow", allowed);
            throw new RefusedCall(RestCode.METHOD);
        }
        return match;
    }

    private Entry.Place place(Caller caller, OptionalLong announced) throws RefusedCall {
        Entry entry = ports.partners().enter(caller, announced);
        if (entry instanceof Entry.Place place) {
            return place;
        }
        if (entry instanceof Entry.Full full) {
            RestCode code = full.ofCaller() ? RestCode.PARTNER_FULL : RestCode.GATEWAY_FULL;
            throw new RefusedCall(code, "", full.retryAfterSeconds());
        }
        throw new RefusedCall(RestCode.BODY_TOO_LARGE);
    }

    /** What the body is announced to have; none where neither header of a body is there. */
    private static OptionalLong announced(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length >= 0) {
            return OptionalLong.of(length);
        }
        boolean bodyless = Set.of("GET", "DELETE").contains(request.getMethod());
        return bodyless ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, RefusedCall refused)
            throws IOException {
        Failures.answer(refused, Language.of(request.getHeader("Accept-Language")))
                .write(response);
    }
}
