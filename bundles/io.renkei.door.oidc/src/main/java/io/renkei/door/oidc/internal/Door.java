package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.renkei.ports.access.Lingering;
import io.renkei.ports.access.Listener;
import io.renkei.ports.state.StateUnavailable;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every endpoint: listener, path, method, bounds, in this order, before a byte of the body is read; and sets the headers that
 * every answer has. It is the boundary where every failure becomes an answer.
 */
final class Door extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** Where the TLS layer leaves the certificate of the caller. */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    /** Headers that mean something here; no other gets in. */
    private static final List<String> HEADERS = List.of("Authorization", "DPoP", "Accept");

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration BODY_WITHIN = Duration.ofSeconds(10);

    private final transient Supplier<Optional<Provider>> current;
    private final transient LongSupplier nanos;
    private final transient Lingering lingering;
    private final AtomicInteger under = new AtomicInteger();

    /**
     * @param current empty while there is no provider
     * @param nanos the monotonic clock
     */
    Door(Supplier<Optional<Provider>> current, LongSupplier nanos) {
        this.current = current;
        this.nanos = nanos;
        this.lingering = new Lingering(nanos);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long began = nanos.getAsLong();
        Headers.set(response);
        String route = "-";
        Optional<Provider> provider = current.get();
        Listener listener = Listener.of(request.getAttribute(Listener.ATTRIBUTE));
        String path = path(request);
        String rest = path.startsWith(Addresses.AUTHORIZE + "/") ? path.substring(Addresses.AUTHORIZE.length()) : "";
        String base = path.substring(0, path.length() - rest.length());
        Optional<Provider.Place> place = provider.flatMap(now -> now.at(base))
                .filter(found -> found.listeners().contains(listener));
        if (place.isEmpty()) {
            write(new HTTPResponse(provider.isEmpty() && listener.isForPeople() ? 503 : 404), response);
        } else if (!place.get().methods().contains(request.getMethod())) {
            HTTPResponse other = new HTTPResponse(405);
            other.setHeader("Allow", String.join(", ", place.get().methods()));
            write(other, response);
        } else {
            route = base;
            if (place.get().kept()) {
                Headers.kept(response);
            }
            write(answer(provider.get(), place.get(), request, listener, base, rest), response);
        }
        lingering.drain(request.getInputStream());
        LOG.info(
                "{} {} {} {} ms",
                route.equals("-") ? "-" : request.getMethod(),
                route,
                response.getStatus(),
                TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - began));
    }

    private HTTPResponse answer(
            Provider provider,
            Provider.Place place,
            HttpServletRequest request,
            Listener listener,
            String base,
            String rest) {
        try {
            if (under.incrementAndGet() > provider.settings().requestsAtOnce()) {
                return later(place);
            }
            HTTPRequest http = read(provider, request, listener, base);
            return place.endpoint().answer(new Call(http, listener, rest, cookies(request)));
        } catch (Refused e) {
            return e.answer();
        } catch (ParseException | IOException | IllegalArgumentException e) {
            return place.forBrowsers()
                    ? Pages.of(400, OidcCode.BAD_REQUEST)
                    : OAuth2Error.INVALID_REQUEST.toHTTPResponse();
        } catch (StateUnavailable e) {
            return later(place);
        } catch (RuntimeException e) {
            LOG.error(OidcCode.DEFECT.line(), e);
            return place.forBrowsers() ? Pages.of(500, OidcCode.NOT_NOW) : OAuth2Error.SERVER_ERROR.toHTTPResponse();
        } finally {
            under.decrementAndGet();
        }
    }

    private static HTTPResponse later(Provider.Place place) {
        HTTPResponse answer = place.forBrowsers()
                ? Pages.of(503, OidcCode.BUSY)
                : Refused.later(503, PAUSE).answer();
        answer.setHeader("Retry-After", Long.toString(PAUSE.toSeconds()));
        return answer;
    }

    /** Decoded by the server, which refuses every other spelling of a path. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private HTTPRequest read(Provider provider, HttpServletRequest request, Listener listener, String base)
            throws IOException, ParseException {
        URI url = provider.addresses().seenFrom(listener, base);
        HTTPRequest http = new HTTPRequest(HTTPRequest.Method.valueOf(request.getMethod()), url);
        for (String name : HEADERS) {
            List<String> values = Collections.list(request.getHeaders(name));
            if (!values.isEmpty()) {
                http.setHeader(name, values.toArray(String[]::new));
            }
        }
        if (request.getQueryString() != null) {
            http.appendQueryString(request.getQueryString());
        }
        if (http.getMethod() == HTTPRequest.Method.POST) {
            http.setContentType(Optional.ofNullable(request.getContentType()).orElse("application/octet-stream"));
            http.setBody(body(request.getInputStream(), provider.settings().bodyMaxBytes()));
        }
        if (listener == Listener.PEOPLE_TLS
                && request.getAttribute(CERTIFICATES) instanceof X509Certificate[] path
                && path.length > 0) {
            http.setClientX509Certificate(path[0]);
        }
        return http;
    }

    private String body(InputStream in, int most) throws IOException, ParseException {
        long deadline = nanos.getAsLong() + BODY_WITHIN.toNanos();
        ByteBuffer bytes = ByteBuffer.allocate(most + 1);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(read, 0));
            if (nanos.getAsLong() - deadline > 0) {
                throw new IOException("a body that comes too slowly");
            }
        }
        if (!bytes.hasRemaining()) {
            throw new ParseException("a body that is too large");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new ParseException("a body that is no text");
        }
    }

    private static Map<String, String> cookies(HttpServletRequest request) {
        Map<String, String> found = new HashMap<>();
        Cookie[] sent = request.getCookies();
        if (sent != null) {
            for (Cookie cookie : sent) {
                found.putIfAbsent(cookie.getName(), cookie.getValue());
            }
        }
        return found;
    }

    /** Bytes, so that the server adds no charset of its own to a media type that has none. */
    private static void write(HTTPResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode());
        Map<String, List<String>> headers = answer.getHeaderMap();
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (headers.containsKey("Cache-Control")) {
            response.setHeader("Cache-Control", "no-store");
        }
        byte[] body = answer.getBody() == null ? new byte[0] : answer.getBody().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
