package io.renkei.door.pages.internal;

import io.renkei.ports.access.Listener;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.state.StateUnavailable;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Stands before every page; see the package. Denies by default. */
final class Front extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final int MAX_QUERY_CHARS = 2048;
    private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);
    private static final Templates TEMPLATES = new Templates();

    private final transient Ports ports;
    private final transient Routes routes;
    private final transient Supplier<PagesSettings> settings;
    private final transient Clock clock;
    private final transient LongSupplier nanos;
    private final transient AtomicInteger underWay = new AtomicInteger();

    /** @param nanos the monotonic clock */
    Front(Ports ports, Routes routes, Supplier<PagesSettings> settings, Clock clock, LongSupplier nanos) {
        this.ports = ports;
        this.routes = routes;
        this.settings = settings;
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PagesSettings now = settings.get();
        Listener listener = Listener.of(request.getAttribute(Listener.ATTRIBUTE));
        if (!listener.isForPeople()) {
            response.setStatus(404); // a door of partners: nothing of a person stands behind it
            return;
        }
        long began = nanos.getAsLong();
        boolean full = underWay.incrementAndGet() > now.atOnce();
        try {
            serve(request, response, now, listener, began, full);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void serve(
            HttpServletRequest request,
            HttpServletResponse response,
            PagesSettings now,
            Listener listener,
            long began,
            boolean full)
            throws IOException {
        SecurityHeaders.set(response, now, listener);
        Answered answered = full ? busy(request, now, listener) : answer(request, now, listener);
        answered = write(response, answered, now, listener);
        String route = answered.visit().match().route().template();
        try (MDC.MDCCloseable ignored = MDC.putCloseable("route", route)) {
            LOG.info(
                    "{} {} {} {} ms",
                    answered.visit().match().route().method(),
                    route,
                    response.getStatus(),
                    Duration.ofNanos(nanos.getAsLong() - began).toMillis());
        }
    }

    /** @param body as it is sent */
    private record Answered(Visit visit, Answer answer, byte[] body) {}

    private Answered busy(HttpServletRequest request, PagesSettings now, Listener listener) {
        Visit visit = stranger(request, now, listener);
        return rendered(visit, ErrorPage.of(visit, PagesCode.BUSY, ""));
    }

    private Answered answer(HttpServletRequest request, PagesSettings now, Listener listener) {
        Visit visit = stranger(request, now, listener);
        try {
            Routes.Match match = routes.find(request.getMethod(), raw(request), decoded(request), listener);
            visit = read(request, visit, match);
            if (match.route().method().equals("POST")) {
                requireOwnForm(request, visit);
            }
            if (!match.route().open() && visit.signedIn().isEmpty()) {
                return rendered(visit, signInFirst(visit));
            }
            visit = acting(visit);
            return rendered(visit, keepLanguage(visit, match.route().handler().answer(visit)));
        } catch (Refused e) {
            return rendered(visit, ErrorPage.of(visit, e.code(), e.place()));
        } catch (PartMissing e) {
            LOG.warn("PAGES-007: {} is missing", e.getMessage());
            return rendered(visit, ErrorPage.of(visit, PagesCode.PART, ""));
        } catch (StateUnavailable e) {
            LOG.debug("the database cannot be had; the journal says why", e);
            return rendered(visit, ErrorPage.of(visit, PagesCode.DATABASE, ""));
        } catch (RuntimeException e) {
            LOG.error("PAGES-008: a page failed; report the defect", e);
            return rendered(visit, ErrorPage.of(visit, PagesCode.INTERNAL, ""));
        }
    }

    private static Answer signInFirst(Visit visit) throws Refused {
        if (visit.match().route().method().equals("POST")) {
            throw new Refused(PagesCode.SIGN_IN_FIRST);
        }
        String base = visit.settings().people().toString();
        return Answer.see(
                visit.match().route().listener() == Listener.PEOPLE
                        ? "/people/sign-in?to=" + visit.path()
                        : base + "/people/sign-in");
    }

    private static Answer keepLanguage(Visit visit, Answer answer) {
        return visit.match().route().method().equals("GET")
                        && Language.ofTag(visit.field("lang")).isPresent()
                ? answer.cookie(Cookies.set(Cookies.LANGUAGE, visit.language().tag(), LANGUAGE_KEPT))
                : answer;
    }

    /** Before anything is known but where it came in. */
    private Visit stranger(HttpServletRequest request, PagesSettings now, Listener listener) {
        Route none = new Route(request.getMethod(), "none", listener, true, visit -> Answer.see("/people"));
        return new Visit(
                new Routes.Match(none, Map.of()),
                "/people",
                Language.ofHeader(header(request, "Accept-Language")),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                now,
                clock.instant());
    }

    private Visit read(HttpServletRequest request, Visit stranger, Routes.Match match) throws Refused {
        Map<String, List<String>> fields = fields(request, match.route());
        Map<String, String> cookies = cookies(request);
        Instant now = stranger.now();
        String token = cookies.getOrDefault(Sessions.COOKIE, "");
        Optional<Visit.SignedIn> signedIn = token.isEmpty()
                ? Optional.empty()
                : ports.sessions().find(token, now).map(session -> new Visit.SignedIn(session, token));
        String asked = match.route().method().equals("GET")
                ? fields.getOrDefault("lang", List.of("")).get(0)
                : "";
        String kept = cookies.getOrDefault(Cookies.LANGUAGE, "");
        Language language = Language.ofTag(asked)
                .or(() -> Language.ofTag(kept))
                .or(() -> languageOfSite(match, cookies))
                .or(() -> Language.ofTag(kept.replace(Cookies.OF_SITE, "")))
                .orElse(stranger.language());
        return new Visit(
                match,
                raw(request),
                language,
                match.open(),
                fields,
                cookies,
                certificates(request),
                header(request, "Sec-Fetch-Site").equals("cross-site"),
                signedIn,
                Optional.empty(),
                stranger.settings(),
                now);
    }

    /** What the site of a request wished for ({@code ui_locales}). */
    private Optional<Language> languageOfSite(Routes.Match match, Map<String, String> cookies) {
        return Optional.ofNullable(match.open().get("request"))
                .flatMap(id -> ports.interactions().find(id, cookies.getOrDefault(Interaction.COOKIE, "")))
                .flatMap(each -> Language.ofTag(each.language()));
    }

    private Visit acting(Visit visit) throws Refused {
        String by = visit.field(Visit.FOR);
        if (by.isEmpty()) {
            return visit;
        }
        DelegationId id = DelegationId.parse(by).orElseThrow(() -> new Refused(PagesCode.NOT_DELEGATED));
        Delegation held = ports.delegations().held(visit.account().id()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(PagesCode.NOT_DELEGATED));
        return visit.actingBy(held);
    }

    /**
     * A form of ours: the browser says that it came from this origin ({@code Sec-Fetch-Site}, or {@code Origin} in browsers that do
     * not send it), and it carries the token that is bound to the browser's session.
     */
    private static void requireOwnForm(HttpServletRequest request, Visit visit) throws Refused {
        String site = header(request, "Sec-Fetch-Site");
        String origin = header(request, "Origin");
        String own = visit.settings().origin(visit.match().route().listener()).toString();
        boolean fromHere = site.isEmpty() ? origin.equals(own) : site.equals("same-origin");
        boolean contradicts = !origin.isEmpty() && !origin.equals(own);
        if (!fromHere
                || contradicts
                || visit.secret().isEmpty()
                || !FormToken.isOf(visit.secret(), visit.field("token"))) {
            throw new Refused(PagesCode.FORGED);
        }
    }

    private Map<String, List<String>> fields(HttpServletRequest request, Route route) throws Refused {
        String query = request.getQueryString();
        if (query != null && query.length() > MAX_QUERY_CHARS) {
            throw new Refused(PagesCode.TOO_LARGE);
        }
        if (route.method().equals("POST")) {
            String type = header(request, "Content-Type");
            if (!type.split(";")[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded")) {
                throw new Refused(PagesCode.INPUT);
            }
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        FormFields.parse(query == null ? "" : query, fields);
        if (route.method().equals("POST")) {
            fields.clear(); // what a form sends stands in its body alone
            FormFields.parse(body(request), fields);
        }
        return fields;
    }

    private String body(HttpServletRequest request) throws Refused {
        try {
            return FormFields.body(request.getInputStream(), nanos);
        } catch (IOException e) {
            throw new Refused(PagesCode.INPUT);
        }
    }

    private static Map<String, String> cookies(HttpServletRequest request) {
        Map<String, String> cookies = new LinkedHashMap<>();
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                cookies.putIfAbsent(cookie.getName(), cookie.getValue());
            }
        }
        return cookies;
    }

    private static List<X509Certificate> certificates(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] path ? Arrays.asList(path) : List.of();
    }

    private static String raw(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String decoded(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    /** @return what was sent: a file that cannot be begun becomes the page that says so */
    private static Answered write(HttpServletResponse response, Answered answered, PagesSettings now, Listener listener)
            throws IOException {
        try {
            write(response, answered);
            return answered;
        } catch (StateUnavailable | IOException e) {
            if (answered.answer().stream().isEmpty() || response.isCommitted()) {
                // The connection breaks off, so that nobody takes a part for the whole.
                throw new IOException("a page or a file broke off", e);
            }
            LOG.error("PAGES-049: a file cannot be written", e);
            Answered instead = rendered(answered.visit(), ErrorPage.of(answered.visit(), PagesCode.BROKEN_OFF, ""));
            response.reset();
            SecurityHeaders.set(response, now, listener);
            write(response, instead);
            return instead;
        }
    }

    private static void write(HttpServletResponse response, Answered answered) throws IOException {
        Answer answer = answered.answer();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        answer.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        if (answer.view().isPresent()) {
            response.setContentType("text/html; charset=utf-8");
            response.setHeader("Content-Language", answered.visit().language().tag());
        }
        if (answer.stream().isPresent()) {
            send(response, answer.stream().get());
        } else {
            response.setContentLength(answered.body().length);
            response.getOutputStream().write(answered.body());
        }
        response.flushBuffer();
        afterwards(answer);
    }

    /** What breaks off must not look whole: whatever fails here ends the connection. */
    private static void send(HttpServletResponse response, Answer.Stream stream) throws IOException {
        if (stream.length() != Answer.UNKNOWN) {
            response.setContentLengthLong(stream.length());
        }
        stream.writing().to(response.getOutputStream());
    }

    private static void afterwards(Answer answer) {
        try {
            answer.afterwards().run();
        } catch (StateUnavailable e) {
            LOG.warn("{}: what was sent could not be written down as seen or fetched", PagesCode.DATABASE.code(), e);
        }
    }

    /** Here and not while it is sent: a page that fails becomes the page that says so. */
    private static Answered rendered(Visit visit, Answer answer) {
        return new Answered(
                visit,
                answer,
                answer.view()
                        .map(view -> TEMPLATES.render(view.template(), Frame.values(visit, view)))
                        .orElse(answer.body()));
    }
}
