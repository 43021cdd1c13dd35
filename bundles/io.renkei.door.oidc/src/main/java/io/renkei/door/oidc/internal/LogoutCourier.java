package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.BackChannelLogoutRequest;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import io.renkei.ports.artefacts.LogoutWord;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.outgoing.HttpsCaller.Answer;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells sites of logouts (OpenID Connect Back-Channel Logout 1.0), at the address in the site's file and nowhere else, until the site
 * takes it or a day is over. A site that is down is logged once, and holds up the others for one call of each look.
 */
final class LogoutCourier {

    /** The longest one call takes. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LogoutCourier.class);
    private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
    private static final Duration LASTS = Duration.ofMinutes(2);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 10;

    private final String issuer;
    private final LogoutWords words;
    private final Sites sites;
    private final Signer signer;
    private final Optional<HttpsCaller> caller;
    private final Clock clock;
    private final Set<SiteId> silent = ConcurrentHashMap.newKeySet();

    /** @param caller empty where no authorities are configured: nobody is called */
    LogoutCourier(
            String issuer, LogoutWords words, Sites sites, Signer signer, Optional<HttpsCaller> caller, Clock clock) {
        this.issuer = issuer;
        this.words = words;
        this.sites = sites;
        this.signer = signer;
        this.caller = caller;
        this.clock = clock;
    }

    /** Sites that took no word at the last try. */
    Set<SiteId> silent() {
        return Set.copyOf(silent);
    }

    /** Tells what is due; for one thread. */
    void look() {
        if (caller.isPresent()) {
            Set<SiteId> down = new HashSet<>();
            for (LogoutWord word : words.claim(AT_ONCE, LEASE)) {
                if (down.contains(word.site())) {
                    words.later(word.key(), pause(word));
                } else if (!tell(caller.get(), word)) {
                    down.add(word.site());
                }
            }
        }
    }

    /** @return false if the site did not take it now */
    private boolean tell(HttpsCaller by, LogoutWord word) {
        Optional<URI> address = sites.find(word.site())
                .flatMap(site -> site.client().backChannelLogout())
                .filter(url -> "https".equals(url.getScheme()));
        if (address.isEmpty()) {
            words.done(word.key());
            return true;
        }
        Answer answer = by.call(post(address.get(), word));
        if (answer.isGood()) {
            words.done(word.key());
            if (silent.remove(word.site())) {
                LOG.info("{} takes word of logouts again", word.site());
            }
        } else if (answer.status() == 400) {
            LOG.warn("{} ({})", OidcCode.REFUSED_WORD.line(), word.site());
            words.done(word.key());
        } else {
            later(word, answer);
            return false;
        }
        return true;
    }

    private void later(LogoutWord word, Answer answer) {
        if (silent.add(word.site())) {
            LOG.warn("{} ({}, HTTP status {})", OidcCode.NOT_TOLD.line(), word.site(), answer.status());
        }
        words.later(word.key(), pause(word));
    }

    private static Duration pause(LogoutWord word) {
        Duration pause = Duration.ofSeconds(1L << Math.min(word.tries(), 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private HttpRequest.Builder post(URI address, LogoutWord word) {
        HTTPRequest request = new BackChannelLogoutRequest(address, token(word)).toHTTPRequest();
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(request.getBody()));
    }

    /** Each try has a token of its own, so that none is too old; {@code jti} is that of the word. */
    private JWT token(LogoutWord word) {
        Date now = Date.from(clock.instant());
        try {
            return signer.sign(
                    TYPE,
                    new LogoutTokenClaimsSet(
                                    new Issuer(issuer),
                                    new Subject(word.subject()),
                                    List.of(new Audience(word.site().value())),
                                    now,
                                    Date.from(clock.instant().plus(LASTS)),
                                    new JWTID(UUID.nameUUIDFromBytes(word.key().getBytes(StandardCharsets.US_ASCII))
                                            .toString()),
                                    word.session()
                                            .map(id -> new SessionID(id.toString()))
                                            .orElse(null))
                            .toJWTClaimsSet());
        } catch (ParseException e) {
            throw new IllegalStateException("claims that were just made", e);
        }
    }

    void end() {
        caller.ifPresent(HttpsCaller::giveUp);
    }
}
