package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.Artefacts.Kept;
import io.renkei.ports.sites.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.minidev.json.JSONObject;

/**
 * Gives tokens. Access and refresh tokens are random and mean something here alone; an ID token is signed. They are bounded by the rate of
 * a site, and a grant has one refresh token that counts.
 */
final class Tokens {

    private static final Duration ID_TOKEN = Duration.ofMinutes(5);

    private final Addresses addresses;
    private final Artefacts artefacts;
    private final Signer signer;
    private final Duration access;
    private final Duration refresh;
    private final Clock clock;

    Tokens(Addresses addresses, Artefacts artefacts, Signer signer, Duration access, Duration refresh, Clock clock) {
        this.addresses = addresses;
        this.artefacts = artefacts;
        this.signer = signer;
        this.access = access;
        this.refresh = refresh;
        this.clock = clock;
    }

    HTTPResponse give(Site site, Live live, Binding binding) throws Refused {
        Map<String, Artefact> kept = new LinkedHashMap<>();
        AccessToken token = access(live, binding, kept);
        Optional<RefreshToken> next = refresh(live, kept);
        if (artefacts.keep(kept) != Kept.KEPT) {
            throw Refused.later(429, Seen.PAUSE);
        }
        return new OIDCTokenResponse(new OIDCTokens(idToken(site, live, token), token, next.orElse(null)))
                .toHTTPResponse();
    }

    /** @param kept what is to be kept with it is added there */
    private AccessToken access(Live live, Binding binding, Map<String, Artefact> kept) {
        Instant now = clock.instant();
        Instant until = earliest(now.plus(access), live);
        String secret = Secrets.draw();
        kept.put(
                secret,
                artefact(
                        ArtefactKind.ACCESS_TOKEN,
                        live,
                        binding.into(Json.object().with("iat", now.toString())).bytes(),
                        until));
        long seconds = Duration.between(now, until).toSeconds();
        Scope scope = Scope.parse(live.note().scope());
        List<AuthorizationDetail> details = details(live);
        return binding.isDpop()
                ? new DPoPAccessToken(secret, seconds, scope, details, null)
                : new BearerAccessToken(secret, seconds, scope, details, null);
    }

    /** The detail that was granted, with the handover's name as its identifier (RFC 9396, section 7). */
    private static List<AuthorizationDetail> details(Live live) {
        return live.note()
                .handover()
                .map(id -> new JSONObject(Map.of("type", Wishes.TYPE.getValue(), "identifier", id.toString())))
                .map(Tokens::detail)
                .map(List::of)
                .orElse(null);
    }

    private static AuthorizationDetail detail(JSONObject json) {
        try {
            return AuthorizationDetail.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("a detail that has a type", e);
        }
    }

    private Optional<RefreshToken> refresh(Live live, Map<String, Artefact> kept) {
        if (!live.note().isOffline()) {
            return Optional.empty();
        }
        String secret = Secrets.draw();
        Instant now = clock.instant();
        kept.put(
                secret,
                artefact(
                        ArtefactKind.REFRESH_TOKEN,
                        live,
                        Json.object().with("iat", now.toString()).bytes(),
                        earliest(now.plus(refresh), live)));
        return Optional.of(new RefreshToken(secret));
    }

    private static Artefact artefact(ArtefactKind kind, Live live, byte[] payload, Instant until) {
        return new Artefact(kind, live.grant().site(), Optional.of(live.grant().id()), payload, until);
    }

    /** No token outlives its grant or the consent. */
    private static Instant earliest(Instant wanted, Live live) {
        Instant grant = live.grant().until();
        Instant link = live.link().until();
        Instant end = grant.isBefore(link) ? grant : link;
        return wanted.isBefore(end) ? wanted : end;
    }

    private JWT idToken(Site site, Live live, AccessToken token) {
        Instant now = clock.instant();
        GrantNote note = live.note();
        IDTokenClaimsSet claims = new IDTokenClaimsSet(
                new Issuer(addresses.issuer()),
                new Subject(note.subject()),
                new Audience(site.id().value()).toSingleAudienceList(),
                Date.from(now.plus(ID_TOKEN)),
                Date.from(now));
        claims.setAuthenticationTime(Date.from(note.signedInAt()));
        note.nonce().map(Nonce::new).ifPresent(claims::setNonce);
        claims.setSessionID(new SessionID(live.grant().session().toString()));
        claims.setAccessTokenHash(AccessTokenHash.compute(token, JWSAlgorithm.ES256));
        try {
            return signer.sign(
                    JOSEObjectType.JWT, About.account(new JWTClaimsSet.Builder(claims.toJWTClaimsSet()), note));
        } catch (ParseException e) {
            throw new IllegalStateException("claims that were just made", e);
        }
    }
}
