package io.renkei.door.pages.internal;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.Gathering;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.SiteId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Links and handovers in memory; the agencies answer when the test says so. */
final class FakeLinkage implements Links {

    private static final Choice NOTHING = new Choice(Set.of(), Set.of());

    final Map<ConsentId, Link> links = new ConcurrentHashMap<>();
    final Map<HandoverId, HandoverView> handovers = new ConcurrentHashMap<>();
    final Map<SelfInformationNumber, ItemAnswer> answers = new ConcurrentHashMap<>();
    final FakeHoldings holdings;
    volatile boolean tooMuch;
    private final Map<ConsentId, AccountId> consents = new ConcurrentHashMap<>();
    private final Clock clock;
    private final FakeSites sites;

    FakeLinkage(Clock clock, FakeSites sites, FakeHoldings holdings) {
        this.holdings = holdings;
        this.clock = clock;
        this.sites = sites;
    }

    @Override
    public Consented consent(Actor who, SiteId site, Optional<SignedRequest> asked) {
        Optional<Link> holds = find(who.principal(), site);
        if (holds.isPresent()) {
            return new Consented.Given(holds.get(), "");
        }
        if (sites.closed.contains(io.renkei.ports.sites.Sites.Use.FIRST_LINK)) {
            return new Consented.Closed(Optional.empty());
        }
        Instant now = clock.instant();
        Link link = new Link(
                new ConsentId(UUID.randomUUID()),
                who.principal(),
                site,
                "subject",
                now,
                Optional.empty(),
                now.plus(Duration.ofDays(365)),
                Optional.empty());
        links.put(link.consent(), link);
        consents.put(link.consent(), who.principal());
        return new Consented.Given(link, "");
    }

    @Override
    public Optional<Link> find(AccountId account, SiteId site) {
        return links.values().stream()
                .filter(each ->
                        each.account().equals(account) && each.site().equals(site) && each.holds(clock.instant()))
                .findFirst();
    }

    @Override
    public Optional<Link> find(SiteId site, String subject) {
        return Optional.empty();
    }

    @Override
    public List<Link> of(AccountId account) {
        return links.values().stream()
                .filter(each -> each.account().equals(account))
                .toList();
    }

    @Override
    public void tied(ConsentId link) {}

    @Override
    public Optional<Link> revoke(Actor who, ConsentId id) {
        return Optional.ofNullable(links.computeIfPresent(
                        id,
                        (same, each) -> each.account().equals(who.principal())
                                ? new Link(
                                        each.consent(),
                                        each.account(),
                                        each.site(),
                                        each.subject(),
                                        each.consented(),
                                        each.tied(),
                                        each.until(),
                                        Optional.of(clock.instant()))
                                : each))
                .filter(each -> each.account().equals(who.principal()));
    }

    @Override
    public Optional<String> receipt(AccountId account, ConsentId consent) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return Optional.ofNullable(consents.get(consent))
                .filter(account::equals)
                .map(each -> base64.encodeToString("{\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                        + base64.encodeToString(("{\"consent\":\"" + consent
                                        + "\",\"text\":{\"ja\":\"同意\",\"en\":\"consent\"},\"given\":\"2026-11-29T07:31:57.185021Z\",\"items\":[\"1\",\"2\"]}")
                                .getBytes(StandardCharsets.UTF_8))
                        + ".c2ln");
    }

    @Override
    public List<Link> revokedSince(Instant since) {
        return List.of();
    }

    Handovers.Asked ask(SiteId site, HandoverWish wish) {
        Instant now = clock.instant();
        HandoverId id = new HandoverId(UUID.randomUUID());
        Instant until = now.plus(Duration.ofHours(1));
        handovers.put(
                id,
                new HandoverView(
                        id,
                        site,
                        wish,
                        HandoverState.ASKED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        now,
                        until));
        return new Handovers.Asked.Waiting(id, until);
    }

    Optional<HandoverView> find(HandoverId id) {
        return Optional.ofNullable(handovers.get(id)).map(this::advanced);
    }

    /** In review once each item has an answer. */
    private HandoverView advanced(HandoverView each) {
        boolean complete = each.wish().items().keySet().stream().allMatch(answers::containsKey)
                && (each.wish().deductions().isEmpty() || !holdings.collecting);
        return each.state() == HandoverState.COLLECTING && complete
                ? with(each, HandoverState.REVIEW, new Choice(each.released(), each.certificates()))
                : each;
    }

    private HandoverView with(HandoverView each, HandoverState state, Choice chosen) {
        HandoverView next = new HandoverView(
                each.id(),
                each.site(),
                each.wish(),
                state,
                each.account(),
                each.consent(),
                each.question(),
                chosen.items(),
                each.askedAt(),
                each.until(),
                each.bundle(),
                chosen.certificates());
        handovers.put(each.id(), next);
        return next;
    }

    List<HandoverView> handoversOf(AccountId account) {
        return handovers.values().stream()
                .filter(each -> each.account().filter(account::equals).isPresent())
                .toList();
    }

    Handovers.Step consent(Actor who, HandoverId id, Optional<SignedRequest> asked) {
        HandoverView each = handovers.get(id);
        if (find(who.principal(), each.site()).isEmpty()) {
            return new Handovers.Step.NotAllowed(each.wish().items().keySet());
        }
        ConsentId consent = new ConsentId(UUID.randomUUID());
        consents.put(consent, who.principal());
        HandoverView next = new HandoverView(
                id,
                each.site(),
                each.wish(),
                HandoverState.COLLECTING,
                Optional.of(who.principal()),
                Optional.of(consent),
                Optional.empty(),
                Set.of(),
                each.askedAt(),
                each.until());
        handovers.put(id, next);
        return new Handovers.Step.Done(next, "");
    }

    Handovers.Step refuse(Actor who, HandoverId id) {
        return new Handovers.Step.Done(with(handovers.get(id), HandoverState.REFUSED, NOTHING), "");
    }

    Optional<Map<SelfInformationNumber, ItemAnswer>> review(Actor who, HandoverId id) {
        Map<SelfInformationNumber, ItemAnswer> found = new HashMap<>();
        handovers
                .get(id)
                .wish()
                .items()
                .keySet()
                .forEach(item -> found.put(item, answers.getOrDefault(item, new ItemAnswer.Pending())));
        return Optional.of(found);
    }

    Handovers.Step release(Actor who, HandoverId id, Choice chosen) {
        HandoverView each = find(id).orElseThrow();
        if (tooMuch) {
            return new Handovers.Step.TooMuch();
        }
        if (!chosen.certificates().stream().allMatch(from -> from.id().equals("good"))) {
            return new Handovers.Step.NotAllowed(Set.of());
        }
        boolean possible = each.state() == HandoverState.REVIEW || each.state() == HandoverState.COLLECTING;
        return possible
                ? new Handovers.Step.Done(with(each, HandoverState.RELEASED, chosen), "")
                : new Handovers.Step.NotNow(each);
    }

    Handovers.Step revoke(Actor who, HandoverId id) {
        return new Handovers.Step.Done(with(handovers.get(id), HandoverState.REVOKED, NOTHING), "");
    }

    static ItemAnswer found(Instant at) {
        List<AttributeNode> inner = new ArrayList<>();
        inner.add(new AttributeNode("A1", "氏名", Optional.of("試験 <b>花子</b>"), List.of()));
        inner.add(new AttributeNode("A2", "続柄", Optional.of("世帯主"), List.of()));
        return new ItemAnswer.Found(
                List.of(
                        new AttributeNode("A", "世帯員", Optional.empty(), inner),
                        new AttributeNode("B", "世帯主となった日", Optional.of("2019-04-01"), List.of())),
                at);
    }

    /** The same handovers as the port has them. */
    Handovers asHandovers() {
        return new Handovers() {
            @Override
            public Asked ask(SiteId site, HandoverWish wish) {
                return FakeLinkage.this.ask(site, wish);
            }

            @Override
            public Optional<HandoverView> find(HandoverId id) {
                return FakeLinkage.this.find(id);
            }

            @Override
            public List<HandoverView> of(AccountId account) {
                return handoversOf(account);
            }

            @Override
            public Step consent(Actor who, HandoverId id, Optional<SignedRequest> asked) {
                return FakeLinkage.this.consent(who, id, asked);
            }

            @Override
            public Step refuse(Actor who, HandoverId id) {
                return FakeLinkage.this.refuse(who, id);
            }

            @Override
            public Optional<Map<SelfInformationNumber, ItemAnswer>> review(Actor who, HandoverId id) {
                return FakeLinkage.this.review(who, id);
            }

            @Override
            public Optional<Gathering> gathering(Actor who, HandoverId id) {
                return handovers
                        .get(id)
                        .wish()
                        .deductions()
                        .filter(wish -> !who.isRepresentative())
                        .map(wish -> new Gathering(holdings.parts(wish.year()), !holdings.collecting, ""));
            }

            @Override
            public List<DeductionCertificate> certificates(Actor who, HandoverId id) {
                return List.of(FakeHoldings.certificate(new HoldingRef(FakeSites.BANK, "good")));
            }

            @Override
            public Step release(Actor who, HandoverId id, Choice chosen) {
                return FakeLinkage.this.release(who, id, chosen);
            }

            @Override
            public Step revoke(Actor who, HandoverId id) {
                return FakeLinkage.this.revoke(who, id);
            }

            @Override
            public Optional<String> receipt(AccountId account, HandoverId id) {
                return Optional.ofNullable(handovers.get(id))
                        .filter(each -> each.account().filter(account::equals).isPresent())
                        .flatMap(each ->
                                FakeLinkage.this.receipt(account, each.consent().orElseThrow()));
            }

            @Override
            public Fetched fetch(SiteId site, HandoverId id) {
                return new Fetched.Nothing();
            }
        };
    }
}
