package io.renkei.linkage.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.health.Finding;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers.Asked;
import io.renkei.ports.linkage.Handovers.Fetched;
import io.renkei.ports.linkage.Handovers.Step;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links.Consented;
import io.renkei.ports.linkage.ReleasedCertificate;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class KernelHandoversTest {

    private Kernel kernel;

    @BeforeAll
    void open(@TempDir Path folder) {
        kernel = new Kernel(folder);
    }

    @BeforeEach
    void settle() {
        kernel.settle();
    }

    @AfterAll
    void close() {
        kernel.close();
    }

    private static Step.Done done(Step step) {
        return assertInstanceOf(Step.Done.class, step);
    }

    private HandoverState state(HandoverId id) {
        return kernel.handovers.find(id).orElseThrow().state();
    }

    /** Consented to, and the tax office answered. */
    private HandoverId reviewed(Actor who) {
        HandoverId id = kernel.asked(Kernel.TAX);
        done(kernel.handovers.consent(who, id));
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        return id;
    }

    private HandoverId released(Actor who) {
        HandoverId id = reviewed(who);
        done(kernel.handovers.release(who, id, Set.of(Kernel.TAX)));
        return id;
    }

    // Asking

    @Test
    void aSiteAsksOnlyForWhatItsFileAllows() {
        SelfInformationNumber other = new SelfInformationNumber("5-1");
        assertEquals(
                new Asked.NotAllowed(Set.of(other)), kernel.handovers.ask(Kernel.BANK, Kernel.wish(Kernel.TAX, other)));
        assertEquals(
                new Asked.NotAllowed(Set.of(Kernel.TAX)),
                kernel.handovers.ask(new SiteId("nobody"), Kernel.wish(Kernel.TAX)));
        Asked.Waiting waiting = (Asked.Waiting) kernel.handovers.ask(Kernel.BANK, Kernel.wish(Kernel.TAX));
        assertEquals(kernel.clock.instant().plus(Duration.ofHours(1)), waiting.until());
        HandoverView view = kernel.handovers.find(waiting.id()).orElseThrow();
        assertEquals(HandoverState.ASKED, view.state());
        assertEquals(Optional.empty(), view.account());
    }

    @Test
    void aConditionIsOfADayThatHasCome() {
        LocalDate today = LocalDate.ofInstant(kernel.clock.instant(), ServiceWindow.JAPAN);
        for (AttributeCondition bad : List.of(
                new AttributeCondition.At(today.plusDays(1)),
                new AttributeCondition.Range(today, today.plusDays(1)),
                new AttributeCondition.At(LocalDate.of(1867, 12, 31)))) {
            assertEquals(
                    new Asked.BadCondition(Kernel.TAX),
                    kernel.handovers.ask(Kernel.BANK, new HandoverWish(Map.of(Kernel.TAX, bad), "")));
        }
        for (AttributeCondition good :
                List.of(new AttributeCondition.At(today), new AttributeCondition.Range(today.minusYears(1), today))) {
            assertInstanceOf(
                    Asked.Waiting.class,
                    kernel.handovers.ask(Kernel.BANK, new HandoverWish(Map.of(Kernel.TAX, good), "")));
        }
    }

    // Consent

    @Test
    void withoutALinkNobodyConsents() {
        Actor who = Actor.self(kernel.person().id());
        HandoverId id = kernel.asked(Kernel.TAX);
        assertEquals(new Step.NotAllowed(Set.of()), kernel.handovers.consent(who, id));
        assertEquals(HandoverState.ASKED, state(id));
        assertTrue(kernel.agencies.questions.isEmpty());
    }

    @Test
    void theAgenciesAreAskedAfterTheSecondConsentOnceAndInTheSitesName() throws IOException {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = kernel.asked(Kernel.TAX, Kernel.HOUSEHOLD);
        Step.Done first = done(kernel.handovers.consent(who, id));
        assertEquals(HandoverState.COLLECTING, first.handover().state());
        assertEquals(first.receipt(), done(kernel.handovers.consent(who, id)).receipt());
        kernel.sweep.round();
        assertEquals(1, kernel.agencies.questions.size());
        var question = kernel.agencies.questions.values().iterator().next();
        assertEquals(who, question.who());
        assertEquals(
                new Requester.OfSite(Kernel.BANK, first.handover().consent().orElseThrow()), question.requester());
        assertEquals(first.handover().wish().items(), question.items());
        JsonNode receipt = new ObjectMapper().readTree(ToySealer.payload(first.receipt()));
        assertEquals("handover", receipt.get("kind").asText());
        assertEquals("latest", receipt.at("/items/2").asText());
        assertTrue(receipt.at("/text/ja").asText().contains("みなと銀行"));
        assertFalse(ToySealer.payload(first.receipt()).contains(who.by().toString()));
        assertFalse(
                ToySealer.payload(first.receipt()).contains("ローン番号"), "the site's own words stay out of the receipt");
    }

    @Test
    void whatTheSiteSignedIsKeptWithBothConsentsItLedTo() throws IOException {
        SignedRequest asked = new SignedRequest("head.body.signature", "{\"kty\":\"EC\"}", kernel.clock.instant());
        Actor who = Actor.self(kernel.person().id());
        Consented.Given link = (Consented.Given) kernel.links.consent(who, Kernel.BANK, Optional.of(asked));
        HandoverId id = kernel.asked(Kernel.TAX);
        Step.Done data = done(kernel.handovers.consent(who, id, Optional.of(asked)));

        for (String receipt : List.of(link.receipt(), data.receipt())) {
            JsonNode said =
                    new ObjectMapper().readTree(ToySealer.payload(receipt)).path("request");
            assertEquals("sha-256:" + asked.digest().hex(), said.path("digest").asText());
            assertEquals(asked.key(), said.path("key").asText());
            assertEquals(asked.verified().toString(), said.path("verified").asText());
        }
        for (ConsentId consent :
                List.of(link.link().consent(), data.handover().consent().orElseThrow())) {
            assertEquals(Optional.of(asked.object()), kernel.links.request(who.principal(), consent));
            assertEquals(Optional.empty(), kernel.links.request(kernel.person().id(), consent));
        }
        Actor other = Actor.self(kernel.person().id());
        ConsentId without = kernel.link(other, Kernel.BANK).consent();
        assertEquals(Optional.empty(), kernel.links.request(other.principal(), without));
    }

    @Test
    void whatIsConsentedToIsNobodyElses() {
        Actor who = kernel.linked(Kernel.BANK);
        Actor other = kernel.linked(Kernel.BANK);
        HandoverId id = reviewed(who);
        assertEquals(new Step.NoSuchHandover(), kernel.handovers.consent(other, id));
        assertEquals(new Step.NoSuchHandover(), kernel.handovers.refuse(other, id));
        assertEquals(new Step.NoSuchHandover(), kernel.handovers.revoke(other, id));
        assertEquals(new Step.NoSuchHandover(), kernel.handovers.release(other, id, Set.of(Kernel.TAX)));
        assertEquals(Optional.empty(), kernel.handovers.review(other, id));
        assertEquals(List.of(), kernel.handovers.of(other.principal()));
    }

    @Test
    void whileNoAgencyCanBeAskedTheConsentIsKeptAndTheyAreAskedLater() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = kernel.asked(Kernel.TAX);
        kernel.agencies.away = true;
        Step.Done consented = done(kernel.handovers.consent(who, id));
        assertFalse(consented.receipt().isEmpty());
        assertEquals(Optional.empty(), consented.handover().question());
        kernel.agencies.away = false;
        kernel.clock.pass(Duration.ofSeconds(31));
        kernel.sweep.round();
        assertTrue(kernel.handovers.find(id).orElseThrow().question().isPresent());
        assertEquals(1, kernel.agencies.questions.size());
    }

    // Review and choice

    @Test
    void thePersonSeesWhatIsMissingAndWhyAndHandsOverTheRest() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = kernel.asked(Kernel.TAX, Kernel.HOUSEHOLD, Kernel.HEALTH);
        kernel.handovers.consent(who, id);
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        kernel.agencies.answers.put(Kernel.HOUSEHOLD, new ItemAnswer.Failed("AGENCY-003"));

        Map<SelfInformationNumber, ItemAnswer> early =
                kernel.handovers.review(who, id).orElseThrow();
        assertInstanceOf(ItemAnswer.Pending.class, early.get(Kernel.HEALTH));
        assertEquals(HandoverState.COLLECTING, state(id));

        kernel.clock.pass(Duration.ofMinutes(15));
        kernel.sweep.round();
        assertEquals(HandoverState.REVIEW, state(id));
        Map<SelfInformationNumber, ItemAnswer> late =
                kernel.handovers.review(who, id).orElseThrow();
        assertEquals(new ItemAnswer.Failed("LINKAGE-008"), late.get(Kernel.HEALTH));
        assertEquals(new ItemAnswer.Failed("AGENCY-003"), late.get(Kernel.HOUSEHOLD));
        assertEquals(
                new Step.NotAllowed(Set.of(Kernel.HEALTH, Kernel.HOUSEHOLD)),
                kernel.handovers.release(who, id, Set.of(Kernel.TAX, Kernel.HOUSEHOLD, Kernel.HEALTH)));
        assertEquals(
                HandoverState.RELEASED,
                done(kernel.handovers.release(who, id, Set.of(Kernel.TAX)))
                        .handover()
                        .state());
    }

    @Test
    void whoHasWhatTheyWantedNeedNotWaitForTheRestWhichIsAskedForNoMore() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = kernel.asked(Kernel.TAX, Kernel.HEALTH);
        kernel.handovers.consent(who, id);
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));

        assertEquals(
                new Step.NotAllowed(Set.of(Kernel.HEALTH)),
                kernel.handovers.release(who, id, Set.of(Kernel.TAX, Kernel.HEALTH)));
        assertEquals(HandoverState.COLLECTING, state(id), "what is not there ends no waiting");

        assertEquals(
                HandoverState.RELEASED,
                done(kernel.handovers.release(who, id, Set.of(Kernel.TAX)))
                        .handover()
                        .state());
        kernel.agencies.answers.put(Kernel.HEALTH, ToyAgencies.found("late"));
        kernel.sweep.round();
        Fetched.Data data = assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(Kernel.BANK, id));
        assertEquals(Set.of(Kernel.TAX), data.items().keySet());
        assertEquals(Map.of(), kernel.agencies.questions);
    }

    @Test
    void noneChosenReleasesNothing() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = reviewed(who);
        assertInstanceOf(Step.NotNow.class, kernel.handovers.release(who, id, Set.of()));
        assertEquals(new Fetched.NotYet(), kernel.handovers.fetch(Kernel.BANK, id));
    }

    @Test
    void theReceiptOfAReleaseHoldsDigestsAndNoValue() throws IOException {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = kernel.asked(Kernel.TAX, Kernel.HOUSEHOLD);
        kernel.handovers.consent(who, id);
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        kernel.agencies.answers.put(Kernel.HOUSEHOLD, ToyAgencies.found("山田花子"));
        Step.Done released = done(kernel.handovers.release(who, id, Set.of(Kernel.TAX)));
        assertEquals(
                released.receipt(),
                done(kernel.handovers.release(who, id, Set.of(Kernel.TAX))).receipt());
        assertEquals(Optional.of(released.receipt()), kernel.handovers.receipt(who.principal(), id));
        String text = ToySealer.payload(released.receipt());
        JsonNode receipt = new ObjectMapper().readTree(text);
        assertEquals("release", receipt.get("kind").asText());
        assertTrue(receipt.at("/released/2/digest").asText().startsWith("sha-256:"));
        assertEquals("1", receipt.at("/withheld/0").asText());
        assertFalse(text.contains("5000000") || text.contains("山田"));
    }

    @Test
    void afterTheChoiceWhatWasCollectedIsForgotten() {
        Actor who = kernel.linked(Kernel.BANK);
        released(who);
        assertTrue(kernel.agencies.questions.isEmpty());
    }

    @Test
    void onlyWhatWasChosenAndHasDataIsEverReleased() {
        Random random = new Random(20261129);
        List<SelfInformationNumber> all = List.of(Kernel.HOUSEHOLD, Kernel.TAX, Kernel.HEALTH);
        Actor who = kernel.linked(Kernel.BANK);
        for (int i = 0; i < 40; i++) {
            kernel.agencies.answers.clear();
            Set<SelfInformationNumber> wished = subset(all, random);
            wished.add(all.get(random.nextInt(3)));
            Set<SelfInformationNumber> chosen = subset(all, random);
            Set<SelfInformationNumber> found = new TreeSet<>();
            for (SelfInformationNumber item : all) {
                ItemAnswer answer = answer(random, item + "/" + i);
                kernel.agencies.answers.put(item, answer);
                if (answer instanceof ItemAnswer.Found) {
                    found.add(item);
                }
            }
            HandoverId id = kernel.asked(wished.toArray(SelfInformationNumber[]::new));
            done(kernel.handovers.consent(who, id));
            Step step = kernel.handovers.release(who, id, chosen);
            Fetched fetched = kernel.handovers.fetch(Kernel.BANK, id);
            Set<SelfInformationNumber> out =
                    fetched instanceof Fetched.Data data ? data.items().keySet() : Set.of();
            boolean right = !chosen.isEmpty() && found.containsAll(chosen) && wished.containsAll(chosen);
            assertEquals(right, step instanceof Step.Done, () -> wished + " " + found + " " + chosen);
            assertEquals(right ? chosen : Set.of(), out);
        }
    }

    private static Set<SelfInformationNumber> subset(List<SelfInformationNumber> all, Random random) {
        return all.stream().filter(item -> random.nextBoolean()).collect(Collectors.toCollection(TreeSet::new));
    }

    private ItemAnswer answer(Random random, String value) {
        return switch (random.nextInt(6)) {
            case 0 -> new ItemAnswer.NoData(kernel.clock.instant());
            case 1 -> new ItemAnswer.Undisclosed(kernel.clock.instant());
            case 2 -> new ItemAnswer.Failed("AGENCY-001");
            default -> ToyAgencies.found(value);
        };
    }

    // Fetching

    @Test
    void theSiteFetchesWhatWasChosenAgainAndAgainUntilItEndsEachTimeWithARecord() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = released(who);
        for (int i = 1; i <= 2; i++) {
            Fetched.Data data = assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(Kernel.BANK, id));
            assertEquals(Map.of(Kernel.TAX, ToyAgencies.found("5000000").values()), data.items());
            assertEquals(ToyAgencies.found("").asOf(), data.asOf());
            assertEquals(HandoverState.FETCHED, state(id));
            assertEquals(i, kernel.agencies.records.size());
        }
        AccessRecord record = kernel.agencies.records.get(0);
        assertEquals(who.principal(), record.principal());
        assertTrue(record.item().toString().contains(Kernel.TAX.value()));
        assertEquals(Optional.empty(), record.agency());
        assertEquals(AccessRecord.Answer.RELEASED, kernel.agencies.ends.get(record.id()));
        kernel.clock.pass(Duration.ofHours(24));
        assertEquals(new Fetched.Nothing(), kernel.handovers.fetch(Kernel.BANK, id));
        kernel.sweep.round();
        assertEquals(HandoverState.FETCHED, state(id));
        assertEquals(Optional.empty(), kernel.stores.handovers().data(id), "destroyed");
    }

    @Test
    void anotherSiteGetsNothing() {
        HandoverId id = released(kernel.linked(Kernel.BANK));
        assertEquals(new Fetched.Nothing(), kernel.handovers.fetch(Kernel.PENSION, id));
        assertTrue(kernel.agencies.records.isEmpty());
    }

    @Test
    void withoutAccessRecordsNothingIsReleased() {
        HandoverId id = released(kernel.linked(Kernel.BANK));
        kernel.agencies.away = true;
        Assertions.assertThrows(StateUnavailable.class, () -> kernel.handovers.fetch(Kernel.BANK, id));
        assertEquals(HandoverState.RELEASED, state(id));
    }

    @Test
    void anItemThatTheSitesFileAllowsNoMoreIsNotFetched() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = released(who);
        kernel.sites.remove(Kernel.BANK);
        kernel.put(Kernel.BANK, Map.of("items", "1"));
        assertEquals(new Fetched.Nothing(), kernel.handovers.fetch(Kernel.BANK, id));
    }

    // Revocation, refusal, expiry

    @Test
    void theEndOfTheLinkCountsAtOnceForWhatIsNotFetchedAndANewLinkBringsNothingBack() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = released(who);
        HandoverId fetched = released(who);
        kernel.handovers.fetch(Kernel.BANK, fetched);
        Link link = kernel.links.find(who.principal(), Kernel.BANK).orElseThrow();
        kernel.links.revoke(who, link.consent());
        assertEquals(new Fetched.Nothing(), kernel.handovers.fetch(Kernel.BANK, id));
        assertEquals(HandoverState.REVOKED, state(id));
        kernel.link(who, Kernel.BANK);
        assertEquals(new Fetched.Nothing(), kernel.handovers.fetch(Kernel.BANK, id));
        assertEquals(new Fetched.Nothing(), kernel.handovers.fetch(Kernel.BANK, fetched));
        assertInstanceOf(Step.NotNow.class, kernel.handovers.release(who, id, Set.of(Kernel.TAX)));
    }

    @Test
    void whileManyFetchAndOneRevokesNoFetchStandsBehindTheRevocation() throws Exception {
        Actor who = kernel.linked(Kernel.BANK);
        List<HandoverId> all = List.of(released(who), released(who), released(who), released(who));
        Link link = kernel.links.find(who.principal(), Kernel.BANK).orElseThrow();
        ExecutorService pool = Executors.newFixedThreadPool(9);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Fetched>> fetches = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                HandoverId id = all.get(i % all.size());
                fetches.add(pool.submit(() -> {
                    go.await();
                    return kernel.handovers.fetch(Kernel.BANK, id);
                }));
            }
            Future<Optional<Link>> revocation = pool.submit(() -> {
                go.await();
                return kernel.links.revoke(who, link.consent());
            });
            go.countDown();
            long given = 0;
            for (Future<Fetched> fetch : fetches) {
                given += fetch.get(30, TimeUnit.SECONDS) instanceof Fetched.Data ? 1 : 0;
            }
            assertTrue(revocation.get(30, TimeUnit.SECONDS).isPresent());
            List<String> events = kernel.stores.evidence().timeLine(who.principal()).stream()
                    .map(AccountJournal.Row::event)
                    .toList();
            assertTrue(events.lastIndexOf("HANDOVER_FETCHED") < events.indexOf("LINK_REVOKED"), events.toString());
            assertTrue(
                    given <= events.stream().filter("HANDOVER_FETCHED"::equals).count(), "each has its row");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void withTheLinkGoesWhatTheAgenciesAnsweredAndNothingIsLookedAfterAnyMore() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = reviewed(who);
        kernel.links.revoke(
                who,
                kernel.links.find(who.principal(), Kernel.BANK).orElseThrow().consent());
        kernel.sweep.round();
        assertTrue(kernel.agencies.questions.isEmpty());
        kernel.clock.pass(Duration.ofSeconds(1));
        kernel.sweep.round();
        assertEquals(
                Optional.empty(),
                kernel.stores.handovers().find(id).orElseThrow().look());
    }

    @Test
    void aHandoverIsTakenBackAtOnceOnceAndForAll() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = released(who);
        assertEquals(
                HandoverState.REVOKED,
                done(kernel.handovers.revoke(who, id)).handover().state());
        done(kernel.handovers.revoke(who, id));
        assertEquals(new Fetched.Nothing(), kernel.handovers.fetch(Kernel.BANK, id));
        assertEquals(Optional.empty(), kernel.stores.handovers().data(id));
        assertInstanceOf(Step.NotNow.class, kernel.handovers.consent(who, id));
    }

    @Test
    void revocationNeedsNoAgency() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = reviewed(who);
        kernel.agencies.away = true;
        done(kernel.handovers.revoke(who, id));
        assertEquals(HandoverState.REVOKED, state(id));
        kernel.agencies.away = false;
        kernel.sweep.round();
        assertTrue(kernel.agencies.questions.isEmpty(), "what was collected is forgotten then");
    }

    @Test
    void whoSaysNoBeforeOrAfterTheConsentGivesNothing() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId before = kernel.asked(Kernel.TAX);
        done(kernel.handovers.refuse(who, before));
        done(kernel.handovers.refuse(who, before));
        assertInstanceOf(Step.NotNow.class, kernel.handovers.consent(who, before));
        HandoverId after = reviewed(who);
        done(kernel.handovers.refuse(who, after));
        assertTrue(kernel.agencies.questions.isEmpty());
        assertEquals(new Fetched.Nothing(), kernel.handovers.fetch(Kernel.BANK, after));
        HandoverId late = released(who);
        assertInstanceOf(Step.NotNow.class, kernel.handovers.refuse(who, late));
    }

    @Test
    void whatNobodyAnswersExpires() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId asked = kernel.asked(Kernel.TAX);
        kernel.clock.pass(Duration.ofHours(1));
        assertInstanceOf(Step.NotNow.class, kernel.handovers.consent(who, asked));
        assertEquals(HandoverState.EXPIRED, state(asked));

        HandoverId reviewed = reviewed(who);
        kernel.clock.pass(Duration.ofHours(24));
        assertEquals(Optional.empty(), kernel.handovers.review(who, reviewed));
        assertEquals(HandoverState.EXPIRED, state(reviewed));
        kernel.sweep.round();
        assertTrue(kernel.agencies.questions.isEmpty());

        HandoverId released = released(who);
        kernel.clock.pass(Duration.ofHours(24));
        kernel.sweep.round();
        assertEquals(HandoverState.EXPIRED, state(released));
        assertEquals(Optional.empty(), kernel.stores.handovers().data(released));
    }

    @Test
    void healthTellsOfHandoversThatAgenciesKeepWaiting() {
        Actor who = kernel.linked(Kernel.BANK);
        HandoverId id = kernel.asked(Kernel.TAX);
        kernel.handovers.consent(who, id);
        kernel.sweep.round();
        assertEquals(Finding.Level.OK, kernel.sweep.findings().get(0).level());
        kernel.agencies.away = true;
        kernel.clock.pass(Duration.ofMinutes(21));
        kernel.sweep.round();
        assertEquals(Finding.Level.WARNING, kernel.sweep.findings().get(0).level());
    }

    // Representatives

    private Actor representative(Actor principal, Set<SelfInformationNumber> items) {
        Authenticator proof = Kernel.certificate();
        LocalDate today = LocalDate.ofInstant(kernel.clock.instant(), ServiceWindow.JAPAN);
        Delegation delegation = ((Registered.Holds) kernel.delegations.register(
                        principal.principal(),
                        proof,
                        new Grant(Set.of(Service.HANDOVER), items, today, today.plusDays(10))))
                .delegation();
        return new Actor(delegation.representative().orElseThrow(), principal.principal());
    }

    @Test
    void aRepresentativeHandsOverWhatIsDelegatedAndTheEvidenceSaysWhoLooked() {
        Actor principal = kernel.linked(Kernel.BANK);
        Actor who = representative(principal, Set.of(Kernel.TAX));
        HandoverId more = kernel.asked(Kernel.TAX, Kernel.HEALTH);
        assertEquals(new Step.NotAllowed(Set.of(Kernel.HEALTH)), kernel.handovers.consent(who, more));

        HandoverId id = reviewed(who);
        assertEquals(
                Set.of(Kernel.TAX),
                kernel.handovers.review(who, id).orElseThrow().keySet());
        kernel.handovers.review(who, id);
        done(kernel.handovers.release(who, id, Set.of(Kernel.TAX)));
        List<AccountJournal.Row> rows = kernel.stores.evidence().timeLine(principal.principal());
        List<AccountJournal.Row> looks = rows.stream()
                .filter(row -> row.event().equals("HANDOVER_LOOKED"))
                .toList();
        assertEquals(1, looks.size());
        assertTrue(looks.get(0).detail().orElseThrow().contains(who.by().toString()));
        assertEquals(Optional.empty(), kernel.stores.evidence().verify(principal.principal()));
    }

    @Test
    void aRepresentativeIsRefusedOnceTheDelegationIsOverAndTheAgenciesAreAskedInTheirName() {
        Actor principal = kernel.linked(Kernel.BANK);
        Actor who = representative(principal, Set.of(Kernel.TAX));
        kernel.agencies.away = true;
        HandoverId id = kernel.asked(Kernel.TAX);
        kernel.handovers.consent(who, id);
        kernel.agencies.away = false;
        kernel.clock.pass(Duration.ofSeconds(31));
        kernel.sweep.round();
        assertEquals(who, kernel.agencies.questions.values().iterator().next().who());
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("1"));
        Delegation delegation = kernel.delegations.given(principal.principal()).get(0);
        kernel.delegations.end(principal.by(), delegation.id());
        assertEquals(Optional.empty(), kernel.handovers.review(who, id));
        assertEquals(new Step.NotAllowed(Set.of(Kernel.TAX)), kernel.handovers.release(who, id, Set.of(Kernel.TAX)));
        assertEquals(new Step.NotAllowed(Set.of()), kernel.handovers.revoke(who, id));
        assertEquals(new Step.NotAllowed(Set.of(Kernel.TAX)), kernel.handovers.consent(who, id));
    }

    private Chosen chosen(String id, Optional<String> document) {
        HoldingRef from = kernel.deliveries.holds(id, "TEG800", new byte[] {1});
        return new Chosen(
                new ReleasedCertificate(kernel.deliveries.verified.get(from).certificate(), document),
                new ConsentId(UUID.randomUUID()));
    }

    @Test
    void whatIsKeptIsReadAsItWasWritten() {
        ChosenData data = new ChosenData(
                Map.of(
                        Kernel.TAX, ToyAgencies.found("\u0000\"𠮷\"").values(),
                        Kernel.HEALTH, ToyAgencies.found("").values()),
                List.of(chosen("1", Optional.of("PFQ+")), chosen("2", Optional.empty())),
                kernel.clock.instant());
        assertEquals(data, ChosenData.read(data.bytes()));
    }
}
