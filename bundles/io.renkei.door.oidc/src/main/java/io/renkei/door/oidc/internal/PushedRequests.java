package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.Artefacts.Kept;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Handovers.Asked;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.sites.Site;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes a site's request before the person's browser comes with it (RFC 9126): so it is the site's own, whole and well-formed, and
 * nothing of it stands in a URL. What is wrong with it the site learns here.
 */
final class PushedRequests implements Endpoint {

    static final String URN = "urn:ietf:params:oauth:request_uri:";

    private static final Duration LASTS = Duration.ofSeconds(90);
    private static final int MOST = 5_000;

    private final Clients clients;
    private final SignedRequests signed;
    private final Proofs proofs;
    private final Handovers handovers;
    private final Artefacts artefacts;
    private final Clock clock;

    PushedRequests(
            Clients clients,
            SignedRequests signed,
            Proofs proofs,
            Handovers handovers,
            Artefacts artefacts,
            Clock clock) {
        this.clients = clients;
        this.signed = signed;
        this.proofs = proofs;
        this.handovers = handovers;
        this.artefacts = artefacts;
        this.clock = clock;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        Site site = clients.authenticate(call);
        Opened opened = read(site, call.http());
        AuthenticationRequest request = opened.request();
        check(site, request);
        Optional<JWKThumbprintConfirmation> key = key(site, request, call.http());
        Optional<HandoverId> handover = ask(site, request);
        String name = Secrets.draw();
        Kept kept = artefacts.keep(
                name,
                new Artefact(
                        ArtefactKind.PUSHED_REQUEST,
                        site.id(),
                        Optional.empty(),
                        new KeptRequest(request, key, handover, opened.signed()).bytes(),
                        clock.instant().plus(LASTS)),
                MOST);
        if (kept != Kept.KEPT) {
            throw Refused.later(429, Seen.PAUSE);
        }
        return new PushedAuthorizationSuccessResponse(URI.create(URN + name), LASTS.toSeconds()).toHTTPResponse();
    }

    /** @param signed as it came, where the site signed it */
    private record Opened(AuthenticationRequest request, Optional<SignedRequest> signed) {}

    private Opened read(Site site, HTTPRequest http) throws Refused {
        try {
            List<String> objects = http.getBodyAsFormParameters().getOrDefault("request", List.of());
            if (!objects.isEmpty()) {
                require(objects.size() == 1, OAuth2Error.INVALID_REQUEST, "one request object alone");
                SignedRequests.Opened opened = signed.open(site, objects.get(0));
                return new Opened(opened.request(), Optional.of(opened.evidence()));
            }
            require(
                    !site.client().signedRequests(),
                    OAuth2Error.INVALID_REQUEST,
                    "the site has to sign what it asks for: request is needed");
            return new Opened(
                    AuthenticationRequest.parse(PushedAuthorizationRequest.parse(http)
                            .getAuthorizationRequest()
                            .toParameters()),
                    Optional.empty());
        } catch (ParseException e) {
            throw Refused.unread(e);
        }
    }

    private static void check(Site site, AuthenticationRequest request) throws Refused {
        require(
                request.getClientID().getValue().equals(site.id().value()),
                OAuth2Error.INVALID_REQUEST,
                "client_id is another's");
        require(
                request.getRedirectionURI() != null && site.client().redirects().contains(request.getRedirectionURI()),
                OAuth2Error.INVALID_REQUEST,
                "redirect_uri is not one of the site's");
        require(ResponseType.CODE.equals(request.getResponseType()), OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "");
        require(
                request.getResponseMode() == null || request.getResponseMode().equals(ResponseMode.QUERY),
                OAuth2Error.INVALID_REQUEST,
                "response_mode is query");
        require(
                request.getCodeChallenge() != null && CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod()),
                OAuth2Error.INVALID_REQUEST,
                "code_challenge with the method S256 is needed");
    }

    private Optional<JWKThumbprintConfirmation> key(Site site, AuthenticationRequest request, HTTPRequest http)
            throws Refused {
        Optional<JWKThumbprintConfirmation> shown = proofs.ofPushed(site, http);
        Optional<JWKThumbprintConfirmation> named = Optional.ofNullable(request.getDPoPJWKThumbprintConfirmation());
        require(
                shown.isEmpty() || named.isEmpty() || shown.equals(named),
                OAuth2Error.INVALID_DPOP_PROOF,
                "dpop_jkt names another key");
        return shown.or(() -> named);
    }

    private Optional<HandoverId> ask(Site site, AuthenticationRequest request) throws Refused {
        Optional<HandoverWish> wish;
        try {
            wish = Wishes.read(request.getAuthorizationDetails());
        } catch (IllegalArgumentException e) {
            throw Refused.with(details(), e.getMessage());
        }
        if (wish.isEmpty()) {
            return Optional.empty();
        }
        Asked asked = handovers.ask(site.id(), wish.get());
        if (asked instanceof Asked.Waiting waiting) {
            return Optional.of(waiting.id());
        }
        String why = asked instanceof Asked.NotAllowed refused
                ? "the site may not ask for " + refused.items()
                : asked instanceof Asked.BadCondition bad
                        ? "the condition of " + bad.item() + " cannot be met"
                        : asked instanceof Asked.KindsNotAllowed kinds
                                ? "the site may not ask for " + kinds.kinds()
                                : asked instanceof Asked.BadYear year
                                        ? "certificates of " + year.year() + " are not gathered"
                                        : "cannot be asked for";
        throw Refused.with(details(), why);
    }

    private static ErrorObject details() {
        return OAuth2Error.INVALID_AUTHORIZATION_DETAILS.setHTTPStatusCode(400);
    }

    private static void require(boolean holds, ErrorObject error, String description) throws Refused {
        if (!holds) {
            ErrorObject bad = error.setHTTPStatusCode(400);
            throw description.isEmpty() ? Refused.with(bad) : Refused.with(bad, description);
        }
    }
}
