package io.renkei.door.soap.internal;

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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before everything: certificate, path, method, role, headers and bounds, in this order, before a byte of the message
 * is read. Denies by default. Which operation a caller may use is decided behind it, by the element in the body.
 */
final class Guard implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    /** Where the TLS layer leaves the verified path, the client's own certificate first. */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final Ports ports;
    private final Supplier<SoapSettings> settings;
    private final LongSupplier nanos;
    private final Lingering lingering;

    /** @param nanos the monotonic clock */
    Guard(Ports ports, Supplier<SoapSettings> settings, LongSupplier nanos) {
        this.ports = ports;
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
        try (AccessLog log = new AccessLog(response, nanos)) {
            try {
                pass(request, response, chain, log);
            } catch (Refusal e) {
                refuse(request, response, e);
            } catch (PartMissing e) {
                refuse(request, response, Refusal.later(SoapCode.PART_MISSING, Refusal.RETRY_SECONDS));
            } catch (RuntimeException | ServletException e) {
                if (response.isCommitted()) {
                    throw e;
                }
                LOG.error("SOAP-022: a call failed outside of its service; report the defect", e);
                refuse(request, response, Refusal.of(SoapCode.INTERNAL));
            }
        }
        linger(request);
    }

    /** A caller that asked first ({@code Expect: 100-continue}) and was not told to go on sends no body. */
    private void linger(HttpServletRequest request) throws IOException {
        boolean isBegun =
                SoapCall.of(request).filter(call -> call.body().begun()).isPresent();
        if (isBegun || request.getHeader("Expect") == null) {
            lingering.drain(request.getInputStream());
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, AccessLog log)
            throws IOException, ServletException {
        SoapSettings bounds = settings.get();
        Caller caller = caller(request);
        log.caller(caller);
        SoapService service = service(request).orElseThrow(() -> Refusal.of(SoapCode.NO_SUCH_PATH));
        log.service(service);
        boolean contract = request.getMethod().equals("GET") && service.isContract(request.getQueryString());
        if (!contract) {
            requireCall(request, response, service, caller);
        }
        Map<String, String> headers = Headers.read(request, bounds.headersMaxChars());
        if (!contract) {
            Headers.requireSoap(headers.get(Headers.CONTENT_TYPE));
        }
        OptionalLong announced = announced(request, contract);
        if (announced.orElse(0) > bounds.bodyMaxBytes()) {
            throw Refusal.of(SoapCode.BODY_TOO_LARGE);
        }
        try (Entry.Place place = place(caller, announced)) {
            BoundedBody body = new BoundedBody(request.getInputStream(), bounds, place, nanos);
            SoapCall call = new SoapCall(caller, body, response);
            call.putInto(request);
            chain.doFilter(new GuardedRequest(request, headers, body), response);
            log.operation(contract ? "contract" : call.operation());
            response.flushBuffer();
            note(call);
        }
    }

    private static void requireCall(
            HttpServletRequest request, HttpServletResponse response, SoapService service, Caller caller) {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            throw Refusal.of(SoapCode.METHOD);
        }
        if (request.getQueryString() != null) {
            throw Refusal.of(SoapCode.NO_SUCH_PATH, "query");
        }
        if (!service.serves(caller)) {
            throw Refusal.of(SoapCode.ROLE);
        }
    }

    private static Optional<SoapService> service(HttpServletRequest request) {
        return SoapService.at(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    private Caller caller(HttpServletRequest request) {
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] path) || path.length == 0) {
            throw Refusal.of(SoapCode.NO_CERTIFICATE);
        }
        return ports.partners().identify(path[0]).orElseThrow(() -> Refusal.of(SoapCode.UNKNOWN_CERTIFICATE));
    }

    private Entry.Place place(Caller caller, OptionalLong announced) {
        Entry entry = ports.partners().enter(caller, announced);
        if (entry instanceof Entry.Place place) {
            return place;
        }
        if (entry instanceof Entry.Full full) {
            throw Refusal.later(
                    full.ofCaller() ? SoapCode.PARTNER_FULL : SoapCode.GATEWAY_FULL, full.retryAfterSeconds());
        }
        throw Refusal.of(SoapCode.BODY_TOO_LARGE);
    }

    private static OptionalLong announced(HttpServletRequest request, boolean contract) {
        long length = request.getContentLengthLong();
        if (length >= 0) {
            return OptionalLong.of(length);
        }
        return contract ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private static void note(SoapCall call) {
        try {
            call.afterwards().run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "SOAP-023: what was answered to {} could not be noted; it counts at the next time",
                    call.partner(),
                    e);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        String namespace = service(request).orElse(SoapService.APPLICATIONS).namespace();
        byte[] body = FaultXml.envelope(namespace, refusal);
        response.setStatus(refusal.status());
        if (refusal.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "ClientCertificate");
        }
        if (refusal.retryAfterSeconds() > 0) {
            response.setHeader("Retry-After", Integer.toString(refusal.retryAfterSeconds()));
        }
        if (request.getContentLengthLong() != 0 && !request.getMethod().equals("GET")) {
            response.setHeader("Connection", "close");
        }
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
