package io.renkei.door.oidc.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.interaction.Interactions.Begun;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A site signs a person out (OpenID Connect RP-Initiated Logout 1.0). Any page can send a browser here, so the person is asked on a page
 * (section 2), but where the site's file says otherwise and the hint is the ID token of the session that this browser has. Sessions of
 * other browsers are left alone.
 */
final class LoggingOut implements Endpoint {

    private final Addresses addresses;
    private final Sites sites;
    private final Sessions sessions;
    private final Interactions interactions;
    private final LogoutWatch watch;
    private final Signer signer;
    private final Rates rates;
    private final Clock clock;

    /** @param rates of sign-outs, apart from those of the sites' own calls */
    LoggingOut(
            Addresses addresses,
            Sites sites,
            Sessions sessions,
            Interactions interactions,
            LogoutWatch watch,
            Signer signer,
            Rates rates,
            Clock clock) {
        this.addresses = addresses;
        this.sites = sites;
        this.sessions = sessions;
        this.interactions = interactions;
        this.watch = watch;
        this.signer = signer;
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        LogoutRequest request = read(call.http());
        Optional<JWTClaimsSet> hint = hint(request);
        Site site = site(hint, request).orElseThrow(LoggingOut::bad);
        URI back = request.getPostLogoutRedirectionURI();
        if (back != null && !site.client().postLogoutRedirects().contains(back)) {
            throw bad();
        }
        Optional<UUID> open = call.cookie(Sessions.COOKIE)
                .flatMap(token -> sessions.find(token, clock.instant()))
                .map(Session::id);
        if (open.isEmpty()) {
            return ofNobody(call, site, request, hint.isPresent());
        }
        boolean asked =
                site.client().logoutAsks() || !hint.flatMap(LoggingOut::session).equals(open);
        return asked ? toPages(site, request) : done(site, open.get(), KeptLogout.of(request));
    }

    /**
     * Nobody is signed in here; but a form of the site carries no cookie (SameSite), and only the way onward does. An ID token is not put
     * into an address for that. Whoever has neither a session nor an ID token makes nobody keep anything.
     */
    private HTTPResponse ofNobody(Call call, Site site, LogoutRequest request, boolean hinted) throws Refused {
        if (call.http().getMethod() != HTTPRequest.Method.POST) {
            return KeptLogout.of(request).answer();
        }
        return hinted
                ? toPages(site, request)
                : Authorizing.seeOther(new LogoutRequest(
                                addresses.at(Addresses.LOGOUT),
                                null,
                                null,
                                request.getClientID(),
                                request.getPostLogoutRedirectionURI(),
                                request.getState(),
                                request.getUILocales())
                        .toURI());
    }

    private HTTPResponse toPages(Site site, LogoutRequest request) throws Refused {
        if (!rates.take(site.id())) {
            throw new Refused(Pages.of(429, OidcCode.BUSY));
        }
        List<LangTag> languages = request.getUILocales();
        Begun begun = interactions.beginSignOut(
                site.id(), Languages.of(languages), KeptLogout.of(request).bytes());
        return Authorizing.toPages(addresses, begun);
    }

    private HTTPResponse done(Site site, UUID session, KeptLogout kept) {
        sessions.close(session, clock.instant());
        watch.over(session, Optional.of(site.id()));
        return kept.answer();
    }

    private static LogoutRequest read(HTTPRequest http) throws Refused {
        try {
            Map<String, List<String>> parameters = http.getMethod() == HTTPRequest.Method.POST
                    ? http.getBodyAsFormParameters()
                    : http.getQueryStringParameters();
            return LogoutRequest.parse(parameters);
        } catch (ParseException e) {
            throw bad();
        }
    }

    /** What this provider once told the site; of a hint that is none, nothing is believed. */
    private Optional<JWTClaimsSet> hint(LogoutRequest request) throws Refused {
        if (request.getIDTokenHint() == null) {
            return Optional.empty();
        }
        return Optional.of(signer.ofOurs(request.getIDTokenHint()).orElseThrow(LoggingOut::bad));
    }

    /** By the hint, by {@code client_id}, or by both where they agree. */
    private Optional<Site> site(Optional<JWTClaimsSet> hint, LogoutRequest request) {
        Optional<String> named = Optional.ofNullable(request.getClientID()).map(id -> id.getValue());
        Optional<String> told = hint.map(JWTClaimsSet::getAudience)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0));
        if (hint.isPresent() && (told.isEmpty() || named.isPresent() && !named.equals(told))) {
            return Optional.empty();
        }
        return told.or(() -> named).flatMap(SiteId::parse).flatMap(sites::find);
    }

    private static Optional<UUID> session(JWTClaimsSet hint) {
        try {
            return Optional.ofNullable(hint.getStringClaim("sid")).map(UUID::fromString);
        } catch (java.text.ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refused bad() {
        return new Refused(Pages.of(400, OidcCode.BAD_LOGOUT));
    }
}
