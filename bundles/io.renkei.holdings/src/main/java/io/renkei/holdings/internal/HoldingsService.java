package io.renkei.holdings.internal;

import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Page;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.holdings.internal.Fetching.Outcome;
import io.renkei.holdings.internal.Fetching.Wish;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.holdings.Answer;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingAccess;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.HoldingStore.NewBundle;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What pages call. Safe for use by several threads. */
final class HoldingsService implements Holdings {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** As many pages of a service as a page of ours shows. */
    private static final int MOST_PAGES = 10;

    private final Services services;
    private final Asking asking;
    private final Fetching fetching;
    private final HoldingStore store;
    private final ContentStore contents;
    private final BundleContents bundles;
    private final Rounds rounds;
    private final Supplier<HoldingsSettings> settings;
    private final Clock clock;

    HoldingsService(
            Services services,
            Asking asking,
            Fetching fetching,
            HoldingStore store,
            ContentStore contents,
            BundleContents bundles,
            Rounds rounds,
            Supplier<HoldingsSettings> settings,
            Clock clock) {
        this.services = services;
        this.asking = asking;
        this.fetching = fetching;
        this.store = store;
        this.contents = contents;
        this.bundles = bundles;
        this.rounds = rounds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<SiteId, Answer<List<Sender>>> senders(AccountId account) {
        return asking.all(services.linked(account), (source, link) -> given(link, source.senders(link.subject())));
    }

    @Override
    public Answer<Boolean> pick(AccountId account, SiteId service, String sender, boolean picked) {
        return one(account, service, (source, link) -> given(link, source.pick(link.subject(), sender, picked)));
    }

    @Override
    public Map<SiteId, Answer<List<Holding>>> list(AccountId account) {
        return asking.all(services.linked(account), (source, link) -> given(link, listed(source, link)));
    }

    private static List<Holding> listed(HoldingsSource source, Link link) throws TransientFailure, PermanentFailure {
        List<Holding> listed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page page = source.holdings(link.subject(), cursor);
            listed.addAll(page.holdings());
            cursor = page.next();
            if (cursor.isEmpty()) {
                break;
            }
        }
        return listed;
    }

    @Override
    public Answer<Opened> open(AccountId account, HoldingRef holding) {
        Wish wish = new Wish(holding, Optional.empty(), Optional.empty());
        HoldingAccessId access = new HoldingAccessId(UUID.randomUUID());
        Answer<Opened> opened = one(
                account,
                holding.service(),
                (source, link) -> opened(holding, fetching.fetch(source, link, wish, access)));
        if (opened.given().flatMap(Opened::document).isPresent()) {
            // Only now: whom the answer was too slow for has not opened it.
            store.opened(access, clock.instant());
            rounds.wake();
        }
        return opened;
    }

    private static Answer<Opened> opened(HoldingRef holding, Outcome outcome) {
        if (outcome instanceof Outcome.Judged judged) {
            return new Answer.Given<>(new Opened(
                    judged.judgement(),
                    judged.content()
                            .map(content -> new Document(
                                    content.xml(),
                                    new DeductionCertificate(holding, judged.judgement(), content.certificate())))));
        }
        return new Answer.Missing<>(
                outcome instanceof Outcome.NotNow later ? later.why().code() : HoldingsCode.NOT_LINKED.code());
    }

    private <T> Answer<T> one(AccountId account, SiteId service, Asking.Question<T> question) {
        Optional<Link> link = services.link(account, service);
        return link.isPresent()
                ? asking.one(link.get(), question)
                : new Answer.Missing<>(HoldingsCode.NOT_LINKED.code());
    }

    /** What a service said of a person is given on only while the link holds. */
    private <T> Answer<T> given(Link link, T value) {
        return services.link(link.account(), link.site(), link.consent()).isPresent()
                ? new Answer.Given<>(value)
                : new Answer.Missing<>(HoldingsCode.NOT_LINKED.code());
    }

    @Override
    public BundleId collect(AccountId account, int year) {
        int now = LocalDate.ofInstant(clock.instant(), JAPAN).getYear();
        if (year > now || year < now - YEARS_BACK) {
            throw new IllegalArgumentException("certificates are gathered of this year and of the six before");
        }
        Instant until = clock.instant().plus(settings.get().keep());
        Begun begun = begin(account, year, until, Optional.empty(), Set.of());
        if (begun.isNew()) {
            destroyOthers(account, year, begun.id());
        }
        return begun.id();
    }

    @Override
    public BundleId collectFor(HandoverId handover, AccountId account, DeductionWish wish, Instant until) {
        return begin(account, wish.year(), until, Optional.of(handover), wish.kinds())
                .id();
    }

    private record Begun(BundleId id, boolean isNew) {}

    private Begun begin(AccountId account, int year, Instant until, Optional<HandoverId> handover, Set<String> kinds) {
        Instant asked = clock.instant();
        NewBundle wanted = new NewBundle(
                new BundleId(UUID.randomUUID()),
                account,
                year,
                contents.newCaseKey(),
                services.linked(account),
                asked,
                asked.plus(settings.get().giveUp()),
                until,
                handover,
                kinds);
        BundleId id = store.begin(wanted);
        boolean isNew = id.equals(wanted.id());
        if (!isNew) {
            contents.destroyCaseKey(wanted.key());
        }
        rounds.wake();
        return new Begun(id, isNew);
    }

    private void destroyOthers(AccountId account, int year, BundleId latest) {
        store.of(account).stream()
                .filter(bundle -> bundle.year() == year && !bundle.id().equals(latest))
                .forEach(bundle -> forget(account, bundle.id()));
    }

    @Override
    public Optional<BundleView> find(AccountId account, BundleId id) {
        return store.find(account, id).map(bundles::standing);
    }

    @Override
    public List<BundleView> bundles(AccountId account) {
        return store.of(account).stream().map(bundles::standing).toList();
    }

    @Override
    public Optional<Zip> zip(AccountId account, BundleId id) {
        return store.find(account, id).map(bundle -> out -> {
            bundles.writeZip(bundle, out);
            rounds.wake();
        });
    }

    @Override
    public Optional<List<DeductionCertificate>> certificates(AccountId account, BundleId id) throws IOException {
        Optional<BundleView> bundle = store.find(account, id);
        if (bundle.isEmpty()) {
            return Optional.empty();
        }
        List<DeductionCertificate> certificates = bundles.certificates(bundle.get());
        rounds.wake();
        return Optional.of(certificates);
    }

    @Override
    public Optional<Document> document(AccountId account, BundleId id, HoldingRef certificate) throws IOException {
        Optional<BundleView> bundle = store.find(account, id);
        return bundle.isPresent() ? bundles.document(bundle.get(), certificate) : Optional.empty();
    }

    @Override
    public void forget(AccountId account, BundleId id) {
        Optional<CaseKeyId> key = store.key(account, id);
        key.ifPresent(one -> rounds.destroy(id, one));
    }

    @Override
    public List<HoldingAccess> accesses(AccountId account, Optional<HoldingAccessId> before, int limit) {
        return store.accesses(account, before, limit);
    }
}
