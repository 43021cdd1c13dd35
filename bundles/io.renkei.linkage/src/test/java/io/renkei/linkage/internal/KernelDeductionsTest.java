package io.renkei.linkage.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.Gathering;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers.Asked;
import io.renkei.ports.linkage.Handovers.Fetched;
import io.renkei.ports.linkage.Handovers.Step;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.sites.SiteId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Deduction certificates in a handover, beside items or alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class KernelDeductionsTest {

    private static final SiteId TAX_OFFICE = new SiteId("e-tax");
    private static final byte[] XML = "<TEG800>証明</TEG800>".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> FILE =
            Map.of("items", "2", "deductions", "TEG800, TEG850", "deductions.documents", "true");

    private Kernel kernel;
    private Actor who;
    private Link toTaxOffice;
    private Link toPost;
    private int year;

    @BeforeAll
    void open(@TempDir Path folder) {
        kernel = new Kernel(folder);
        kernel.put(ToyHoldings.POST, Map.of());
    }

    @BeforeEach
    void settle() {
        kernel.settle();
        kernel.put(TAX_OFFICE, FILE);
        who = Actor.self(kernel.person().id());
        toTaxOffice = kernel.link(who, TAX_OFFICE);
        toPost = kernel.link(who, ToyHoldings.POST);
        year = LocalDate.ofInstant(kernel.clock.instant(), ServiceWindow.JAPAN).getYear();
    }

    @AfterAll
    void close() {
        kernel.close();
    }

    private HandoverWish wish(int ofYear, Set<String> kinds, SelfInformationNumber... items) {
        return new HandoverWish(
                Arrays.stream(items).collect(Collectors.toMap(item -> item, item -> new AttributeCondition.Latest())),
                "申告書の作成",
                Optional.of(new DeductionWish(ofYear, kinds, false)));
    }

    private HandoverId asked(SelfInformationNumber... items) {
        Asked asked = kernel.handovers.ask(TAX_OFFICE, wish(year, Set.of("TEG800", "TEG850"), items));
        return assertInstanceOf(Asked.Waiting.class, asked).id();
    }

    private HandoverId consented(SelfInformationNumber... items) {
        HandoverId id = asked(items);
        done(kernel.handovers.consent(who, id));
        return id;
    }

    private HandoverId released(HoldingRef... certificates) {
        HandoverId id = consented();
        done(kernel.handovers.release(who, id, new Choice(Set.of(), Set.of(certificates))));
        return id;
    }

    private static Step.Done done(Step step) {
        return assertInstanceOf(Step.Done.class, step);
    }

    private HandoverState state(HandoverId id) {
        return kernel.handovers.find(id).orElseThrow().state();
    }

    private Gathering gathering(HandoverId id) {
        return kernel.handovers.gathering(who, id).orElseThrow();
    }

    private static Choice only(HoldingRef certificate) {
        return new Choice(Set.of(), Set.of(certificate));
    }

    private static JsonNode read(String receipt) throws IOException {
        return new ObjectMapper().readTree(ToySealer.payload(receipt));
    }

    // Asking and consent

    @Test
    void aSiteAsksForKindsOfItsFileAndForYearsThatAreGathered() {
        assertEquals(
                new Asked.KindsNotAllowed(Set.of("TEG820")),
                kernel.handovers.ask(TAX_OFFICE, wish(year, Set.of("TEG800", "TEG820"))));
        assertEquals(
                new Asked.KindsNotAllowed(Set.of("TEG800")),
                kernel.handovers.ask(Kernel.BANK, wish(year, Set.of("TEG800"))));
        for (int bad : List.of(year + 1, year - 7)) {
            assertEquals(new Asked.BadYear(bad), kernel.handovers.ask(TAX_OFFICE, wish(bad, Set.of("TEG800"))));
        }
        assertInstanceOf(Asked.Waiting.class, kernel.handovers.ask(TAX_OFFICE, wish(year - 6, Set.of("TEG800"))));
    }

    @Test
    void theyAreGatheredAfterTheConsentOnceAndForThisHandoverAlone() throws IOException {
        HandoverId id = asked(Kernel.TAX);
        assertTrue(kernel.deliveries.bundles.isEmpty());
        Step.Done done = done(kernel.handovers.consent(who, id));
        done(kernel.handovers.consent(who, id));
        kernel.sweep.round();

        assertEquals(1, kernel.deliveries.bundles.size());
        ToyHoldings.Begun begun = kernel.deliveries.bundles.values().iterator().next();
        assertEquals(id, begun.handover());
        assertEquals(who.principal(), begun.account());
        assertEquals(new DeductionWish(year, Set.of("TEG800", "TEG850"), true), begun.wish());
        assertEquals(done.handover().until(), begun.until());
        JsonNode receipt = read(done.receipt());
        assertEquals(year, receipt.at("/deductions/year").asInt());
        assertEquals("[\"TEG800\",\"TEG850\"]", receipt.at("/deductions/kinds").toString());
        assertTrue(receipt.at("/deductions/documents").asBoolean());
        assertTrue(receipt.at("/text/ja").asText().contains(year + "年分の控除証明書等（TEG800 生命保険料控除証明書、TEG850"));
        assertTrue(receipt.at("/text/ja").asText().contains("自己情報"));
        assertTrue(receipt.at("/text/en").asText().contains("deduction certificates of the year " + year));
    }

    @Test
    void aRequestForCertificatesAloneSaysNothingOfAgenciesAndAsksNone() throws IOException {
        kernel.deliveries.holds("life", "TEG800", XML);
        HandoverId id = asked();
        JsonNode receipt = read(done(kernel.handovers.consent(who, id)).receipt());
        assertFalse(receipt.at("/text/ja").asText().contains("自己情報"));
        assertTrue(kernel.agencies.questions.isEmpty());
        assertEquals(Map.of(), kernel.handovers.review(who, id).orElseThrow());
        assertEquals(HandoverState.REVIEW, state(id));
    }

    @Test
    void withoutConsentNothingIsGatheredOrShown() {
        kernel.deliveries.holds("life", "TEG800", XML);
        HandoverId id = asked();
        assertEquals(Optional.empty(), kernel.handovers.gathering(who, id));
        assertEquals(List.of(), kernel.handovers.certificates(who, id));
        assertEquals(
                new Step.NoSuchHandover(),
                kernel.handovers.release(who, id, only(new HoldingRef(ToyHoldings.POST, "life"))));
        assertInstanceOf(Fetched.NotYet.class, kernel.handovers.fetch(TAX_OFFICE, id));
    }

    // Choice

    @Test
    void thePersonChoosesOneByOneAndTheSiteGetsNoOther() throws IOException {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        HoldingRef pension = kernel.deliveries.holds("pension", "TEG850", XML);
        HandoverId id = consented(Kernel.TAX);
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        assertEquals(
                Set.of(life, pension),
                kernel.handovers.certificates(who, id).stream()
                        .map(each -> each.from())
                        .collect(Collectors.toSet()));

        Step.Done done = done(kernel.handovers.release(who, id, new Choice(Set.of(Kernel.TAX), Set.of(life))));
        assertEquals(Set.of(life), done.handover().certificates());
        assertEquals(
                done.receipt(),
                done(kernel.handovers.release(who, id, new Choice(Set.of(Kernel.TAX), Set.of(life))))
                        .receipt());
        assertTrue(kernel.deliveries.bundles.isEmpty(), "what was not chosen is destroyed at once");

        Fetched.Data data = assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(TAX_OFFICE, id));
        assertEquals(Set.of(Kernel.TAX), data.items().keySet());
        assertEquals(1, data.certificates().size());
        var paper = data.certificates().get(0);
        assertEquals(life, paper.certificate().from());
        assertEquals("8999999999901", paper.certificate().certificate().issuer().digits());
        assertEquals(Sha256.of(XML), paper.certificate().judgement().digest().orElseThrow());
        assertEquals(Optional.of(Base64.getEncoder().encodeToString(XML)), paper.document());
        assertEquals(data.asOf(), ToyAgencies.found("").asOf());

        JsonNode receipt = read(done.receipt());
        JsonNode released = receipt.path("releasedCertificates").path("my-post/life");
        byte[] salt = Base64.getUrlDecoder().decode(released.path("salt").asText());
        assertEquals(
                digest(salt, ChosenData.bytes(paper.certificate().certificate().values())),
                released.path("digest").asText());
        assertEquals(digest(salt, XML), released.path("documentDigest").asText());
        assertEquals(
                "[\"my-post/pension\"]", receipt.path("withheldCertificates").toString());
        assertFalse(ToySealer.payload(done.receipt()).contains("48000"));
    }

    private static String digest(byte[] salt, byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(salt);
        all.writeBytes(bytes);
        return "sha-256:" + Sha256.of(all.toByteArray()).hex();
    }

    @Test
    void eachReleaseIsRecordedAndTheEvidenceNamesWhatWasChosen() {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        HandoverId id = released(life);
        assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(TAX_OFFICE, id));
        AccessRecord record = kernel.agencies.records.get(0);
        assertEquals(Optional.of(new AccessRecord.Certificate("TEG800", 2026)), record.certificate());
        assertEquals(Optional.empty(), record.item());
        assertEquals(AccessRecord.Answer.RELEASED, kernel.agencies.ends.get(record.id()));
        List<AccountJournal.Row> rows = kernel.stores.evidence().timeLine(who.principal());
        assertTrue(rows.stream()
                .filter(row -> row.event().equals("HANDOVER_CHOSEN"))
                .anyMatch(row -> row.detail().orElseThrow().contains("my-post/life")));
        assertTrue(rows.stream()
                .filter(row -> row.event().equals("HANDOVER_CONSENTED"))
                .anyMatch(row -> row.detail().orElseThrow().contains("TEG850")));
        assertEquals(Optional.empty(), kernel.stores.evidence().verify(who.principal()));
    }

    @Test
    void whatIsForgedOrNotThereOrOfAnotherKindCannotBeChosen() {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        HoldingRef forged = kernel.deliveries.holdsForged("forged", "TEG800");
        HoldingRef other = kernel.deliveries.holds("gift", "TEG820", XML);
        HandoverId id = consented();
        assertEquals(
                List.of(life),
                kernel.handovers.certificates(who, id).stream()
                        .map(each -> each.from())
                        .toList());
        for (HoldingRef bad : List.of(forged, other, new HoldingRef(ToyHoldings.POST, "nothing"))) {
            assertEquals(
                    new Step.NotAllowed(Set.of()),
                    kernel.handovers.release(who, id, new Choice(Set.of(), Set.of(life, bad))),
                    bad.toString());
        }
        assertEquals(HandoverState.REVIEW, state(id));
        assertInstanceOf(Fetched.NotYet.class, kernel.handovers.fetch(TAX_OFFICE, id));
    }

    @Test
    void whatWasNotAskedForCannotBeChosenBesideItems() {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        HandoverId id = ((Asked.Waiting) kernel.handovers.ask(TAX_OFFICE, Kernel.wish(Kernel.TAX))).id();
        done(kernel.handovers.consent(who, id));
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        assertEquals(Optional.empty(), kernel.handovers.gathering(who, id));
        assertEquals(
                new Step.NotAllowed(Set.of()),
                kernel.handovers.release(who, id, new Choice(Set.of(Kernel.TAX), Set.of(life))));
    }

    @Test
    void documentsThatAreTooLargeTogetherAreNotReleased() {
        HoldingRef large = kernel.deliveries.holds("large", "TEG800", new byte[4 * 1024 * 1024]);
        HoldingRef small = kernel.deliveries.holds("small", "TEG850", XML);
        HandoverId id = consented();
        assertEquals(new Step.TooMuch(), kernel.handovers.release(who, id, only(large)));
        done(kernel.handovers.release(who, id, only(small)));
    }

    @Test
    void moreThanTwoHundredAreNotReleasedAndFurtherOnesThatWereWithheldAreCounted() throws IOException {
        Set<HoldingRef> many = new HashSet<>();
        for (int i = 0; i < 702; i++) {
            HoldingRef each = kernel.deliveries.holds("h-" + i, "TEG800", new byte[] {(byte) i});
            if (i < 201) {
                many.add(each);
            }
        }
        HandoverId id = consented();
        assertEquals(new Step.TooMuch(), kernel.handovers.release(who, id, new Choice(Set.of(), many)));
        many.remove(many.iterator().next());
        JsonNode receipt = read(done(kernel.handovers.release(who, id, new Choice(Set.of(), many)))
                .receipt());
        assertEquals(200, receipt.path("releasedCertificates").size());
        assertEquals(500, receipt.path("withheldCertificates").size());
        assertEquals(2, receipt.path("withheldFurther").asInt());
        assertEquals(
                200,
                assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(TAX_OFFICE, id))
                        .certificates()
                        .size());
    }

    @Test
    void aRepresentativeNeitherConsentsToThemNorSeesThem() {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        Actor representative = representative();
        HandoverId id = asked(Kernel.TAX);
        assertEquals(new Step.NotAllowed(Set.of()), kernel.handovers.consent(representative, id));
        done(kernel.handovers.consent(who, id));
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        assertEquals(Optional.empty(), kernel.handovers.gathering(representative, id));
        assertEquals(List.of(), kernel.handovers.certificates(representative, id));
        assertEquals(new Step.NotAllowed(Set.of()), kernel.handovers.release(representative, id, only(life)));
        done(kernel.handovers.release(representative, id, Set.of(Kernel.TAX)));
        assertEquals(
                List.of(),
                assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(TAX_OFFICE, id))
                        .certificates());
    }

    private Actor representative() {
        LocalDate today = LocalDate.ofInstant(kernel.clock.instant(), ServiceWindow.JAPAN);
        Registered registered = kernel.delegations.register(
                who.principal(),
                Kernel.certificate(),
                new Grant(Set.of(Service.HANDOVER), Set.of(Kernel.TAX), today, today.plusDays(30)));
        AccountId taker = assertInstanceOf(Registered.Holds.class, registered)
                .delegation()
                .representative()
                .orElseThrow();
        return new Actor(taker, who.principal());
    }

    // What does not come

    @Test
    void aServiceThatIsDownIsMissingAndHoldsNothingUp() {
        kernel.deliveries.state = PartState.COLLECTING;
        kernel.deliveries.code = "PRIVATEDELIVERY-001";
        HandoverId id = consented(Kernel.TAX);
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        assertEquals(PartState.COLLECTING, gathering(id).services().get(0).state());
        assertFalse(gathering(id).complete());
        assertEquals(HandoverState.COLLECTING, state(id));
        kernel.clock.pass(Duration.ofMinutes(16));
        kernel.sweep.round();

        assertEquals(HandoverState.REVIEW, state(id));
        assertEquals(PartState.MISSING, gathering(id).services().get(0).state());
        assertEquals("PRIVATEDELIVERY-001", gathering(id).services().get(0).code());
        kernel.deliveries.code = "";
        assertEquals("LINKAGE-012", gathering(id).services().get(0).code());
        done(kernel.handovers.release(who, id, Set.of(Kernel.TAX)));
    }

    @Test
    void whoDoesNotWaitForAServiceHandsOverWhatHasCome() {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        kernel.deliveries.state = PartState.COLLECTING;
        HandoverId id = consented(Kernel.TAX);
        assertEquals(HandoverState.COLLECTING, state(id));
        done(kernel.handovers.release(who, id, only(life)));
        assertEquals(
                1,
                assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(TAX_OFFICE, id))
                        .certificates()
                        .size());
    }

    @Test
    void whileNobodyGathersTheAgenciesAreAskedAndTheRestIsHandedOver() {
        kernel.deliveries.away = true;
        HandoverId id = consented(Kernel.TAX);
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        kernel.sweep.round();
        assertEquals(1, kernel.agencies.questions.size());
        assertEquals(HandoverState.COLLECTING, state(id));
        assertEquals(new Gathering(List.of(), false, ""), gathering(id));
        kernel.clock.pass(Duration.ofMinutes(16));
        kernel.sweep.round();
        assertEquals(new Gathering(List.of(), true, "LINKAGE-011"), gathering(id));
        done(kernel.handovers.release(who, id, Set.of(Kernel.TAX)));
    }

    @Test
    void theyAreGatheredOnceThereIsSomebodyWhoDoes() {
        kernel.deliveries.away = true;
        HandoverId id = consented(Kernel.TAX);
        kernel.deliveries.away = false;
        kernel.clock.pass(Duration.ofSeconds(31));
        kernel.sweep.round();
        kernel.clock.pass(Duration.ofSeconds(31));
        kernel.sweep.round();
        assertEquals(1, kernel.deliveries.bundles.size());
        assertEquals(1, kernel.agencies.questions.size());
        assertTrue(kernel.handovers.find(id).orElseThrow().bundle().isPresent());
    }

    // Taking back

    @Test
    void refusedRevokedOrOverNothingOfThemIsKept() {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        done(kernel.handovers.refuse(who, consented()));
        assertTrue(kernel.deliveries.bundles.isEmpty());
        done(kernel.handovers.revoke(who, consented()));
        assertTrue(kernel.deliveries.bundles.isEmpty());

        HandoverId released = released(life);
        done(kernel.handovers.revoke(who, released));
        assertEquals(Optional.empty(), kernel.stores.handovers().data(released));
        assertInstanceOf(Fetched.Nothing.class, kernel.handovers.fetch(TAX_OFFICE, released));

        HandoverId left = consented();
        kernel.clock.pass(Duration.ofHours(25));
        kernel.sweep.round();
        assertEquals(HandoverState.EXPIRED, state(left));
        assertTrue(kernel.deliveries.bundles.isEmpty());
    }

    @Test
    void theEndOfTheSitesLinkDestroysThemAlsoWhileNobodyGathers() {
        kernel.deliveries.holds("life", "TEG800", XML);
        HandoverId id = consented();
        kernel.deliveries.away = true;
        kernel.links.revoke(who, toTaxOffice.consent());
        kernel.sweep.round();
        assertEquals(1, kernel.deliveries.bundles.size());
        kernel.deliveries.away = false;
        kernel.clock.pass(Duration.ofMinutes(1));
        kernel.sweep.round();
        assertEquals(HandoverState.REVOKED, state(id));
        assertTrue(kernel.deliveries.bundles.isEmpty());
    }

    @Test
    void theEndOfADeliveryServicesLinkTakesBackWhatCameOverIt() {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        HandoverId alone = released(life);
        HandoverId beside = consented(Kernel.TAX);
        kernel.agencies.answers.put(Kernel.TAX, ToyAgencies.found("5000000"));
        done(kernel.handovers.release(who, beside, new Choice(Set.of(Kernel.TAX), Set.of(life))));
        HandoverId later = consented();

        kernel.links.revoke(who, toPost.consent());
        kernel.link(who, ToyHoldings.POST);

        assertInstanceOf(Fetched.Nothing.class, kernel.handovers.fetch(TAX_OFFICE, alone));
        Fetched.Data data = assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(TAX_OFFICE, beside));
        assertEquals(List.of(), data.certificates());
        assertEquals(Set.of(Kernel.TAX), data.items().keySet());
        kernel.links.revoke(
                who,
                kernel.links
                        .find(who.principal(), ToyHoldings.POST)
                        .orElseThrow()
                        .consent());
        assertEquals(new Step.NotAllowed(Set.of()), kernel.handovers.release(who, later, only(life)));
    }

    @Test
    void whatTheFileNoLongerAllowsDoesNotGoOut() {
        HoldingRef life = kernel.deliveries.holds("life", "TEG800", XML);
        HandoverId id = released(life);
        kernel.put(TAX_OFFICE, Map.of("deductions", "TEG800"));
        assertEquals(
                Optional.empty(),
                assertInstanceOf(Fetched.Data.class, kernel.handovers.fetch(TAX_OFFICE, id))
                        .certificates()
                        .get(0)
                        .document());
        kernel.put(TAX_OFFICE, Map.of("deductions", "TEG850"));
        assertInstanceOf(Fetched.Nothing.class, kernel.handovers.fetch(TAX_OFFICE, id));
    }
}
