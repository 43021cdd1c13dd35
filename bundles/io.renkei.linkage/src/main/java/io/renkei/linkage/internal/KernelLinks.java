package io.renkei.linkage.internal;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Links. To tie an account, and to end that, is the principal's own affair: no representative does it. */
final class KernelLinks implements Links {

    private static final Logger LOG = LoggerFactory.getLogger(KernelLinks.class);

    private final Sites sites;
    private final Accounts accounts;
    private final LinkStore store;
    private final Receipts receipts;
    private final Clock clock;

    KernelLinks(Sites sites, Accounts accounts, LinkStore store, Receipts receipts, Clock clock) {
        this.sites = sites;
        this.accounts = accounts;
        this.store = store;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public Consented consent(Actor who, SiteId id, Optional<SignedRequest> asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Site> site = sites.find(id);
        if (site.isEmpty()) {
            return new Consented.NoSuchSite();
        }
        Optional<Account> account = who.isRepresentative() ? Optional.empty() : accounts.find(who.principal());
        if (account.isEmpty() || !site.get().accounts().contains(account.get().kind())) {
            return new Consented.NotAllowed();
        }
        Optional<Link> holding = store.find(who.principal(), id, now);
        if (holding.isPresent()) {
            return new Consented.Given(
                    holding.get(),
                    receipt(who.principal(), holding.get().consent()).orElse(""));
        }
        Sites.Opening opening = sites.opening(id, Sites.Use.FIRST_LINK, now);
        return opening.open() ? tie(who, site.get(), asked, now) : new Consented.Closed(opening.next());
    }

    private Consented tie(Actor who, Site site, Optional<SignedRequest> asked, Instant now) {
        Link link = new Link(
                new ConsentId(UUID.randomUUID()),
                who.principal(),
                site.id(),
                Secrets.token(),
                now,
                Optional.empty(),
                now.plus(site.consentLasts()),
                Optional.empty());
        LinkStore.Opened opened = store.open(link, who, receipts.link(site, link, who, asked), asked);
        if (opened.isNew()) {
            LOG.info("Account {} is linked to {} by consent {}", who.principal(), site.id(), link.consent());
        }
        return new Consented.Given(opened.link(), opened.receipt());
    }

    @Override
    public Optional<Link> find(AccountId account, SiteId site) {
        return store.find(account, site, clock.instant());
    }

    @Override
    public Optional<Link> find(SiteId site, String subject) {
        return store.find(site, subject, clock.instant());
    }

    @Override
    public List<Link> of(AccountId account) {
        return store.of(account);
    }

    @Override
    public void tied(ConsentId link) {
        store.tied(link, clock.instant());
    }

    @Override
    public Optional<Link> revoke(Actor who, ConsentId link) {
        if (who.isRepresentative()) {
            return Optional.empty();
        }
        Optional<Link> ended = store.revoke(who, link, clock.instant());
        ended.ifPresent(each -> LOG.info("The link {} to {} is revoked", each.consent(), each.site()));
        return ended;
    }

    @Override
    public Optional<String> receipt(AccountId account, ConsentId consent) {
        return store.receipt(account, consent.value());
    }

    @Override
    public Optional<String> request(AccountId account, ConsentId consent) {
        return store.receipt(account, SignedRequest.paper(consent));
    }

    @Override
    public List<Link> revokedSince(Instant since) {
        return store.revokedSince(since);
    }
}
