package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/**
 * The gateway's process dies at each moment that matters and at moments that were drawn. After its next start everything
 * comes to its end by itself, its notices and events arrive, and no ministry gets a filing twice. The number of drawn kills
 * is the system property {@code renkei.kills}; {@code renkei.seed} draws the same moments again.
 */
public class KillITest {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int INBOXES = 3_000;
    /** Inboxes that one transaction fills. */
    private static final int AT_ONCE = 1_000;

    private static final int LATEST_MILLIS = 4_000;

    private static Instance instance;
    private static Partner partner;
    private static Halts halts;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.of(instance);
        halts = Halts.made();
        instance.killGateway();
        startAgain();
        partner.consent();
    }

    @After
    public void everythingWorksAgain() throws Exception {
        for (Moment moment : Moment.values()) {
            halts.disarm(moment);
        }
        partner.faultsOver();
        if (!instance.isGatewayRunning()) {
            startAgain();
        }
    }

    /** Large enough for its content to be written before the rest. */
    @Test
    public void whenTheContentIsStoredAndTheRestIsNot() throws Exception {
        Sent sent = killed(Moment.CONTENT_STORED, partner.newHireWithPaper());
        assertEquals("it was not accepted before", 201, partner.send(sent).status());
        finished(sent);
    }

    @Test
    public void whenTheIngestIsCommittedAndNobodyHasAReceipt() throws Exception {
        finished(killed(Moment.INGEST_COMMITTED));
    }

    @Test
    public void whenThePointerIsSentAndTheOutboxDoesNotKnow() throws Exception {
        finished(killed(Moment.POINTER_SENT));
    }

    @Test
    public void whenAnAttemptIsWrittenAndNothingIsSent() throws Exception {
        finished(killed(Moment.ATTEMPT_WRITTEN));
    }

    @Test
    public void whenTheMinistriesAcceptedAndTheirRepliesAreHeld() throws Exception {
        partner.fault(Partner.DESTINATIONS, "hold", 1);
        Sent sent = partner.tryToSend(partner.newHire());
        Await.until(LONGEST, partner::held, held -> held == Partner.DESTINATIONS.size());
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(sent.application().orElseThrow()));
        instance.killGateway();
        partner.faultsOver();
        startAgain();
        finished(sent);
    }

    @Test
    public void whenAnOutcomeIsCommitted() throws Exception {
        finished(killed(Moment.OUTCOME_COMMITTED));
    }

    @Test
    public void beforeAQueueGetsItsAcknowledgement() throws Exception {
        finished(killed(Moment.BEFORE_QUEUE_ACKNOWLEDGEMENT));
    }

    @Test
    public void whenACorrectionIsCommittedAndNobodyHasAReceipt() throws Exception {
        corrected(Moment.CORRECTION_COMMITTED);
    }

    @Test
    public void whenTheAttemptAtACorrectionIsWrittenAndNothingIsSent() throws Exception {
        corrected(Moment.ATTEMPT_WRITTEN);
    }

    @Test
    public void whenTheMinistryTookACorrectionAndItsReplyIsHeld() throws Exception {
        Asked asked = Asked.of(partner, instance);
        partner.fault(Asked.DESTINATION, "hold", 1);
        asked.correct().expect(201);
        Await.until(LONGEST, partner::held, held -> held == 1);
        instance.killGateway();
        partner.faultsOver();
        startAgain();
        asked.finished(LONGEST);
    }

    private static void corrected(Moment moment) throws Exception {
        Asked asked = Asked.of(partner, instance);
        halts.arm(moment);
        try {
            asked.correct();
        } catch (IOException died) {
            // The sender does not know, and sends it again.
        }
        Await.until(LONGEST, instance::isGatewayRunning, runs -> !runs);
        assertTrue("it ended there and not by something else", halts.hit(moment));
        startAgain();
        asked.finished(LONGEST);
    }

    @Test
    public void whenANoticeIsStoredAndItsSenderDoesNotKnow() throws Exception {
        finished(killed(Moment.NOTICE_STORED));
    }

    @Test
    public void whenAPaymentRequestIsCommittedAndItsMinistryDoesNotKnow() throws Exception {
        String application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        Paying paying = Paying.of(partner, Partner.caller(instance, "ministry-hello-work"), application);
        String number = Partner.newNumber().value();
        halts.arm(Moment.PAYMENT_COMMITTED);
        try {
            paying.request(number, 4_200, Paying.LATER);
        } catch (IOException died) {
            // The ministry does not know, and sends it again.
        }
        Await.until(LONGEST, instance::isGatewayRunning, runs -> !runs);
        assertTrue("it ended there and not by something else", halts.hit(Moment.PAYMENT_COMMITTED));
        startAgain();
        JsonNode again = paying.request(number, 4_200, Paying.LATER).expect(200).json();
        assertTrue(again.path("repeated").asBoolean());
        assertEquals(1, paying.list().size());
        Await.until(LONGEST, paying::told, List.of("WAITING")::equals);
    }

    @Test
    public void whenTheKeyOfADocumentIsDestroyedAndThatIsNotRecorded() throws Exception {
        erasedOnce(Moment.KEY_DESTROYED);
    }

    @Test
    public void whenAnErasureIsRecordedAndNotCommitted() throws Exception {
        erasedOnce(Moment.ERASURE_RECORDED);
    }

    /** The document was readable to its last byte before, and is gone with its one row of the chain and its one event after. */
    private static void erasedOnce(Moment moment) throws Exception {
        Path periods = instance.etc("io.renkei.notices.cfg");
        Path retention = instance.etc("io.renkei.notices.retention.cfg");
        String periodsBefore = Files.readString(periods);
        String retentionBefore = Files.readString(retention);
        try {
            inUse(periods, periodsBefore + "\nfetch.period.hello-work = PT1S\ndeadline.pause.millis = 200\n");
            String application = partner.submit();
            partner.awaitClosed(application, LONGEST);
            String asked = "/v1/notices?destination=hello-work&application=" + application;
            String notice = Await.until(
                            LONGEST,
                            () -> partner.gateway()
                                    .get(asked)
                                    .expect(200)
                                    .json()
                                    .path("notices"),
                            found -> found.size() == 1 && found.get(0).has("expired"))
                    .get(0)
                    .path("id")
                    .asText();
            halts.arm(moment);
            Files.writeString(retention, retentionBefore + "\nerase.after = PT1S\nerase.pause.millis = 200\n");
            Await.until(LONGEST, instance::isGatewayRunning, runs -> !runs);
            assertTrue("it ended there and not by something else", halts.hit(moment));
            startAgain();

            Await.until(
                    LONGEST,
                    () -> partner.gateway()
                            .get("/v1/notices/" + notice)
                            .expect(200)
                            .json(),
                    view -> view.has("erased"));
            assertEquals(
                    410,
                    partner.gateway().get("/v1/notices/" + notice + "/document").status());
            String filing = Correcting.filing(partner.view(application), "hello-work")
                    .path("key")
                    .asText();
            Await.until(
                    LONGEST,
                    () -> partner.events(application).getOrDefault(filing, Set.of()),
                    types -> types.contains("io.renkei.notice.erased"));
            byte[] evidence = partner.gateway()
                    .get("/v1/notices/" + notice + "/evidence")
                    .expect(200)
                    .raw()
                    .body();
            String rows = new String(NoticeFactsITest.entries(evidence).get("journal.json"), StandardCharsets.UTF_8);
            assertEquals("one row", 2, rows.split("NOTICE_ERASED", -1).length);
            instance.shell("renkei:verify-journal " + application).good();
        } finally {
            Files.writeString(periods, periodsBefore);
            Files.writeString(retention, retentionBefore);
        }
    }

    private static void inUse(Path settings, String text) throws Exception {
        Files.writeString(settings, text);
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:setting-list --json io.renkei.notices")
                        .output(),
                shown -> shown.contains("fetch.period.hello-work"));
    }

    @Test
    public void whenTheWebhookIsSentAndTheOutboxDoesNotKnow() throws Exception {
        finished(killed(Moment.WEBHOOK_SENT));
    }

    /** It ends when the first thousand inboxes have it and the others do not. */
    @Test
    public void whileAnAnnouncementIsOnItsWayIntoInboxes() throws Exception {
        String prefix = "kill-" + UUID.randomUUID() + "-";
        List<String> inboxes =
                IntStream.range(0, INBOXES).mapToObj(i -> prefix + i).toList();
        GatewayClient agency = Partner.caller(instance, "ministry-e-tax");
        String number = Partner.newNumber().value();
        halts.arm(Moment.INBOXES_FILLED);
        try {
            announce(agency, number, inboxes);
        } catch (IOException died) {
            // The agency does not know, and sends it again.
        }
        Await.until(LONGEST, instance::isGatewayRunning, runs -> !runs);
        assertTrue("it ended there and not by something else", halts.hit(Moment.INBOXES_FILLED));
        startAgain();
        String place = announce(agency, number, inboxes)
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Await.until(LONGEST, () -> progress(agency, place), progress -> progress.has("completed"));

        GatewayClient portal = Partner.caller(instance, "partner-portal");
        for (int i : new int[] {0, AT_ONCE - 1, AT_ONCE, INBOXES - 1}) {
            JsonNode list = portal.get("/v1/inboxes/" + inboxes.get(i) + "/announcements")
                    .expect(200)
                    .json()
                    .path("announcements");
            assertEquals(inboxes.get(i), 1, list.size());
            assertEquals("予定納税のお知らせ", list.at("/0/title").asText());
        }
    }

    private static Answer announce(GatewayClient agency, String number, List<String> inboxes) throws Exception {
        return agency.post(
                        "/v1/ministry/e-tax/announcements",
                        announcement(inboxes),
                        "Content-Type",
                        "application/x-ndjson",
                        "Idempotency-Key",
                        number)
                .expect(202);
    }

    private static JsonNode progress(GatewayClient agency, String place) throws Exception {
        return agency.get(place).expect(200).json();
    }

    private static byte[] announcement(List<String> inboxes) {
        StringBuilder all = new StringBuilder("{\"title\":\"予定納税のお知らせ\",\"title_en\":\"\","
                + "\"text\":\"第1期の納期限は7月31日です。\",\"text_en\":\"\",\"link\":\"\",\"until\":\"\"}\n");
        inboxes.forEach(inbox -> all.append("{\"inbox\":\"").append(inbox).append("\"}\n"));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The ministries die with the gateway at the last one. */
    @Test
    public void atMomentsThatWereDrawn() throws Exception {
        int kills = Integer.getInteger("renkei.kills", 2);
        long seed = Long.getLong("renkei.seed", System.nanoTime());
        System.out.println("renkei.seed=" + seed + " renkei.kills=" + kills);
        Random random = new Random(seed);
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            all.add(partner.tryToSend(partner.newHire()));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MILLIS));
            if (random.nextBoolean()) {
                all.add(partner.tryToSend(partner.newHire()));
            }
            instance.killGateway();
            if (i == kills - 1) {
                instance.killSandbox();
                instance.startSandbox();
            }
            startAgain();
        }
        for (Sent sent : all) {
            finished(sent);
        }
    }

    private static Sent killed(Moment moment) throws Exception {
        return killed(moment, partner.newHire());
    }

    private static Sent killed(Moment moment, Sent hire) throws Exception {
        halts.arm(moment);
        Sent sent = partner.tryToSend(hire);
        Await.until(LONGEST, instance::isGatewayRunning, runs -> !runs);
        assertTrue("it ended there and not by something else", halts.hit(moment));
        startAgain();
        return sent;
    }

    private static void startAgain() throws Exception {
        instance.startGateway(halts.environment());
        partner.awaitUp();
    }

    /** The sender, who may not know whether it was taken, sends it again. */
    private static void finished(Sent sent) throws Exception {
        var again = partner.send(sent).expect(200).json();
        String application = again.path("number").asText();
        assertTrue(again.path("repeated").asBoolean());
        assertEquals(sent.application().orElse(application), application);

        partner.awaitClosed(application, LONGEST);
        assertEquals(
                Partner.DESTINATIONS, partner.awaitNotices(application, LONGEST).keySet());
        partner.awaitEvents(application, LONGEST);
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
    }
}
