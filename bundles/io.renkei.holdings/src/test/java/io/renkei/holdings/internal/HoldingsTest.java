package io.renkei.holdings.internal;

import static io.renkei.holdings.internal.Portal.BOX;
import static io.renkei.holdings.internal.Portal.POST;
import static io.renkei.holdings.internal.Portal.YEAR;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Sender;
import io.renkei.ports.health.Finding;
import io.renkei.ports.holdings.Answer;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.BundleView.Item;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.HoldingAccess;
import io.renkei.ports.holdings.HoldingAccess.ReadReceipt;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Holdings.Document;
import io.renkei.ports.holdings.Holdings.Opened;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.state.StateUnavailable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Journeys of a person over two services, on a real store. Each test has a person of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class HoldingsTest {

    private static final String LIFE = "insurer-" + YEAR;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Portal portal;
    private AccountId me;
    private Link post;
    private Link box;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        portal = new Portal(folder);
    }

    @AfterAll
    void close() throws IOException {
        portal.close();
    }

    @BeforeEach
    void linkBoth() {
        me = portal.somebody();
        post = portal.links.link(me, POST);
        box = portal.links.link(me, BOX);
    }

    @AfterEach
    void mend() {
        portal.sandbox.order("reset-faults", "{}");
        portal.flaw("mypost", LIFE, "");
        portal.settings = Portal.settings(HOUR, HOUR, PATIENCE);
    }

    @Test
    void aPersonPicksSendersAndSeesWhatTheySend() {
        assertEquals(Set.of(LIFE, "insurer-" + (YEAR - 1)), ids(POST));
        assertEquals(
                Optional.of(true),
                portal.holdings().pick(me, POST, "bank", true).given());
        assertEquals(
                Optional.of(false),
                portal.holdings().pick(me, POST, "nobody", true).given());

        assertEquals(Set.of(LIFE, "insurer-" + (YEAR - 1), "bank-" + YEAR, "bank-" + (YEAR - 1)), ids(POST));
        assertEquals(2, ids(BOX).size(), "what is picked at one service is not at another");
        List<Sender> senders = given(portal.holdings().senders(me), POST);
        assertTrue(senders.stream().allMatch(Sender::picked));
    }

    @Test
    void anOpenedCertificateIsVerifiedAndTheServiceIsTold() {
        Opened opened = openLife();
        assertEquals(Verdict.VERIFIED, opened.judgement().verdict());
        DeductionCertificate certificate = opened.document().orElseThrow().certificate();
        assertEquals("8999999999901", certificate.certificate().issuer().digits());
        assertEquals(YEAR, certificate.certificate().year());

        await().atMost(PATIENCE).until(() -> portal.opened("mypost", post).has(LIFE));
        await().atMost(PATIENCE).until(() -> lastAccess().receipt() == ReadReceipt.SENT);
        assertEquals(Optional.of(opened.judgement()), lastAccess().judgement());
        assertEquals(new HoldingRef(POST, LIFE), lastAccess().holding());
        assertEquals(post.consent(), lastAccess().link());
    }

    @Test
    void openedAgainItsFirstReadReceiptStays() {
        openLife();
        await().atMost(PATIENCE).until(() -> portal.opened("mypost", post).has(LIFE));
        String first = portal.opened("mypost", post).path(LIFE).asText();
        openLife();
        await().atMost(PATIENCE)
                .until(() -> accesses().stream().allMatch(access -> access.receipt() == ReadReceipt.SENT));
        assertEquals(2, accesses().size());
        assertEquals(first, portal.opened("mypost", post).path(LIFE).asText());
    }

    @Test
    void aReadReceiptComesInTheEndToAServiceThatCouldNotBeTold() {
        byte[] life = openLife().document().orElseThrow().xml();
        SiteId deaf = new SiteId("deaf-post");
        ToySource toy = new ToySource("deaf-post", "TEG800", YEAR, life, new CountDownLatch(0));
        toy.deaf.set(3);
        portal.links.link(me, deaf);
        portal.sources.add(toy);
        try {
            assertEquals(Verdict.VERIFIED, open(deaf, "toy-1").judgement().verdict());
            await().atMost(PATIENCE).until(() -> lastAccess().receipt() == ReadReceipt.SENT);
            assertEquals(Set.of("toy-1"), toy.read());
        } finally {
            portal.sources.remove(toy);
        }
    }

    @Test
    void whatWasChangedIsForgedAndNotShown() {
        portal.flaw("mypost", LIFE, "changed");
        Opened opened = openLife();
        assertEquals(Verdict.FORGED, opened.judgement().verdict());
        assertEquals("HOLDINGS-005", opened.judgement().code());
        assertEquals(Optional.empty(), opened.document());
        assertTrue(opened.judgement().digest().isPresent());
        assertEquals(ReadReceipt.NONE, lastAccess().receipt());
        assertEquals(Verdict.FORGED, lastAccess().judgement().orElseThrow().verdict());
    }

    @Test
    void whatAnotherIssuerSignedIsForged() {
        portal.flaw("mypost", LIFE, "other-issuer");
        Opened opened = openLife();
        assertEquals(Verdict.FORGED, opened.judgement().verdict());
        assertEquals("HOLDINGS-007", opened.judgement().code());
        assertEquals(Optional.empty(), opened.document());
    }

    @Test
    void whatIsNoCertificateIsUnreadable() {
        portal.put("mypost", post, "rubbish", "TEG800", YEAR, "<a/>".getBytes());
        portal.put("mypost", post, "doctype", "TEG800", YEAR, "<!DOCTYPE a []><a/>".getBytes());
        portal.put("mypost", post, "zeros", "TEG800", YEAR, new byte[70_000]);
        for (String id : new String[] {"rubbish", "doctype", "zeros"}) {
            assertEquals("HOLDINGS-008", open(POST, id).judgement().code(), id);
        }
        assertEquals("HOLDINGS-011", open(POST, "nothing").judgement().code());
    }

    @Test
    void whatIsTooLargeIsNamedAndHoldsUpNoOther() {
        portal.put("mypost", post, "large", "TEG800", YEAR, new byte[70_000]);
        HoldingsSettings all = portal.settings;
        portal.settings = new HoldingsSettings(
                all.services(),
                all.answer(),
                all.parallel(),
                60_000,
                all.giveUp(),
                all.longestPause(),
                all.keep(),
                all.receiptGiveUp(),
                all.records(),
                all.issuers());
        BundleView bundle = gather();
        assertEquals(Verdict.UNREADABLE, verdicts(bundle).get("my-post/large"));
        assertEquals(Verdict.VERIFIED, verdicts(bundle).get("my-post/" + LIFE));
        assertEquals("HOLDINGS-010", open(POST, "large").judgement().code());
    }

    @Test
    void whileThereAreNoLinksNothingIsReleased() {
        BundleId id = gather().id();
        portal.areLinksAway = true;
        try {
            assertThrows(StateUnavailable.class, () -> portal.holdings().list(me));
            assertThrows(StateUnavailable.class, () -> portal.holdings().open(me, new HoldingRef(POST, LIFE)));
            assertThrows(StateUnavailable.class, () -> zip(id));
        } finally {
            portal.areLinksAway = false;
        }
    }

    @Test
    void withoutRootsNothingIsJudged() {
        var roots = portal.roots;
        portal.roots = Set.of();
        try {
            assertEquals(
                    new Answer.Missing<Opened>("HOLDINGS-006"),
                    portal.holdings().open(me, new HoldingRef(POST, LIFE)));
            assertTrue(findings().contains("HOLDINGS-006"));
        } finally {
            portal.roots = roots;
        }
    }

    @Test
    void theCertificatesOfAYearComeInOneGo() throws IOException {
        portal.holdings().pick(me, BOX, "bank", true);
        byte[] life = openLife().document().orElseThrow().xml();
        portal.put("mypost", post, "wrong-kind", "TEG810", YEAR, life);
        portal.put("mypost", post, "letter", "LETTER", YEAR, life);

        BundleView bundle = gather();

        assertEquals(
                Map.of(
                        "my-post/" + LIFE,
                        Verdict.VERIFIED,
                        "my-post/wrong-kind",
                        Verdict.FORGED,
                        "e-box/" + LIFE,
                        Verdict.VERIFIED,
                        "e-box/bank-" + YEAR,
                        Verdict.VERIFIED),
                verdicts(bundle));
        assertFalse(portal.opened("ebox", box).has(LIFE), "gathered is not opened");

        Map<String, byte[]> zip = zip(bundle.id());
        assertEquals(
                Set.of(
                        "list.json",
                        "my-post/TEG800-" + LIFE + ".xml",
                        "e-box/TEG800-" + LIFE + ".xml",
                        "e-box/TEG850-bank-" + YEAR + ".xml"),
                zip.keySet());
        assertArrayEquals(life, zip.get("my-post/TEG800-" + LIFE + ".xml"));
        JsonNode list = new ObjectMapper().readTree(zip.get("list.json"));
        assertEquals(
                List.of("HOLDINGS-009"),
                list.findValuesAsText("code").stream()
                        .filter(code -> !code.isEmpty())
                        .toList());
        assertTrue(list.path("complete").booleanValue());

        List<DeductionCertificate> values =
                portal.holdings().certificates(me, bundle.id()).orElseThrow();
        assertEquals(3, values.size());
        assertTrue(values.stream().allMatch(each -> each.certificate().year() == YEAR));
        await().atMost(PATIENCE).until(() -> portal.opened("ebox", box).has("bank-" + YEAR));
    }

    @Test
    void forAHandoverItsKindsAreGatheredBesideThePersonsOwnAndOneDocumentIsHadAtATime() throws IOException {
        portal.holdings().pick(me, POST, "bank", true);
        BundleId own = gather().id();
        HandoverId handover = new HandoverId(UUID.randomUUID());
        DeductionWish wish = new DeductionWish(YEAR, Set.of("TEG850"), true);
        Instant until = Clock.systemUTC().instant().plus(HOUR);
        BundleId id = portal.holdings().collectFor(handover, me, wish, until);
        assertEquals(id, portal.kernel().holdings().collectFor(handover, me, wish, until));
        assertEquals(Map.of("my-post/bank-" + YEAR, Verdict.VERIFIED), verdicts(complete(id)));
        assertEquals(
                List.of(own),
                portal.holdings().bundles(me).stream().map(BundleView::id).toList());

        HoldingRef bank = new HoldingRef(POST, "bank-" + YEAR);
        Document document = portal.holdings().document(me, id, bank).orElseThrow();
        assertEquals(document.certificate().judgement().digest(), Optional.of(Sha256.of(document.xml())));
        assertEquals("TEG850", document.certificate().certificate().kind());
        assertFalse(portal.opened("mypost", post).has("bank-" + YEAR));
        assertEquals(Optional.empty(), portal.holdings().document(me, id, new HoldingRef(POST, LIFE)));
        assertEquals(Optional.empty(), portal.holdings().document(portal.somebody(), id, bank));

        gather();
        assertTrue(portal.holdings().document(me, id, bank).isPresent(), "the person gathers anew");
        portal.links.revoke(Actor.self(me), post.consent());
        portal.links.link(me, POST);
        assertEquals(Optional.empty(), portal.holdings().document(me, id, bank));
        portal.holdings().forget(me, id);
        assertEquals(Optional.empty(), portal.holdings().find(me, id));
    }

    @Test
    void whatWasForgedOnItsWayIsInNoHandover() throws IOException {
        portal.flaw("mypost", LIFE, "changed");
        BundleId id = portal.holdings()
                .collectFor(
                        new HandoverId(UUID.randomUUID()),
                        me,
                        new DeductionWish(YEAR, Set.of("TEG800"), false),
                        Clock.systemUTC().instant().plus(HOUR));
        assertEquals(Verdict.FORGED, verdicts(complete(id)).get("my-post/" + LIFE));
        assertEquals(Optional.empty(), portal.holdings().document(me, id, new HoldingRef(POST, LIFE)));
        assertTrue(portal.holdings().certificates(me, id).orElseThrow().stream()
                .allMatch(each -> each.from().service().equals(BOX)));
    }

    @Test
    void aServiceThatIsDownIsNamedAndHoldsUpNoOther() throws IOException {
        portal.settings = Portal.settings(Duration.ZERO, HOUR, PATIENCE);
        portal.sandbox.down("private-delivery.ebox");

        assertEquals(
                new Answer.Missing<List<Holding>>("PRIVATEDELIVERY-001"),
                portal.holdings().list(me).get(BOX));
        assertFalse(ids(POST).isEmpty());
        assertTrue(findings().contains("e-box (PRIVATEDELIVERY-001)"));
        BundleView bundle = gather();
        assertEquals(PartState.MISSING, part(bundle, BOX).state());
        assertEquals("PRIVATEDELIVERY-001", part(bundle, BOX).code());
        assertEquals(PartState.COMPLETE, part(bundle, POST).state());
        assertEquals(
                Set.of("list.json", "my-post/TEG800-" + LIFE + ".xml"),
                zip(bundle.id()).keySet());

        portal.sandbox.order("reset-faults", "{}");
        assertEquals(2, ids(BOX).size());
        assertFalse(findings().contains("e-box"));
    }

    @Test
    void aServiceThatDoesNotKnowThePersonIsNamedAtOnce() {
        portal.forget("ebox", box);
        BundleView bundle = gather();
        assertEquals("PRIVATEDELIVERY-004", part(bundle, BOX).code());
        assertEquals(PartState.COMPLETE, part(bundle, POST).state());
        assertFalse(findings().contains("e-box"), "that is about one person");
    }

    @Test
    void aServiceWithoutConnectorIsNamed() {
        SiteId other = new SiteId("other-post");
        portal.links.link(me, other);
        assertFalse(portal.holdings().list(me).containsKey(other), "no service, as far as anybody said");
        HoldingsSettings all = Portal.settings(Duration.ZERO, HOUR, PATIENCE);
        portal.settings = new HoldingsSettings(
                Set.of(other),
                all.answer(),
                all.parallel(),
                all.mostBytes(),
                all.giveUp(),
                all.longestPause(),
                all.keep(),
                all.receiptGiveUp(),
                all.records(),
                all.issuers());
        assertEquals(
                new Answer.Missing<List<Holding>>("HOLDINGS-002"),
                portal.holdings().list(me).get(other));
        assertEquals("HOLDINGS-002", part(gather(), other).code());
        assertTrue(findings().contains("other-post: HOLDINGS-002"));
    }

    @Test
    void aRevokedLinkReleasesNothing() throws IOException {
        BundleView bundle = gather();
        portal.links.revoke(Actor.self(me), box.consent());

        for (BundleView seen : List.of(
                portal.holdings().find(me, bundle.id()).orElseThrow(),
                portal.holdings().bundles(me).get(0))) {
            assertEquals(PartState.MISSING, part(seen, BOX).state());
            assertEquals("HOLDINGS-001", part(seen, BOX).code());
            assertEquals(PartState.COMPLETE, part(seen, POST).state());
        }
        assertFalse(portal.holdings().list(me).containsKey(BOX));
        assertEquals(
                new Answer.Missing<Opened>("HOLDINGS-001"), portal.holdings().open(me, new HoldingRef(BOX, LIFE)));
        assertEquals(
                new Answer.Missing<Boolean>("HOLDINGS-001"), portal.holdings().pick(me, BOX, "bank", true));
        assertEquals(
                Set.of("list.json", "my-post/TEG800-" + LIFE + ".xml"),
                zip(bundle.id()).keySet());

        portal.links.link(me, BOX);
        assertEquals(2, zip(bundle.id()).size(), "a new link does not release what came over the old one");
        assertTrue(portal.holdings().certificates(me, bundle.id()).orElseThrow().stream()
                .allMatch(each -> each.from().service().equals(POST)));
        assertEquals(0, portal.opened("ebox", box).size());
    }

    @Test
    void aLinkThatEndsWhileItIsGatheredIsNamed() {
        Kernel standing = portal.kernel();
        BundleId id = standing.holdings().collect(me, YEAR);
        portal.links.revoke(Actor.self(me), box.consent());
        BundleView bundle = complete(id);
        assertTrue(Set.of("", "HOLDINGS-001").contains(part(bundle, BOX).code()));
        portal.links.revoke(Actor.self(me), post.consent());
        assertEquals(
                new Answer.Missing<Opened>("HOLDINGS-001"), portal.holdings().open(me, new HoldingRef(POST, LIFE)));
    }

    @Test
    void whatANodeBeganAnotherGathers() {
        Kernel stopped = portal.kernel();
        BundleView bundle = complete(stopped.holdings().collect(me, YEAR));
        assertEquals(2, verdicts(bundle).size());
    }

    @Test
    void aYearIsGatheredOnceAtATimeAndALaterBundleTakesThePlaceOfTheEarlier() {
        BundleId first = gather().id();
        BundleId second = gather().id();
        assertNotEquals(first, second);
        assertEquals(
                List.of(second),
                portal.holdings().bundles(me).stream().map(BundleView::id).toList());
        assertEquals(Optional.empty(), portal.holdings().zip(me, first));
        assertThrows(IllegalArgumentException.class, () -> portal.holdings().collect(me, YEAR + 1));
        assertThrows(IllegalArgumentException.class, () -> portal.holdings().collect(me, YEAR - 7));
    }

    @Test
    void aBundleIsItsPersonsAloneAndGoesWhenForgottenOrOver() throws IOException {
        BundleId id = gather().id();
        AccountId other = portal.somebody();
        assertEquals(Optional.empty(), portal.holdings().find(other, id));
        assertEquals(Optional.empty(), portal.holdings().zip(other, id));
        assertEquals(Optional.empty(), portal.holdings().certificates(other, id));
        portal.holdings().forget(other, id);
        assertTrue(portal.holdings().find(me, id).isPresent());

        portal.holdings().forget(me, id);
        assertEquals(Optional.empty(), portal.holdings().find(me, id));
        assertEquals(2, accesses().size(), "the records stay");

        portal.settings = Portal.settings(HOUR, Duration.ZERO, PATIENCE);
        BundleId over = portal.holdings().collect(me, YEAR);
        await().atMost(PATIENCE).until(() -> portal.holdings().find(me, over).isEmpty());
    }

    @Test
    void whoDidNotWaitForTheAnswerHasOpenedNothing() {
        byte[] life = openLife().document().orElseThrow().xml();
        CountDownLatch let = new CountDownLatch(1);
        SiteId slow = new SiteId("slow-post");
        ToySource toy = new ToySource("slow-post", "TEG800", YEAR, life, let);
        portal.links.link(me, slow);
        portal.sources.add(toy);
        try {
            portal.settings = Portal.settings(HOUR, HOUR, Duration.ofMillis(100));
            assertEquals(
                    new Answer.Missing<Opened>("HOLDINGS-003"),
                    portal.holdings().open(me, new HoldingRef(slow, "toy-1")));
            BundleId id = portal.holdings().collect(me, YEAR);
            await().atMost(PATIENCE)
                    .until(() -> part(find(id), POST).state() == PartState.COMPLETE
                            && part(find(id), BOX).state() == PartState.COMPLETE);
            assertEquals(PartState.COLLECTING, part(find(id), slow).state(), "it holds up no other");
            assertEquals(id, portal.holdings().collect(me, YEAR), "the same while it goes on");

            let.countDown();
            assertEquals(3, verdicts(complete(id)).size());
            await().atMost(PATIENCE)
                    .until(() -> accesses().stream()
                            .filter(access -> access.holding().service().equals(slow))
                            .allMatch(access -> access.judgement().isPresent()));
            assertTrue(accesses().stream()
                    .filter(access -> access.holding().service().equals(slow))
                    .allMatch(access -> access.receipt() == ReadReceipt.NONE));
            assertEquals(Set.of(), toy.read());
        } finally {
            let.countDown();
            portal.sources.remove(toy);
        }
    }

    private Opened openLife() {
        return open(POST, LIFE);
    }

    private Opened open(SiteId service, String id) {
        return portal.holdings().open(me, new HoldingRef(service, id)).given().orElseThrow();
    }

    private BundleView gather() {
        return complete(portal.holdings().collect(me, YEAR));
    }

    private BundleView complete(BundleId id) {
        await().atMost(PATIENCE).until(() -> find(id).isComplete());
        return find(id);
    }

    private BundleView find(BundleId id) {
        return portal.holdings().find(me, id).orElseThrow();
    }

    private static BundleView.Part part(BundleView bundle, SiteId service) {
        return bundle.parts().stream()
                .filter(part -> part.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Verdict> verdicts(BundleView bundle) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (BundleView.Part part : bundle.parts()) {
            for (Item item : part.items()) {
                verdicts.put(item.from().toString(), item.judgement().verdict());
            }
        }
        return verdicts;
    }

    private Map<String, byte[]> zip(BundleId id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        portal.holdings().zip(me, id).orElseThrow().writeTo(out);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private Set<String> ids(SiteId service) {
        return Set.copyOf(given(portal.holdings().list(me), service).stream()
                .map(Holding::id)
                .toList());
    }

    private static <T> T given(Map<SiteId, Answer<T>> answers, SiteId service) {
        return answers.get(service).given().orElseThrow();
    }

    private List<HoldingAccess> accesses() {
        return portal.holdings().accesses(me, Optional.empty(), 100);
    }

    private HoldingAccess lastAccess() {
        return accesses().get(0);
    }

    private String findings() {
        return String.join(
                "\n",
                portal.running().findings().stream().map(Finding::sentence).toList());
    }
}
