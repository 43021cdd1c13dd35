package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.Artefacts.Use;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.sites.Site;
import java.time.Clock;
import java.util.Optional;

/**
 * Tokens for a code or a refresh token. Either counts once; whoever brings one again, or brings another site's, ends the whole family,
 * since one of the two who had it should not have it (RFC 9700, sections 2.1.1 and 4.14.2).
 */
final class TokenEndpoint implements Endpoint {

    private final Clients clients;
    private final Proofs proofs;
    private final Artefacts artefacts;
    private final SiteGrants grants;
    private final LiveGrants live;
    private final Links links;
    private final Tokens tokens;
    private final Clock clock;

    TokenEndpoint(
            Clients clients,
            Proofs proofs,
            Artefacts artefacts,
            SiteGrants grants,
            LiveGrants live,
            Links links,
            Tokens tokens,
            Clock clock) {
        this.clients = clients;
        this.proofs = proofs;
        this.artefacts = artefacts;
        this.grants = grants;
        this.live = live;
        this.links = links;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        Site site = clients.authenticate(call);
        TokenRequest request = read(call.http());
        AuthorizationGrant asked = request.getAuthorizationGrant();
        if (asked instanceof AuthorizationCodeGrant code) {
            return forCode(site, code, proofs.forTokens(site, call.http()));
        }
        if (asked instanceof RefreshTokenGrant refresh) {
            return forRefresh(site, refresh, request.getScope(), proofs.forTokens(site, call.http()));
        }
        throw Refused.with(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
    }

    private static TokenRequest read(HTTPRequest http) throws Refused {
        try {
            return TokenRequest.parse(http);
        } catch (ParseException e) {
            throw Refused.unread(e);
        }
    }

    private HTTPResponse forCode(Site site, AuthorizationCodeGrant asked, Binding binding) throws Refused {
        Artefact code =
                use(site, ArtefactKind.CODE, asked.getAuthorizationCode().getValue());
        KeptRequest kept = KeptRequest.of(code.payload());
        boolean fits = asked.getRedirectionURI() != null
                && asked.getRedirectionURI().equals(kept.request().getRedirectionURI())
                && isVerified(kept.request(), asked.getCodeVerifier())
                && kept.key()
                        .filter(key -> !binding.key().equals(Optional.of(key)))
                        .isEmpty();
        if (!fits) {
            throw ended(code);
        }
        Live found = live(code);
        if (found.link().tied().isEmpty()) {
            links.tied(found.link().consent());
        }
        return tokens.give(site, found, binding);
    }

    private static boolean isVerified(AuthenticationRequest request, CodeVerifier verifier) {
        return verifier != null
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier).equals(request.getCodeChallenge());
    }

    private HTTPResponse forRefresh(Site site, RefreshTokenGrant asked, Scope scope, Binding binding) throws Refused {
        Artefact refresh =
                use(site, ArtefactKind.REFRESH_TOKEN, asked.getRefreshToken().getValue());
        Live found = live(refresh);
        if (scope != null && !Scope.parse(found.note().scope()).containsAll(scope)) {
            throw Refused.with(OAuth2Error.INVALID_SCOPE);
        }
        return tokens.give(site, found, binding);
    }

    private Artefact use(Site site, ArtefactKind kind, String secret) throws Refused {
        Use used = artefacts.use(kind, secret, clock.instant());
        if (used instanceof Use.Again again) {
            again.grant().ifPresent(grants::end);
        }
        if (!(used instanceof Use.First first)) {
            throw Refused.with(OAuth2Error.INVALID_GRANT);
        }
        if (!first.artefact().site().equals(site.id())) {
            throw ended(first.artefact());
        }
        return first.artefact();
    }

    private Live live(Artefact used) throws Refused {
        return used.grant().flatMap(live::find).orElseThrow(() -> ended(used));
    }

    private Refused ended(Artefact artefact) {
        artefact.grant().ifPresent(grants::end);
        return Refused.with(OAuth2Error.INVALID_GRANT);
    }
}
