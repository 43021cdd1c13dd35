package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts.Kept;
import io.renkei.ports.artefacts.SiteGrant;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Session;
import io.renkei.ports.sites.SiteId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Begins a grant and gives its code, where a link holds and, if data was asked for, the person has consented to that. */
final class Codes {

    private static final Duration LASTS = Duration.ofSeconds(60);
    private static final int MOST = 5_000;
    private static final List<String> SCOPES = List.of("openid", GrantNote.OFFLINE);
    private static final Set<HandoverState> CONSENTED =
            EnumSet.of(HandoverState.COLLECTING, HandoverState.REVIEW, HandoverState.RELEASED, HandoverState.FETCHED);

    private final Addresses addresses;
    private final SiteGrants grants;
    private final Links links;
    private final Handovers handovers;
    private final Duration longest;
    private final Clock clock;

    /** @param longest after which a grant ends that is not used */
    Codes(Addresses addresses, SiteGrants grants, Links links, Handovers handovers, Duration longest, Clock clock) {
        this.addresses = addresses;
        this.grants = grants;
        this.links = links;
        this.handovers = handovers;
        this.longest = longest;
        this.clock = clock;
    }

    /** Empty where no link holds, or the data that was asked for is not this account's to hand over. */
    Optional<HTTPResponse> issue(SiteId site, KeptRequest kept, Session session, Actor who) {
        Instant now = clock.instant();
        Optional<Link> link = links.find(who.principal(), site).filter(found -> found.holds(now));
        boolean consented = kept.handover().isEmpty()
                || kept.handover().filter(id -> isConsented(id, site, who)).isPresent();
        if (link.isEmpty() || !consented) {
            return Optional.empty();
        }
        SiteGrant grant = grant(kept, session, who, link.get());
        String code = Secrets.draw();
        Kept done = grants.begin(
                grant,
                code,
                new Artefact(ArtefactKind.CODE, site, Optional.of(grant.id()), kept.bytes(), now.plus(LASTS)),
                MOST);
        return done == Kept.KEPT ? Optional.of(answer(kept.request(), code)) : Optional.empty();
    }

    private boolean isConsented(HandoverId id, SiteId site, Actor who) {
        return handovers
                .find(id)
                .filter(found -> found.site().equals(site)
                        && found.account().filter(who.principal()::equals).isPresent()
                        && CONSENTED.contains(found.state()))
                .isPresent();
    }

    private SiteGrant grant(KeptRequest kept, Session session, Actor who, Link link) {
        AuthenticationRequest request = kept.request();
        GrantNote note = new GrantNote(
                link.subject(),
                session.account().kind(),
                session.signedInAt(),
                Optional.ofNullable(request.getNonce()).map(Object::toString),
                granted(request.getScope()),
                kept.handover(),
                who.isRepresentative());
        Instant end = clock.instant().plus(longest);
        return new SiteGrant(
                UUID.randomUUID(),
                link.site(),
                link.consent(),
                session.id(),
                note.bytes(),
                link.until().isBefore(end) ? link.until() : end);
    }

    private static String granted(Scope asked) {
        return String.join(
                " ", SCOPES.stream().filter(asked.toStringList()::contains).toList());
    }

    private HTTPResponse answer(AuthenticationRequest request, String code) {
        HTTPResponse answer = new AuthorizationSuccessResponse(
                        request.getRedirectionURI(),
                        new AuthorizationCode(code),
                        null,
                        request.getState(),
                        new Issuer(addresses.issuer()),
                        ResponseMode.QUERY)
                .toHTTPResponse();
        return Authorizing.seeOther(answer.getLocation());
    }
}
