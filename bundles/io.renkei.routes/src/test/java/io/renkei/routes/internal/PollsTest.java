package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.NoticeReader;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollsTest {

    private static final ReceiptNumber NUMBER = new ReceiptNumber(ToyConnector.HELLO_WORK, "arrive-id", "202611240001");

    private final Gateway gateway = new Gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private void becomes(FilingKey filing, FilingState state) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> gateway.stateOf(filing) == state);
    }

    private static class Asked extends ToyConnector implements Reconciler {

        final List<Finding> findings = new CopyOnWriteArrayList<>();
        final AtomicInteger questions = new AtomicInteger();

        @Override
        public Finding lookUp(Question question) throws TransientFailure {
            int number = questions.getAndIncrement();
            if (findings.isEmpty()) {
                throw new TransientFailure("HW-CONNECT", null);
            }
            return findings.get(Math.min(number, findings.size() - 1));
        }
    }

    @Test
    void whatTheDestinationHasIsConfirmedWithItsNumberAndNotSentAgain() {
        Asked connector = new Asked();
        connector.findings.addAll(
                List.of(new Reconciler.Finding.NotYetKnown(), new Reconciler.Finding.Found(List.of(NUMBER))));
        FilingKey filing = gateway.filing(FilingState.UNKNOWN);
        gateway.add(connector);
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(List.of(NUMBER), gateway.state.view(filing).receipts());
        assertEquals(0, connector.tasks.size());
        assertEquals(2, connector.questions.get());
    }

    @Test
    void onlyWhatNeverArrivedIsSentAgain() {
        Asked connector = new Asked();
        connector.findings.add(new Reconciler.Finding.NeverArrived());
        FilingKey filing = gateway.filing(FilingState.UNKNOWN);
        gateway.add(connector);
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(1, connector.tasks.size());
    }

    @Test
    void whatNeverArrivesIsParkedWhenTheBudgetOfAttemptsIsSpent() {
        Asked connector = new Asked();
        connector.settings = ToyConnector.settings(1, Duration.ofSeconds(5), 3);
        connector.findings.add(new Reconciler.Finding.NeverArrived());
        connector.answer = task -> {
            throw new IllegalStateException("lost");
        };
        FilingKey filing = gateway.filing(FilingState.UNKNOWN);
        gateway.add(connector);
        becomes(filing, FilingState.PARKED);
        assertEquals("ROUTES-ATTEMPTS", gateway.state.view(filing).cause().orElseThrow());
        assertEquals(3, gateway.state.view(filing).attempts());
    }

    @Test
    void whoCannotBeAskedNowIsAskedAgain() {
        Asked connector = new Asked();
        FilingKey filing = gateway.filing(FilingState.UNKNOWN);
        gateway.add(connector);
        await().until(() -> connector.questions.get() > 2);
        assertEquals(FilingState.UNKNOWN, gateway.stateOf(filing));
        connector.findings.add(new Reconciler.Finding.Found(List.of(NUMBER)));
        becomes(filing, FilingState.TRANSMITTED);
    }

    @Test
    void anExpiredLeaseIsUnknownAndAskedAbout() {
        Asked connector = new Asked();
        connector.findings.add(new Reconciler.Finding.Found(List.of(NUMBER)));
        FilingKey filing = gateway.filing(FilingState.ATTEMPTING);
        gateway.state.row(filing).lease = Instant.now().minusSeconds(1);
        gateway.add(connector);
        becomes(filing, FilingState.TRANSMITTED);
    }

    @Test
    void whereNothingIsOpenNobodyAsksUntilALookForAllDestinationsFindsSomething() {
        Asked connector = new Asked();
        connector.findings.add(new Reconciler.Finding.Found(List.of(NUMBER)));
        gateway.add(connector);
        await().until(() -> gateway.state.looks.get() > 0);
        int claims = gateway.state.claims.get();
        int looks = gateway.state.looks.get();
        await().until(() -> gateway.state.looks.get() > looks + 3);
        assertEquals(claims, gateway.state.claims.get());

        becomes(gateway.filing(FilingState.UNKNOWN), FilingState.TRANSMITTED);
    }

    private static final class Ministry extends ToyConnector implements StatusReader, NoticeReader, ReadReceiptSender {

        final List<FilingEvent> history = new CopyOnWriteArrayList<>();
        final List<NoticeHead> documents = new CopyOnWriteArrayList<>();
        final List<String> acknowledged = new CopyOnWriteArrayList<>();
        final List<ReadReceipt> told = new CopyOnWriteArrayList<>();
        final List<String> fetched = new CopyOnWriteArrayList<>();
        volatile int fetchFailures;
        volatile int acknowledgeFailures;
        volatile int tellFailures;
        volatile String untellable = "";
        volatile String defect = "";

        @Override
        public List<Status> statuses(List<Open> filings) {
            return filings.stream()
                    .map(open -> new Status(open.filing(), new ArrayList<>(history), List.of(NUMBER), "審査中", ""))
                    .toList();
        }

        @Override
        public List<NoticeHead> list(List<Open> filings) {
            List<NoticeHead> waiting = new ArrayList<>(documents);
            waiting.removeIf(head -> acknowledged.contains(head.id()));
            return waiting;
        }

        @Override
        public byte[] fetch(NoticeHead notice) throws TransientFailure {
            if (fetchFailures > 0) {
                fetchFailures--;
                throw new TransientFailure("HW-CONNECT", null);
            }
            fetched.add(notice.id());
            return ("公文書 " + notice.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public void acknowledge(NoticeHead notice) throws TransientFailure {
            if (acknowledgeFailures > 0) {
                acknowledgeFailures--;
                throw new TransientFailure("HW-CONNECT", null);
            }
            acknowledged.add(notice.id());
        }

        @Override
        public void send(ReadReceipt receipt) throws TransientFailure, PermanentFailure {
            if (receipt.noticeId().equals(untellable)) {
                throw new PermanentFailure("HW-NO-NAME", null);
            }
            if (receipt.noticeId().equals(defect)) {
                throw new IllegalStateException("a defect");
            }
            if (tellFailures > 0) {
                tellFailures--;
                throw new TransientFailure("HW-CONNECT", null);
            }
            told.add(receipt);
        }
    }

    @Test
    void aStatusBringsWhatIsNewAndNothingTwice() {
        Ministry ministry = new Ministry();
        FilingKey filing = gateway.filing(FilingState.TRANSMITTED);
        gateway.add(ministry);
        ministry.history.addAll(List.of(
                FilingEvent.ARRIVAL_CONFIRMED,
                FilingEvent.EXAMINATION_STARTED,
                FilingEvent.CORRECTION_ASKED,
                FilingEvent.CORRECTION_SENT));
        becomes(filing, FilingState.EXAMINING);
        await().during(Duration.ofMillis(200)).until(() -> gateway.stateOf(filing) == FilingState.EXAMINING);
        assertEquals(4, gateway.state.row(filing).events.size());
        ministry.history.add(FilingEvent.CORRECTION_ASKED);
        becomes(filing, FilingState.CORRECTION_REQUESTED);
        assertEquals(List.of(NUMBER), gateway.state.view(filing).receipts());
    }

    @Test
    void aProcedureIsNotClosedBeforeItsDocumentsAreStored() {
        Ministry ministry = new Ministry();
        ministry.fetchFailures = 5;
        ministry.history.addAll(List.of(
                FilingEvent.ARRIVAL_CONFIRMED,
                FilingEvent.EXAMINATION_STARTED,
                FilingEvent.DECISION_MADE,
                FilingEvent.PROCEDURE_CLOSED));
        ministry.documents.add(new NoticeReader.NoticeHead("D-1", "handle", Gateway.ACME));
        FilingKey filing = gateway.filing(FilingState.TRANSMITTED);
        gateway.add(ministry);
        becomes(filing, FilingState.DECIDED);
        assertTrue(gateway.notices.taken.isEmpty());
        becomes(filing, FilingState.CLOSED);
        assertArrayEquals(
                "公文書 D-1".getBytes(java.nio.charset.StandardCharsets.UTF_8), gateway.notices.taken.get("D-1"));
        assertEquals(List.of("D-1"), ministry.acknowledged);
        ministry.documents.add(new NoticeReader.NoticeHead("D-2", "handle", Gateway.ACME));
        await().until(() -> ministry.acknowledged.contains("D-2"));
    }

    @Test
    void aDocumentWhoseAcknowledgementFailedIsAcknowledgedAgainAndFetchedOnce() {
        Ministry ministry = new Ministry();
        ministry.acknowledgeFailures = 3;
        ministry.history.add(FilingEvent.ARRIVAL_CONFIRMED);
        ministry.documents.add(new NoticeReader.NoticeHead("D-1", "handle", Gateway.ACME));
        gateway.filing(FilingState.TRANSMITTED);
        gateway.add(ministry);
        await().until(() -> ministry.acknowledged.contains("D-1"));
        assertEquals(List.of("D-1"), ministry.fetched);
        assertEquals(0, ministry.acknowledgeFailures);
    }

    @Test
    void aDeadlineIsToldUntilItsDestinationKnowsThatTheDocumentWasFetched() {
        Ministry ministry = new Ministry();
        Instant deadline = gateway.state.clock.instant().plus(Duration.ofDays(3));
        ministry.documents.add(new NoticeReader.NoticeHead("H-1", "handle", Gateway.ACME, Optional.of(deadline)));
        FilingKey filing = gateway.filing(FilingState.TRANSMITTED);
        gateway.add(ministry);
        await().until(() -> ministry.acknowledged.contains("H-1"));
        Instant now = gateway.state.clock.instant();
        assertEquals(
                1,
                gateway.deadlines.findings(now, Duration.ofDays(14)).size(),
                "stored, and not yet fetched by anybody");
        gateway.notices.fetched.add(fetched(filing));
        await().until(() -> gateway.deadlines.findings(now, Duration.ofDays(14)).isEmpty());
    }

    @Test
    void theIssuerIsToldOnceThatItsDocumentWasFetched() {
        Ministry ministry = new Ministry();
        ministry.tellFailures = 3;
        FilingKey filing = gateway.filing(FilingState.CLOSED);
        gateway.notices.fetched.add(fetched(filing));
        gateway.add(ministry);
        await().until(() -> gateway.notices.fetched.isEmpty());
        assertEquals(1, ministry.told.size());
        assertEquals("H-1", ministry.told.get(0).noticeId());
        assertEquals(filing, ministry.told.get(0).filing());
    }

    /** Such as one that came by another way and has no name at the destination. */
    @Test
    void oneThatTheDestinationHasNoNameForEndsWithThatFactAndIsNotTriedAgain() {
        Ministry ministry = new Ministry();
        ministry.untellable = "other way";
        FilingKey filing = gateway.filing(FilingState.CLOSED);
        NoticeView nameless = fetched(filing, "other way");
        gateway.notices.fetched.add(nameless);
        gateway.notices.fetched.add(fetched(filing));
        gateway.add(ministry);
        await().until(() -> gateway.notices.fetched.isEmpty());
        assertEquals("H-1", ministry.told.get(0).noticeId());
        assertEquals(Map.of(nameless.id(), "HW-NO-NAME"), gateway.notices.untold);
    }

    @Test
    void oneThatTheConnectorFailsWithHoldsUpNoOther() {
        Ministry ministry = new Ministry();
        ministry.defect = "odd";
        FilingKey filing = gateway.filing(FilingState.CLOSED);
        gateway.notices.fetched.add(fetched(filing, "odd"));
        gateway.notices.fetched.add(fetched(filing));
        gateway.add(ministry);
        await().until(() -> ministry.told.size() == 1);
        assertEquals("H-1", ministry.told.get(0).noticeId());
    }

    private static NoticeView fetched(FilingKey filing) {
        return fetched(filing, "H-1");
    }

    private static NoticeView fetched(FilingKey filing, String name) {
        return new NoticeView(
                new NoticeId(UUID.randomUUID()),
                ToyConnector.HELLO_WORK,
                "poll",
                name,
                NoticeVerdict.MATCHED,
                "雇-1",
                Optional.of(filing),
                Optional.of(Gateway.ACME),
                "資格取得等確認通知書",
                "",
                new ContentRef(UUID.randomUUID(), 1, Sha256.of(new byte[0])),
                NoticeFacts.received(Instant.EPOCH)
                        .with(NoticeFact.AVAILABLE, Instant.EPOCH)
                        .with(NoticeFact.FETCHED, Instant.EPOCH),
                false);
    }
}
