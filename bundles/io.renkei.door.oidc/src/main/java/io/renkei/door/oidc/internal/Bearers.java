package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPTokenError;
import com.nimbusds.oauth2.sdk.token.TokenSchemeError;
import com.nimbusds.openid.connect.sdk.UserInfoErrorResponse;
import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import java.util.Optional;

/** Who comes with an access token: it is known, its grant and link hold, and the caller has what it is bound to. */
final class Bearers {

    /** Who was let in. */
    record Admitted(Site site, Live live) {}

    private final Artefacts artefacts;
    private final Sites sites;
    private final LiveGrants live;
    private final Proofs proofs;
    private final Rates rates;
    private final Clock clock;

    Bearers(Artefacts artefacts, Sites sites, LiveGrants live, Proofs proofs, Rates rates, Clock clock) {
        this.artefacts = artefacts;
        this.sites = sites;
        this.live = live;
        this.proofs = proofs;
        this.rates = rates;
        this.clock = clock;
    }

    /** @throws Refused with 401 and what RFC 6750 or RFC 9449 has for it, or past the site's rate */
    Admitted admit(HTTPRequest http) throws Refused {
        AccessToken shown = shown(http);
        Artefact token = artefacts
                .find(ArtefactKind.ACCESS_TOKEN, shown.getValue(), clock.instant())
                .orElseThrow(() -> invalid(shown));
        Live found = token.grant().flatMap(live::find).orElseThrow(() -> invalid(shown));
        Site site = sites.find(token.site()).orElseThrow(() -> invalid(shown));
        if (!proofs.holds(site.id(), shown, Binding.of(Json.read(token.payload())), http)) {
            throw shown instanceof DPoPAccessToken ? refused(DPoPTokenError.INVALID_DPOP_PROOF) : invalid(shown);
        }
        rates.count(site.id());
        return new Admitted(site, found);
    }

    /** In the header alone; a token in a form or an address is none (RFC 6750, section 2). */
    private static AccessToken shown(HTTPRequest http) throws Refused {
        String header = Optional.ofNullable(http.getAuthorization()).orElseThrow(Bearers::missing);
        try {
            return isDpop(http)
                    ? AccessToken.parse(header, AccessTokenType.DPOP)
                    : AccessToken.parse(header, AccessTokenType.BEARER);
        } catch (ParseException e) {
            throw missing();
        }
    }

    /** By the scheme, which is spelt as the caller likes (RFC 9110, section 11.1). */
    static boolean isDpop(HTTPRequest http) {
        String header = http.getAuthorization();
        return header != null && header.regionMatches(true, 0, "DPoP ", 0, 5);
    }

    private static Refused missing() {
        return refused(DPoPTokenError.MISSING_TOKEN.setJWSAlgorithms(Clients.ALGORITHMS));
    }

    private static Refused invalid(AccessToken shown) {
        return refused(
                shown instanceof BearerAccessToken ? BearerTokenError.INVALID_TOKEN : DPoPTokenError.INVALID_TOKEN);
    }

    static Refused insufficient(boolean dpop) {
        return refused(dpop ? DPoPTokenError.INSUFFICIENT_SCOPE : BearerTokenError.INSUFFICIENT_SCOPE);
    }

    static Refused refused(TokenSchemeError error) {
        HTTPResponse answer = error instanceof DPoPTokenError dpop
                ? new UserInfoErrorResponse(dpop).toHTTPResponse()
                : new UserInfoErrorResponse((BearerTokenError) error).toHTTPResponse();
        return new Refused(answer);
    }
}
