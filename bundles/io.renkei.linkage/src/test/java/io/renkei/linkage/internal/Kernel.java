package io.renkei.linkage.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers.Asked;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links.Consented;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.sites.SiteId;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The kernel on real stores, with agencies and a seal of tests. */
final class Kernel implements AutoCloseable {

    static final SiteId BANK = new SiteId("minato-bank");
    static final SiteId PENSION = new SiteId("pension-net");
    static final SiteId ASSOCIATION = new SiteId("zeirishi-kai");
    static final SelfInformationNumber TAX = new SelfInformationNumber("2");
    static final SelfInformationNumber HOUSEHOLD = new SelfInformationNumber("1");
    static final SelfInformationNumber HEALTH = new SelfInformationNumber("3-1");

    final MovedClock clock = new MovedClock();
    final ToyAgencies agencies = new ToyAgencies();
    final ToyHoldings deliveries = new ToyHoldings();
    final Set<LocalDate> holidays = new HashSet<>();
    final SiteDirectory sites = new SiteDirectory(holidays::contains);
    final RealStores stores;
    final KernelLinks links;
    final KernelDelegations delegations;
    final KernelHandovers handovers;
    final KernelSessions sessions;
    final Sweep sweep;
    private final Random random = new Random();

    Kernel(Path folder) {
        stores = new RealStores(folder);
        LinkageSettings settings = new LinkageSettings(
                Duration.ofMinutes(30),
                Duration.ofHours(8),
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofSeconds(2));
        Agencies others = agencies.agencies(deliveries);
        Receipts receipts = new Receipts(new ToySealer(), others::name);
        links = new KernelLinks(sites, stores.accounts(), stores.links(), receipts, clock);
        delegations = new KernelDelegations(stores.delegations(), stores.accounts(), stores.links(), sites, clock);
        handovers = new KernelHandovers(
                sites, stores.links(), stores.handovers(), delegations, others, receipts, () -> settings, clock);
        sessions = new KernelSessions(stores.sessions(), () -> settings);
        sweep = new Sweep(stores.handovers(), stores.sessions(), handovers.collecting(), () -> settings, clock);
        put(BANK, Map.of("items", "1, 2, 3-1"));
        put(PENSION, Map.of("hours.first.link", "mon-fri 08:00-23:00; holiday closed"));
        put(ASSOCIATION, Map.of("vouches", "true"));
    }

    /** As it was at the beginning, but for what is kept. */
    void settle() {
        agencies.reset();
        deliveries.reset();
        sites.remove(BANK);
        put(BANK, Map.of("items", "1, 2, 3-1"));
    }

    /** A site's file is written, or written again. */
    void put(SiteId id, Map<String, String> more) {
        sites.put(id, SiteSettings.of(config(id.value(), more)));
    }

    static SiteConfig config(String id, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "id", id,
                "name.ja", "みなと銀行",
                "name.en", "Minato Bank",
                "purpose.ja", "住宅ローンの審査",
                "purpose.en", "Examination of a loan",
                "redirects", "https://site.example/callback",
                "client.authentication", "tls_certificate",
                "certificates", "ab".repeat(32)));
        all.putAll(more);
        return Config.of(all);
    }

    static Authenticator certificate() {
        return new Authenticator.Certificate("c0ffee", new BigInteger(64, new Random()));
    }

    Account person() {
        return stores.accounts().signIn(certificate(), clock.instant());
    }

    Account company() {
        return stores.accounts()
                .signIn(
                        new Authenticator.CompanyAccount(
                                URI.create("https://gbiz.example"), Long.toString(random.nextLong())),
                        clock.instant());
    }

    Actor linked(SiteId site) {
        Actor who = Actor.self(person().id());
        link(who, site);
        return who;
    }

    Link link(Actor who, SiteId site) {
        return ((Consented.Given) links.consent(who, site)).link();
    }

    static HandoverWish wish(SelfInformationNumber... items) {
        return new HandoverWish(
                Arrays.stream(items).collect(Collectors.toMap(item -> item, item -> new AttributeCondition.Latest())),
                "ローン番号12の審査のため");
    }

    HandoverId asked(SelfInformationNumber... items) {
        return ((Asked.Waiting) handovers.ask(BANK, wish(items))).id();
    }

    @Override
    public void close() {
        stores.close();
    }
}
