package io.renkei.sandbox.internal;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import io.renkei.sandbox.internal.SiteVisits.SignedOn;
import io.renkei.sandbox.internal.SiteVisits.Visit;
import io.renkei.sandbox.internal.SiteVisits.Waiting;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Message;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import io.renkei.sandbox.sites.Wish;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One linked site, as its users see it: they sign on by the portal, let it ask for data, see what came, and are signed out when the portal
 * says so. Each sign-on reads the provider's document and keys anew, so that the portal may start, stop and change its keys meanwhile.
 * Safe for use by several threads.
 */
final class SiteApplication {

    private static final Logger LOG = LoggerFactory.getLogger(SiteApplication.class);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final SimulatedSite site;
    private final URI portal;
    private final Provider provider;
    private final Clock clock;
    private final Pattern cookie;
    private final SitePages pages;
    private final SiteVisits visits = new SiteVisits();

    /** Reaches the portal as the site. */
    interface Provider {
        RelyingParty reach() throws IOException;
    }

    SiteApplication(SimulatedSite site, URI portal, Provider provider, Clock clock) {
        this.site = site;
        this.portal = portal;
        this.provider = provider;
        this.clock = clock;
        this.cookie = Pattern.compile("(?:^|; *)site-" + site.id() + "=([A-Za-z0-9_-]{32})(?:;|$)");
        this.pages = new SitePages(site, portal);
    }

    Answer home(Call call) {
        return visits.find(secret(call))
                .flatMap(SiteApplication::signedOn)
                .map(pages::signedOn)
                .orElseGet(pages::signedOut);
    }

    /** From a link here, or from the portal's list of sites (third-party initiated login). */
    Answer login(Call call) {
        String issuer = call.query().getOrDefault("iss", portal.toString());
        if (!issuer.equals(portal.toString())) {
            throw new Refusal(400, "The issuer is not the one that this site knows.");
        }
        return begin(call, Optional.empty());
    }

    Answer ask(Call call) {
        Wish wish = site.wish()
                .orElseThrow(() -> new Refusal(404, "This site asks for no data."))
                .apply(LocalDate.now(clock.withZone(JAPAN)));
        return begin(call, Optional.of(wish));
    }

    private Answer begin(Call call, Optional<Wish> wish) {
        Optional<SignedOn> before = visits.find(secret(call)).flatMap(SiteApplication::signedOn);
        try {
            RelyingParty party = provider.reach();
            RelyingParty.Answer<Begun> begun = party.begin(wish);
            if (begun.value().isEmpty()) {
                return pages.refused(begun.refusal());
            }
            String secret =
                    visits.put(secret(call), new Waiting(party, begun.value().get(), before));
            return to(begun.value().get().address(), secret);
        } catch (IOException e) {
            LOG.warn("The site {} cannot reach the portal at {}", site.id(), portal, e);
            return pages.unreachable();
        }
    }

    Answer callback(Call call) {
        Optional<Waiting> waiting =
                visits.find(secret(call)).filter(Waiting.class::isInstance).map(Waiting.class::cast);
        if (waiting.isEmpty()) {
            return pages.notBegun();
        }
        try {
            return completed(call, waiting.get());
        } catch (IOException e) {
            LOG.warn("The site {} cannot take the portal's answer", site.id(), e);
            visits.remove(secret(call));
            return pages.notTaken();
        }
    }

    private Answer completed(Call call, Waiting waiting) throws IOException {
        RelyingParty party = waiting.party();
        RelyingParty.Answer<AuthorizationCode> code = party.answer(waiting.begun(), call.address());
        if (code.value().isEmpty()) {
            return stays(call, waiting, pages.refused(code.refusal()));
        }
        RelyingParty.Answer<Tokens> tokens =
                party.tokens(waiting.begun(), code.value().get());
        if (tokens.value().isEmpty()) {
            visits.remove(secret(call));
            return pages.refused(tokens.refusal());
        }
        Optional<Message> data = party.handover(tokens.value().get()).value();
        String secret =
                visits.put(secret(call), new SignedOn(party, tokens.value().get(), data));
        return to(URI.create(SiteSimulator.PATH + "/" + site.id() + "/"), secret);
    }

    /** Who was signed on before still is. */
    private Answer stays(Call call, Waiting waiting, Answer answer) {
        if (waiting.before().isEmpty()) {
            visits.remove(secret(call));
            return answer;
        }
        return known(answer, visits.put(secret(call), waiting.before().get()));
    }

    /** Forgets the browser here, and offers to sign out at the portal too. */
    Answer signOut(Call call) {
        Optional<SignedOn> gone = visits.find(secret(call)).flatMap(SiteApplication::signedOn);
        visits.remove(secret(call));
        return gone.map(pages::left).orElseGet(pages::signedOut);
    }

    /** Word of a logout (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
    void heard(String word) {
        try {
            visits.end(provider.reach().heard(word));
        } catch (IOException e) {
            LOG.warn("The site {} cannot take word of a logout", site.id(), e);
            throw new Refusal(400, "The word of a logout is not the portal's.");
        }
    }

    private Answer to(URI address, String secret) {
        return known(Answer.empty(303).with("Location", address.toString()).with("Cache-Control", "no-store"), secret);
    }

    private Answer known(Answer answer, String secret) {
        return answer.with(
                "Set-Cookie",
                "site-" + site.id() + "=" + secret + "; Path=" + SiteSimulator.PATH + "/" + site.id()
                        + "; Secure; HttpOnly; SameSite=Lax");
    }

    private Optional<String> secret(Call call) {
        Matcher found = cookie.matcher(call.header("Cookie").orElse(""));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<SignedOn> signedOn(Visit visit) {
        return visit instanceof SignedOn signedOn ? Optional.of(signedOn) : Optional.empty();
    }
}
