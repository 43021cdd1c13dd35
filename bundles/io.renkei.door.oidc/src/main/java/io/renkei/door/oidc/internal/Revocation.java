package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.sites.Site;
import java.time.Clock;
import java.util.Optional;

/** Ends a token that a site needs no more (RFC 7009); a refresh token ends its whole family. What is unknown is ended already. */
final class Revocation implements Endpoint {

    private final Clients clients;
    private final Artefacts artefacts;
    private final SiteGrants grants;
    private final Clock clock;

    Revocation(Clients clients, Artefacts artefacts, SiteGrants grants, Clock clock) {
        this.clients = clients;
        this.artefacts = artefacts;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        Site site = clients.authenticate(call);
        String token = token(call.http());
        own(site, ArtefactKind.ACCESS_TOKEN, token)
                .ifPresent(found -> artefacts.forget(ArtefactKind.ACCESS_TOKEN, token));
        own(site, ArtefactKind.REFRESH_TOKEN, token).flatMap(Artefact::grant).ifPresent(grants::end);
        return new HTTPResponse(200);
    }

    private static String token(HTTPRequest http) throws Refused {
        try {
            return TokenRevocationRequest.parse(http).getToken().getValue();
        } catch (ParseException e) {
            throw Refused.unread(e);
        }
    }

    private Optional<Artefact> own(Site site, ArtefactKind kind, String token) {
        return artefacts
                .find(kind, token, clock.instant())
                .filter(found -> found.site().equals(site.id()));
    }
}
