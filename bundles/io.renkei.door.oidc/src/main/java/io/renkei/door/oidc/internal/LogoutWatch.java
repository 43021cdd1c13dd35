package io.renkei.door.oidc.internal;

import io.renkei.ports.artefacts.LogoutWord;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.artefacts.SiteGrant;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Notices that a session or a link has ended, ends what came of it, and puts down which sites have to be told. Each of it may be noticed by
 * several nodes, or again after a restart: the same word is put down once.
 */
final class LogoutWatch {

    /** For how long a site is told, and a word is remembered. */
    private static final Duration LASTS = Duration.ofDays(1);

    /** How far back a node looks for revoked links when it starts, and how far each later look overlaps the one before. */
    private static final Duration BACK = Duration.ofHours(12);

    private static final Duration OVERLAP = Duration.ofSeconds(30);
    /** Each look asks for so many by one statement: of 60,000 sessions each is looked at within a minute. */
    private static final int SESSIONS_AT_ONCE = 500;

    private static final int LINKS_AT_ONCE = 100;

    private final SiteGrants grants;
    private final LogoutWords words;
    private final Links links;
    private final Sessions sessions;
    private final Sites sites;
    private final Clock clock;
    private Instant linksSince;
    private Optional<UUID> sessionsAfter = Optional.empty();

    LogoutWatch(SiteGrants grants, LogoutWords words, Links links, Sessions sessions, Sites sites, Clock clock) {
        this.grants = grants;
        this.words = words;
        this.links = links;
        this.sessions = sessions;
        this.sites = sites;
        this.clock = clock;
        this.linksSince = clock.instant().minus(BACK);
    }

    /** One look; for one thread. */
    void look() {
        lookAtLinks();
        lookAtSessions();
    }

    private void lookAtLinks() {
        List<Link> revoked = links.revokedSince(linksSince);
        revoked.forEach(this::ended);
        Instant now = clock.instant();
        Instant looked = revoked.size() < LINKS_AT_ONCE
                ? now.minus(OVERLAP)
                : revoked.get(revoked.size() - 1).revoked().orElse(now);
        linksSince = looked.isAfter(linksSince) ? looked : linksSince;
    }

    private void ended(Link link) {
        List<SiteGrant> ofLink = grants.ofLink(link.consent());
        if (!ofLink.isEmpty()) {
            tell("link:" + link.consent(), link.site(), link.subject(), Optional.empty());
            ofLink.forEach(grant -> grants.end(grant.id()));
        }
    }

    private void lookAtSessions() {
        List<UUID> watched = grants.watched(sessionsAfter, SESSIONS_AT_ONCE);
        Instant now = clock.instant();
        Set<UUID> open = sessions.open(watched, now);
        watched.stream().filter(id -> !open.contains(id)).forEach(id -> {
            // What was idle for too long stays ended, also where the time for it is made longer.
            sessions.close(id, now);
            over(id, Optional.empty());
        });
        sessionsAfter =
                watched.size() < SESSIONS_AT_ONCE ? Optional.empty() : Optional.of(watched.get(watched.size() - 1));
    }

    /**
     * A session is over. What was given for it alone ends; what outlives it by its scope, or hands data over, goes on.
     *
     * @param by the site that ended it, which knows
     */
    void over(UUID session, Optional<SiteId> by) {
        for (SiteGrant grant : grants.ofSession(session)) {
            GrantNote note = GrantNote.of(grant.details());
            if (by.filter(grant.site()::equals).isEmpty()) {
                tell("session:" + session + ":" + grant.site(), grant.site(), note.subject(), Optional.of(session));
            }
            if (!note.isOffline()) {
                grants.end(grant.id());
            }
        }
        grants.sessionOver(session);
    }

    private void tell(String key, SiteId site, String subject, Optional<UUID> session) {
        boolean listens = sites.find(site)
                .flatMap(found -> found.client().backChannelLogout())
                .isPresent();
        if (listens) {
            words.put(new LogoutWord(
                    key, site, subject, session, 0, clock.instant().plus(LASTS)));
        }
    }
}
