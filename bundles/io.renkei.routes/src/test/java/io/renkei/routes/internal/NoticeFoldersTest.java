package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.NoticeFolder.Left;
import io.renkei.api.spi.NoticeFolder.Receipt;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.health.Finding;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeVerdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class NoticeFoldersTest {

    private static final byte[] BYTES = "公文書".getBytes(StandardCharsets.UTF_8);
    private static final Left DOCUMENT = new Left("decision.xml", "1", Optional.empty());

    private final Gateway gateway = new Gateway();
    private final ToyFolder folder = new ToyFolder();

    @AfterEach
    void close() {
        gateway.close();
    }

    private void add() {
        gateway.host
                .folders()
                .add(
                        folder,
                        new ConnectorSource(
                                "io.renkei.connector.toy/0.1.0",
                                "toy",
                                getClass().getClassLoader(),
                                false));
    }

    private void visitedOnceMore() {
        int now = folder.visits.get();
        await().until(() -> folder.visits.get() > now + 1);
    }

    @Test
    void aDocumentIsStoredWithWhatItsNameSaysAndMovedOnceItIsJudged() {
        FilingKey filing = gateway.filing(FilingState.TRANSMITTED);
        Left document = new Left(filing + ".pdf", "1", Optional.of(filing));
        folder.documents.put(document, BYTES);
        add();
        await().until(() -> !gateway.notices.came.isEmpty());
        visitedOnceMore();
        assertTrue(folder.settled.isEmpty(), "nobody judged it yet");
        gateway.notices.verdict = NoticeVerdict.MATCHED;
        await().until(() -> folder.settled.containsKey(document));
        assertEquals(Optional.empty(), folder.settled.get(document).refusal());
        assertEquals(
                List.of(new TakenNotices.Came(
                        ToyConnector.HELLO_WORK,
                        "poll",
                        "",
                        new DeliveryNote(Optional.of(filing), Optional.empty()),
                        false)),
                gateway.notices.came);
        await().until(() -> folder.openVisits.get() == 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeVerdict.class,
            names = {"ORPHAN", "DUPLICATE", "SUPERSEDED", "WITHDRAWN"})
    void onlyWhatIsForgedIsRefused(NoticeVerdict verdict) {
        gateway.notices.verdict = verdict;
        folder.documents.put(DOCUMENT, BYTES);
        add();
        await().until(() -> folder.settled.containsKey(DOCUMENT));
        assertEquals(Optional.empty(), folder.settled.get(DOCUMENT).refusal());
    }

    @Test
    void aForgedOneIsRefusedWithItsCode() {
        gateway.notices.verdict = NoticeVerdict.FORGED;
        folder.documents.put(DOCUMENT, BYTES);
        add();
        await().until(() -> folder.settled.containsKey(DOCUMENT));
        assertEquals(Optional.of("NOTICES-003"), folder.settled.get(DOCUMENT).refusal());
    }

    @Test
    void whatIsTooLargeIsRefusedWithoutANotice() {
        folder.documents.put(DOCUMENT, new byte[TakenNotices.MOST_BYTES + 1]);
        add();
        await().until(() -> folder.settled.containsKey(DOCUMENT));
        assertEquals(new Receipt("", Optional.of("ROUTES-TOO-LARGE")), folder.settled.get(DOCUMENT));
        assertTrue(gateway.notices.taken.isEmpty());
    }

    @Test
    void oneThatIsStoredAndCannotBeMovedIsReadOnceAndMovedLater() {
        gateway.notices.verdict = NoticeVerdict.MATCHED;
        folder.immovable = DOCUMENT.name();
        folder.documents.put(DOCUMENT, BYTES);
        add();
        await().until(() -> !gateway.notices.came.isEmpty());
        visitedOnceMore();
        folder.immovable = "";
        await().until(() -> folder.settled.containsKey(DOCUMENT));
        assertEquals(1, folder.reads.get());
    }

    @Test
    void oneThatCannotBeMovedHoldsUpNoOther() {
        gateway.notices.verdict = NoticeVerdict.MATCHED;
        folder.immovable = "stays.xml";
        folder.documents.put(new Left("stays.xml", "1", Optional.empty()), BYTES);
        folder.documents.put(DOCUMENT, BYTES);
        folder.documents.put(new Left("third.xml", "1", Optional.empty()), BYTES);
        add();
        await().until(() -> folder.settled.size() == 2);
        await().until(() ->
                findings().stream().anyMatch(finding -> finding.sentence().contains("TOY-005")));
    }

    /** A kill forgets what was stored and not moved. */
    @Test
    void afterAKillItIsReadAgainAndMakesNoSecondNotice() {
        folder.documents.put(DOCUMENT, BYTES);
        add();
        await().until(() -> gateway.notices.came.size() == 1);
        gateway.host.folders().remove(folder);
        gateway.notices.verdict = NoticeVerdict.MATCHED;
        add();
        await().until(() -> folder.settled.containsKey(DOCUMENT));
        assertEquals(1, gateway.notices.taken.size());
        assertTrue(gateway.notices.came.get(1).repeated());
    }

    @Test
    void oneThatCannotBeReadHoldsUpNoOtherAndHealthSaysSo() {
        gateway.notices.verdict = NoticeVerdict.MATCHED;
        folder.unreadable = "changing.xml";
        folder.documents.put(new Left("changing.xml", "1", Optional.empty()), BYTES);
        folder.documents.put(DOCUMENT, BYTES);
        add();
        await().until(() -> folder.settled.containsKey(DOCUMENT));
        await().until(() ->
                findings().stream().anyMatch(finding -> finding.sentence().contains("a document could not be read")));
    }

    @Test
    void aServerThatIsAwayIsAWarningUntilItAnswers() {
        folder.failure = new TransientFailure("TOY-001", null);
        add();
        await().until(() -> findings().stream()
                .anyMatch(finding -> finding.level() == Finding.Level.WARNING
                        && finding.sentence().contains("TOY-001")));
        folder.failure = null;
        await().until(() -> findings().stream().allMatch(finding -> finding.level() == Finding.Level.OK));
        assertEquals(1, findings().size());
    }

    /** What must not be used tells its own trouble. */
    @Test
    void aFolderThatMustNotBeUsedIsAskedAgainAndIsNoWarning() {
        folder.failure = new PermanentFailure("TOY-002", null);
        add();
        visitedOnceMore();
        assertEquals(List.of(), findings());
    }

    @Test
    void whoHoldsTheNewsOfADestinationHoldsItsFolderToo() {
        add();
        visitedOnceMore();
        gateway.holds.put(new Hold(
                new Hold.Route(ToyConnector.HELLO_WORK, LaneRoute.NEWS),
                Hold.Kind.PAUSE,
                "maintenance",
                Optional.empty(),
                "operator",
                gateway.state.clock.instant()));
        await().until(() -> gateway.host.isHeld(ToyConnector.HELLO_WORK, LaneRoute.NEWS));
        int seen = folder.visits.get();
        await().during(Duration.ofMillis(400)).until(() -> folder.visits.get() <= seen + 1);
    }

    private List<Finding> findings() {
        return gateway.host.folders().findings();
    }
}
