package io.renkei.door.oidc.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
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
 * A site signs a person out (OpenID Connect RP-Initiated Logout 1.0). The hint is needed: it says which session, and that the site was told
 * of it. Whoever comes without one is shown a page and signed out of nothing.
 */
final class LoggingOut implements Endpoint {

    private final Sites sites;
    private final Sessions sessions;
    private final LogoutWatch watch;
    private final Signer signer;
    private final Clock clock;

    LoggingOut(Sites sites, Sessions sessions, LogoutWatch watch, Signer signer, Clock clock) {
        this.sites = sites;
        this.sessions = sessions;
        this.watch = watch;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        LogoutRequest request = read(call.http());
        JWTClaimsSet hint = Optional.ofNullable(request.getIDTokenHint())
                .flatMap(signer::ofOurs)
                .orElseThrow(LoggingOut::bad);
        Site site = site(hint, request).orElseThrow(LoggingOut::bad);
        URI back = request.getPostLogoutRedirectionURI();
        if (back != null && !site.client().postLogoutRedirects().contains(back)) {
            throw bad();
        }
        UUID session = session(hint).orElseThrow(LoggingOut::bad);
        sessions.close(session, clock.instant());
        watch.over(session, Optional.of(site.id()));
        return back == null ? Pages.of(200, OidcCode.SIGNED_OUT) : Authorizing.seeOther(withState(back, request));
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

    private Optional<Site> site(JWTClaimsSet hint, LogoutRequest request) {
        List<String> audience = hint.getAudience();
        if (audience.size() != 1
                || request.getClientID() != null
                        && !request.getClientID().getValue().equals(audience.get(0))) {
            return Optional.empty();
        }
        return SiteId.parse(audience.get(0)).flatMap(sites::find);
    }

    private static Optional<UUID> session(JWTClaimsSet hint) {
        try {
            return Optional.ofNullable(hint.getStringClaim("sid")).map(UUID::fromString);
        } catch (java.text.ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI withState(URI back, LogoutRequest request) {
        if (request.getState() == null) {
            return back;
        }
        HTTPRequest to = new HTTPRequest(HTTPRequest.Method.GET, back);
        to.appendQueryParameters(Map.of("state", List.of(request.getState().getValue())));
        return to.getURI();
    }

    private static Refused bad() {
        return new Refused(Pages.of(400, OidcCode.BAD_LOGOUT));
    }
}
