package io.renkei.door.pages.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.sites.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two sites; one takes a first link on weekdays only. */
final class FakeSites implements Sites {

    static final SiteId BANK = new SiteId("test-bank");
    static final SiteId PENSION = new SiteId("pension-net");

    final Set<Use> closed = new HashSet<>();

    private final List<Site> sites = List.of(
            site(BANK, "テスト銀行", "Test Bank", Set.of(AccountKind.PERSON, AccountKind.COMPANY)),
            site(PENSION, "年金ネット（試験）", "Pension Net (test)", Set.of(AccountKind.PERSON)));

    private static Site site(SiteId id, String ja, String en, Set<AccountKind> kinds) {
        return new Site(
                id,
                new Words(ja, en),
                new Words("お申し込みの審査に使用します。", "To decide on your application."),
                kinds,
                Set.of(new SelfInformationNumber("1"), new SelfInformationNumber("2")),
                Duration.ofDays(365),
                Duration.ofDays(7),
                new Site.Client(
                        Site.ClientAuthentication.PRIVATE_KEY_JWT,
                        Set.of(URI.create("https://site.example/back")),
                        Set.of(),
                        Optional.empty(),
                        Optional.of(URI.create("https://site.example/login")),
                        "",
                        Set.of(),
                        false,
                        false,
                        true));
    }

    @Override
    public List<Site> all() {
        return sites;
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return sites.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public boolean vouches(SiteId site) {
        return site.equals(BANK);
    }

    @Override
    public Opening opening(SiteId site, Use use, Instant now) {
        return new Opening(
                !closed.contains(use),
                Optional.of(now.plusSeconds(3600)),
                site.equals(PENSION) ? new Words("平日8:00〜23:00", "weekdays 8:00–23:00") : new Words("", ""));
    }
}
