package io.renkei.portal.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.outgoing.Teller;
import io.renkei.ports.outgoing.Webhook;
import io.renkei.ports.state.OutboxKind;
import io.renkei.trust.internal.RealSeal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TellerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Teller.Pauses PAUSES =
            new Teller.Pauses(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(300));

    @TempDir
    private static Path keys;

    private static RealSeal seal;

    private final Story story = new Story();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Receiver portal;

    @BeforeAll
    static void makeKey() {
        seal = new RealSeal(keys);
    }

    @BeforeEach
    void startPortal() throws IOException {
        portal = Receiver.plain();
        open.add(() -> portal.close());
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void aCommitIsToldAtOnceAndOnlyOnce() throws Exception {
        Teller patient =
                teller(portal.address(), new Teller.Pauses(Duration.ofSeconds(50), Duration.ofSeconds(60), PATIENCE));
        await().atMost(LONG).until(() -> story.outbox.drains.get() >= 2);
        String id = story.changes(story.filing(), FilingState.READY);
        await().atMost(LONG).until(() -> story.outbox.backlog() == 0);
        patient.close();
        assertEquals(List.of(id), portal.ids());
    }

    @Test
    void aNoticeIsDeliveredOnceThePortalTookIt() {
        portal.next(Receiver.status(503));
        NoticeView notice = story.notice(Optional.of(story.filing()));
        NoticeView other = story.notice(Optional.of(story.filing()));
        story.available(notice);
        story.tells(OutboxKind.NOTICE_SUPERSEDED, other);
        teller(portal.address());
        awaitAllTold();
        assertEquals(Map.of(notice.id(), "portal"), story.notices.delivered);
        assertEquals(4, portal.ids().size());
    }

    @Test
    void aRefusedEventComesAgainUnderTheSameIdUntilItIsTakenAndThenNeverAgain() throws Exception {
        portal.next(
                Receiver.status(500),
                Receiver.status(503),
                Receiver.redirect(307, portal.address()),
                Receiver.status(404));
        String id = story.changes(story.filing(), FilingState.ARRIVED);
        teller(portal.address());
        awaitAllTold();
        awaitSomeMoreLooks();
        assertEquals(List.of(id, id, id, id, id), portal.ids());
        assertEquals(List.of(id), portal.takenIds());
        for (Receiver.Call call : portal.calls) {
            assertTrue(Jws.detached(call.seal(), call.body())
                    .verifies(seal.published().jwks()));
        }
    }

    @Test
    void anEventWhoseAnswerIsLostOrLateComesAgainUnderTheSameId() {
        CountDownLatch late = new CountDownLatch(1);
        open.add(late::countDown);
        portal.next(Receiver.lost(), Receiver.when(new CountDownLatch(1), late));
        String id = story.changes(story.filing(), FilingState.ARRIVED);
        teller(portal.address());
        awaitAllTold();
        late.countDown();
        await().atMost(LONG).until(() -> portal.calls.size() >= 3);
        awaitSomeMoreLooks();
        assertEquals(Set.of(id), new HashSet<>(portal.ids()));
        assertEquals(List.of(id), ids(List.of(portal.calls.get(portal.calls.size() - 1))));
    }

    @Test
    void aPortalThatIsAwayGetsAllThatWaitsInOrderWhenItReturns() throws IOException {
        int port = portal.port();
        URI address = portal.address();
        portal.close();
        start(address, LONG, PAUSES);
        FilingKey filing = story.filing();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            told.add(story.available(story.notice(Optional.of(filing))));
        }
        int before = story.outbox.drains.get();
        await().atMost(LONG).until(() -> story.outbox.drains.get() >= before + 3);
        assertEquals(5, story.outbox.backlog());

        portal = Receiver.plain(port);
        awaitAllTold();
        awaitSomeMoreLooks();
        assertEquals(told, portal.ids());
    }

    @Test
    void theOrderHoldsWithinEachApplicationAndItsLastStateIsToldWhateverThePortalDoes() {
        Random random = new Random(20260401);
        for (int i = 0; i < 30; i++) {
            portal.next(
                    switch (random.nextInt(4)) {
                        case 0 -> Receiver.lost();
                        case 1 -> Receiver.status(500);
                        default -> Receiver.status(204);
                    });
        }
        teller(portal.address());
        List<FilingKey> filings = List.of(story.filing(), story.filing(), story.filing());
        List<FilingState> states =
                List.of(FilingState.READY, FilingState.ATTEMPTING, FilingState.ARRIVED, FilingState.DECIDED);
        for (int i = 0; i < 600; i++) {
            FilingKey filing = filings.get(random.nextInt(3));
            story.changes(filing, states.get(random.nextInt(4)));
            if (i % 7 == 0) {
                story.available(story.notice(Optional.of(filing)));
            }
        }
        awaitAllTold();

        Map<String, String> sequences = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Receiver.Call call : portal.calls) {
            for (JsonNode event : call.events()) {
                boolean first = ids.add(event.get("id").asText());
                if (first && call.taken()) {
                    String application = event.get("data").get("application").asText();
                    String sequence = event.get("sequence").asText();
                    String before = sequences.put(application, sequence);
                    assertTrue(before == null || before.compareTo(sequence) < 0, "of one application, in order");
                }
                if (call.taken() && event.get("data").has("state")) {
                    last.put(
                            event.get("subject").asText(),
                            event.get("data").get("state").asText());
                }
            }
        }
        for (FilingKey filing : filings) {
            assertEquals(story.filings.find(filing).orElseThrow().state().name(), last.get(filing.toString()));
        }
    }

    @Test
    void closingWaitsForTheAnswerThatIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closes = new CountDownLatch(1);
        open.add(closes::countDown);
        portal.next(Receiver.when(asked, closes));
        String id = story.changes(story.filing(), FilingState.ARRIVED);
        Teller first = start(portal.address(), LONG, new Teller.Pauses(LONG, LONG, LONG));
        awaitQuietly(asked);
        Thread closer = new Thread(first::close);
        closer.start();
        await().atMost(LONG).until(() -> closer.getState() == Thread.State.TIMED_WAITING);
        assertEquals(1, story.outbox.backlog());
        closes.countDown();
        closer.join(LONG.toMillis());
        assertEquals(0, story.outbox.backlog(), "it was taken and marked");

        teller(portal.address());
        awaitSomeMoreLooks();
        assertEquals(List.of(id), portal.ids());
    }

    @Test
    void closingGivesUpACallThatDoesNotEndAndTheNextOneTellsItsEvents() throws Exception {
        String id = story.changes(story.filing(), FilingState.ARRIVED);
        try (OddServer silent = new OddServer(OddServer.silent())) {
            Teller first = start(silent.address(), Duration.ofSeconds(50), PAUSES);
            await().atMost(LONG).until(() -> story.outbox.drains.get() == 1);
            assertTimeoutPreemptively(Duration.ofSeconds(10), first::close);
        }
        assertEquals(1, story.outbox.backlog());
        assertTrue(story.outbox.listeners.isEmpty(), "it listens to no commit any more");
        story.changes(story.filing(), FilingState.READY);

        teller(portal.address());
        awaitAllTold();
        assertEquals(id, portal.ids().get(0));
        assertEquals(2, portal.ids().size());
    }

    @Test
    void aFaultThatNobodyExpectsEndsNothing() {
        story.outbox.faults.set(3);
        String id = story.changes(story.filing(), FilingState.ARRIVED);
        teller(portal.address());
        awaitAllTold();
        assertEquals(List.of(id), portal.ids());
    }

    @Test
    void rowsOfOtherKindsAreLeftAlone() {
        story.outbox.commit(OutboxKind.FILING_READY, story.filing(), "hello-work");
        String id = story.changes(story.filing(), FilingState.ARRIVED);
        teller(portal.address());
        await().atMost(LONG).until(() -> story.outbox.backlog() == 1);
        awaitSomeMoreLooks();
        assertEquals(1, story.outbox.backlog());
        assertEquals(List.of(id), portal.ids());
    }

    private static List<String> ids(List<Receiver.Call> calls) {
        return calls.stream()
                .flatMap(call -> call.events().stream())
                .map(event -> event.get("id").asText())
                .toList();
    }

    private void awaitAllTold() {
        await().atMost(LONG).until(() -> story.outbox.backlog() == 0);
    }

    private void awaitSomeMoreLooks() {
        int now = story.outbox.drains.get();
        await().atMost(LONG).until(() -> story.outbox.drains.get() >= now + 4);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LONG.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Teller teller(URI address) {
        return teller(address, PAUSES);
    }

    private Teller teller(URI address, Teller.Pauses pauses) {
        return start(address, PATIENCE, pauses);
    }

    private Teller start(URI address, Duration patience, Teller.Pauses pauses) {
        try {
            Webhook webhook = new Webhook(address, SSLContext.getDefault(), patience, seal.sealer());
            Teller teller = new Teller(
                    "teller",
                    story.outbox,
                    new PortalFeed(story.outbox, story.events, story.deliveries::taken),
                    webhook,
                    new PortalReports(),
                    pauses);
            open.add(teller);
            teller.start();
            return teller;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
