package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.sites.Site;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Whether a token of the site's own counts (RFC 7662), as JSON or as a signed JWT (RFC 9701). Another's is like an unknown one. */
final class Introspection implements Endpoint {

    private static final String JWT_TYPE = "token-introspection+jwt";

    private final Addresses addresses;
    private final Clients clients;
    private final Artefacts artefacts;
    private final LiveGrants live;
    private final Signer signer;
    private final Clock clock;

    Introspection(
            Addresses addresses, Clients clients, Artefacts artefacts, LiveGrants live, Signer signer, Clock clock) {
        this.addresses = addresses;
        this.clients = clients;
        this.artefacts = artefacts;
        this.live = live;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        Site site = clients.authenticate(call);
        String token = token(call.http());
        TokenIntrospectionSuccessResponse answer = describe(site, ArtefactKind.ACCESS_TOKEN, token)
                .or(() -> describe(site, ArtefactKind.REFRESH_TOKEN, token))
                .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build());
        String accept =
                Optional.ofNullable(call.http().getHeaderValue("Accept")).orElse("");
        return accept.contains("application/" + JWT_TYPE) ? signed(site, answer) : answer.toHTTPResponse();
    }

    private static String token(HTTPRequest http) throws Refused {
        try {
            return TokenIntrospectionRequest.parse(http).getToken().getValue();
        } catch (ParseException e) {
            throw Refused.unread(e);
        }
    }

    private Optional<TokenIntrospectionSuccessResponse> describe(Site site, ArtefactKind kind, String token) {
        return artefacts
                .find(kind, token, clock.instant())
                .filter(found -> found.site().equals(site.id()))
                .flatMap(found -> found.grant().flatMap(live::find).map(grant -> describe(site, found, grant)));
    }

    private TokenIntrospectionSuccessResponse describe(Site site, Artefact token, Live grant) {
        Json kept = Json.read(token.payload());
        Binding binding = Binding.of(kept);
        TokenIntrospectionSuccessResponse.Builder answer = new TokenIntrospectionSuccessResponse.Builder(true)
                .issuer(new Issuer(addresses.issuer()))
                .clientID(new ClientID(site.id().value()))
                .subject(new Subject(grant.note().subject()))
                .scope(Scope.parse(grant.note().scope()))
                .issueTime(Date.from(Instant.parse(kept.text("iat"))))
                .expirationTime(Date.from(token.until()));
        if (token.kind() == ArtefactKind.ACCESS_TOKEN) {
            answer.tokenType(binding.isDpop() ? AccessTokenType.DPOP : AccessTokenType.BEARER);
        }
        binding.key().ifPresent(answer::jwkThumbprintConfirmation);
        binding.certificate().ifPresent(answer::x509CertificateConfirmation);
        return answer.build();
    }

    private HTTPResponse signed(Site site, TokenIntrospectionSuccessResponse answer) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(addresses.issuer())
                .audience(site.id().value())
                .issueTime(Date.from(clock.instant()))
                .claim("token_introspection", answer.toJSONObject())
                .build();
        HTTPResponse response = new HTTPResponse(200);
        try {
            response.setContentType("application/" + JWT_TYPE);
        } catch (ParseException e) {
            throw new IllegalStateException("a content type that is well-formed", e);
        }
        response.setBody(
                signer.signFor(site, new JOSEObjectType(JWT_TYPE), claims).serialize());
        return response;
    }
}
