package io.renkei.door.oidc.fakes;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.CertificateReader.Certificate;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.ReleasedCertificate;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Handovers in a map; every agency answers at once, and with the same. */
public final class FakeHandovers implements Handovers {

    /** What sites signed, of consents in their order. */
    public final List<SignedRequest> signed = new CopyOnWriteArrayList<>();

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Map<HandoverId, HandoverView> known = new ConcurrentHashMap<>();
    private final Sites sites;
    private final Clock clock;

    public FakeHandovers(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public Asked ask(SiteId id, HandoverWish wish) {
        Site site = sites.find(id).orElseThrow();
        Set<SelfInformationNumber> foreign = new HashSet<>(wish.items().keySet());
        foreign.removeAll(site.items());
        if (!foreign.isEmpty()) {
            return new Asked.NotAllowed(foreign);
        }
        Set<String> kinds =
                new HashSet<>(wish.deductions().map(DeductionWish::kinds).orElse(Set.of()));
        kinds.removeAll(site.deductions().kinds());
        if (!kinds.isEmpty()) {
            return new Asked.KindsNotAllowed(kinds);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
        if (wish.deductions().filter(wanted -> wanted.year() > today.getYear()).isPresent()) {
            return new Asked.BadYear(wish.deductions().get().year());
        }
        for (Map.Entry<SelfInformationNumber, AttributeCondition> item :
                wish.items().entrySet()) {
            boolean toCome =
                    item.getValue().fold(() -> false, day -> day.isAfter(today), (from, to) -> to.isAfter(today));
            if (toCome) {
                return new Asked.BadCondition(item.getKey());
            }
        }
        HandoverView view = new HandoverView(
                new HandoverId(UUID.randomUUID()),
                id,
                wish,
                HandoverState.ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                clock.instant(),
                clock.instant().plus(site.handoverLasts()));
        known.put(view.id(), view);
        return new Asked.Waiting(view.id(), view.until());
    }

    @Override
    public Optional<HandoverView> find(HandoverId id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public List<HandoverView> of(AccountId account) {
        return known.values().stream()
                .filter(view -> view.account().filter(account::equals).isPresent())
                .toList();
    }

    private Step to(HandoverId id, HandoverState state, Optional<AccountId> account, Set<SelfInformationNumber> items) {
        HandoverView after = known.computeIfPresent(
                id,
                (same, view) -> new HandoverView(
                        id,
                        view.site(),
                        view.wish(),
                        state,
                        account.or(view::account),
                        view.consent().or(() -> Optional.of(new ConsentId(UUID.randomUUID()))),
                        view.question(),
                        items,
                        view.askedAt(),
                        view.until()));
        return after == null ? new Step.NoSuchHandover() : new Step.Done(after, "");
    }

    @Override
    public Step consent(Actor who, HandoverId id, Optional<SignedRequest> asked) {
        asked.ifPresent(signed::add);
        return to(id, HandoverState.REVIEW, Optional.of(who.principal()), Set.of());
    }

    @Override
    public Step refuse(Actor who, HandoverId id) {
        return to(id, HandoverState.REFUSED, Optional.empty(), Set.of());
    }

    @Override
    public Optional<Map<SelfInformationNumber, ItemAnswer>> review(Actor who, HandoverId id) {
        return Optional.empty();
    }

    @Override
    public Step release(Actor who, HandoverId id, Choice chosen) {
        return to(id, HandoverState.RELEASED, Optional.empty(), chosen.items());
    }

    @Override
    public Step revoke(Actor who, HandoverId id) {
        return to(id, HandoverState.REVOKED, Optional.empty(), Set.of());
    }

    @Override
    public Fetched fetch(SiteId site, HandoverId id) {
        HandoverView view = known.get(id);
        if (view == null || !view.site().equals(site)) {
            return new Fetched.Nothing();
        }
        return switch (view.state()) {
            case COLLECTING, REVIEW -> new Fetched.NotYet();
            case RELEASED, FETCHED ->
                new Fetched.Data(
                        view,
                        data(view.released()),
                        clock.instant(),
                        view.wish().deductions().stream()
                                .map(FakeHandovers::certificate)
                                .toList());
            default -> new Fetched.Nothing();
        };
    }

    private static ReleasedCertificate certificate(DeductionWish wanted) {
        byte[] xml = "<TEG800/>".getBytes(StandardCharsets.UTF_8);
        return new ReleasedCertificate(
                new DeductionCertificate(
                        new HoldingRef(new SiteId("my-post"), "insurer-" + wanted.year()),
                        new Judgement(
                                Verdict.VERIFIED,
                                "",
                                Instant.EPOCH,
                                Optional.of(Sha256.of(xml)),
                                Optional.of("0a".repeat(32))),
                        new Certificate(
                                "TEG800",
                                new CorporateNumber("8999999999901"),
                                wanted.year(),
                                LocalDate.of(wanted.year(), 10, 1),
                                List.of(new AttributeNode("WCE00330", "保険料", Optional.of("48000"), List.of())))),
                Optional.of(Base64.getEncoder().encodeToString(xml)));
    }

    private static Map<SelfInformationNumber, List<AttributeNode>> data(Set<SelfInformationNumber> items) {
        Map<SelfInformationNumber, List<AttributeNode>> data = new TreeMap<>();
        AttributeNode amount = new AttributeNode("income.total", "合計所得金額", Optional.of("3210000"), List.of());
        items.forEach(
                item -> data.put(item, List.of(new AttributeNode("income", "所得", Optional.empty(), List.of(amount)))));
        return data;
    }
}
