package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.interaction.Interactions.Begun;
import io.renkei.ports.interaction.Interactions.Ended;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The person's browser comes with a pushed request, goes to the pages, and comes back from them. What goes wrong before it is known whose
 * request it is, the person reads on a page of ours; later the site learns it, at its own address, with {@code iss} (RFC 9207).
 */
final class Authorizing implements Endpoint {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Addresses addresses;
    private final Artefacts artefacts;
    private final Interactions interactions;
    private final Sessions sessions;
    private final Sites sites;
    private final Codes codes;
    private final Clock clock;

    Authorizing(
            Addresses addresses,
            Artefacts artefacts,
            Interactions interactions,
            Sessions sessions,
            Sites sites,
            Codes codes,
            Clock clock) {
        this.addresses = addresses;
        this.artefacts = artefacts;
        this.interactions = interactions;
        this.sessions = sessions;
        this.sites = sites;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        return call.rest().isEmpty() ? begin(call) : back(call, call.rest().substring(1));
    }

    // ------------------------------------------------------------ from the site

    private HTTPResponse begin(Call call) throws Refused {
        Map<String, List<String>> query = parameters(call.http());
        SiteId site = only(query, "client_id")
                .flatMap(SiteId::parse)
                .filter(id -> sites.find(id).isPresent())
                .orElseThrow(Authorizing::unknown);
        String name = only(query, "request_uri")
                .filter(uri -> uri.startsWith(PushedRequests.URN))
                .map(uri -> uri.substring(PushedRequests.URN.length()))
                .filter(text -> NAME.matcher(text).matches())
                .orElseThrow(Authorizing::unknown);
        Instant now = clock.instant();
        Artefacts.Use used = artefacts.use(ArtefactKind.PUSHED_REQUEST, name, now);
        if (!(used instanceof Artefacts.Use.First first)
                || !first.artefact().site().equals(site)) {
            throw unknown();
        }
        KeptRequest kept = KeptRequest.of(first.artefact().payload());
        if (!sites.opening(site, Sites.Use.SIGN_ON, now).open()) {
            return error(kept.request(), OAuth2Error.TEMPORARILY_UNAVAILABLE);
        }
        Prompt prompt = kept.request().getPrompt();
        return prompt != null && prompt.contains(Prompt.Type.NONE)
                ? silently(call, site, kept, now)
                : toPages(site, kept, now);
    }

    private HTTPResponse toPages(SiteId site, KeptRequest kept, Instant now) {
        Begun begun = interactions.begin(
                site,
                kept.handover(),
                signedInAfter(kept.request(), now),
                kept.signed(),
                Languages.of(kept.request()),
                kept.unsigned().bytes());
        return toPages(addresses, begun);
    }

    /** To the pages, with the cookie that ties the interaction to this browser. */
    static HTTPResponse toPages(Addresses addresses, Begun begun) {
        HTTPResponse answer = seeOther(addresses.pages(begun.interaction().id()));
        answer.setHeader("Set-Cookie", cookie(begun.secret(), 600));
        return answer;
    }

    /** {@code prompt=none}: who is signed in already and linked gets a code at once; nobody is asked anything. */
    private HTTPResponse silently(Call call, SiteId site, KeptRequest kept, Instant now) {
        AuthenticationRequest request = kept.request();
        Optional<Session> session = call.cookie(Sessions.COOKIE).flatMap(token -> sessions.find(token, now));
        if (session.isEmpty() || !isRecent(session.get(), signedInAfter(request, now))) {
            return error(request, OIDCError.LOGIN_REQUIRED);
        }
        if (kept.handover().isPresent()) {
            return error(request, OIDCError.INTERACTION_REQUIRED);
        }
        return codes.issue(
                        site,
                        kept,
                        session.get(),
                        Actor.self(session.get().account().id()))
                .orElseGet(() -> error(request, OIDCError.CONSENT_REQUIRED));
    }

    // ------------------------------------------------------------ from the pages

    private HTTPResponse back(Call call, String id) throws Refused {
        String secret = call.cookie(Interaction.COOKIE).orElseThrow(Authorizing::unknown);
        if (!NAME.matcher(id).matches()) {
            throw unknown();
        }
        Optional<Ended> ended = interactions.take(id, secret);
        if (ended.isEmpty()) {
            // Whoever comes back too early has something left to do.
            return interactions
                    .find(id, secret)
                    .map(waiting -> seeOther(addresses.pages(waiting.id())))
                    .orElseThrow(Authorizing::unknown);
        }
        HTTPResponse answer = ended(ended.get());
        answer.setHeader("Set-Cookie", cookie("", 0));
        return answer;
    }

    private HTTPResponse ended(Ended ended) {
        if (ended.interaction().kind() == Interaction.Kind.SIGN_OUT) {
            return ended.outcome() instanceof Outcome.SignedOut
                    ? KeptLogout.of(ended.request()).answer()
                    : seeOther(addresses.home());
        }
        KeptRequest kept = KeptRequest.of(ended.request());
        if (ended.outcome() instanceof Outcome.Granted granted) {
            if (!isRecent(granted.session(), ended.interaction().signedInAfter())) {
                return error(kept.request(), OIDCError.LOGIN_REQUIRED);
            }
            return codes.issue(ended.interaction().site(), kept, granted.session(), granted.who())
                    .orElseGet(() -> error(kept.request(), OAuth2Error.ACCESS_DENIED));
        }
        return error(
                kept.request(),
                ended.outcome() instanceof Outcome.Denied
                        ? OAuth2Error.ACCESS_DENIED
                        : OAuth2Error.TEMPORARILY_UNAVAILABLE);
    }

    // ------------------------------------------------------------ common

    private static boolean isRecent(Session session, Optional<Instant> after) {
        return after.filter(moment -> session.signedInAt().isBefore(moment)).isEmpty();
    }

    private static Optional<Instant> signedInAfter(AuthenticationRequest request, Instant now) {
        Prompt prompt = request.getPrompt();
        if (prompt != null && prompt.contains(Prompt.Type.LOGIN)) {
            return Optional.of(now);
        }
        return request.getMaxAge() < 0 ? Optional.empty() : Optional.of(now.minusSeconds(request.getMaxAge()));
    }

    private HTTPResponse error(AuthenticationRequest request, ErrorObject error) {
        HTTPResponse answer = new AuthorizationErrorResponse(
                        request.getRedirectionURI(),
                        error,
                        request.getState(),
                        new Issuer(addresses.issuer()),
                        ResponseMode.QUERY)
                .toHTTPResponse();
        return seeOther(answer.getLocation());
    }

    /** Never 307: a form of the person must not be sent on (RFC 9700, section 4.12). */
    static HTTPResponse seeOther(URI where) {
        HTTPResponse answer = new HTTPResponse(303);
        answer.setLocation(where);
        return answer;
    }

    private static String cookie(String secret, int seconds) {
        return Interaction.COOKIE + "=" + secret + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + seconds;
    }

    private static Map<String, List<String>> parameters(HTTPRequest http) throws Refused {
        try {
            return http.getMethod() == HTTPRequest.Method.POST
                    ? http.getBodyAsFormParameters()
                    : http.getQueryStringParameters();
        } catch (ParseException e) {
            throw unknown();
        }
    }

    private static Optional<String> only(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static Refused unknown() {
        return new Refused(Pages.of(400, OidcCode.NO_SUCH_REQUEST));
    }
}
