package io.renkei.notices.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.rounds.Rounds;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.MemoryFilings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JudgeTest {

    private static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    private static final DestinationId E_TAX = new DestinationId("e-tax");
    private static final Ministry ROOT = Ministry.root();
    private static final Ministry SEAL = ROOT.issue("CN=公印,OU=Seal,O=Hello Work,C=JP");
    private static final Ministry TAX = ROOT.issue("CN=公印,OU=Seal,O=Tax Agency,C=JP");
    private static final FilingKey FILING = new FilingKey(number(), 1);

    private final MemoryFilings filings = new MemoryFilings();
    private final JudgedNotices notices = new JudgedNotices(filings);
    private final List<OfficialDocumentReader> readers = new CopyOnWriteArrayList<>(List.of(new ToyReader()));
    private Set<X509Certificate> anchors = Set.of(ROOT.certificate());
    private AllowedSigners signers = signers("signer.hello-work", "subject:OU=Seal,O=Hello Work,C=JP");
    private final Clock clock = Clock.systemUTC();
    private final NoticeReceiver receiver = new NoticeReceiver(notices, notices.contents, () -> 100_000, clock);
    private final Judge judge = new Judge(
            notices,
            filings,
            notices.contents,
            Desk.examination(purpose -> anchors, () -> readers, () -> signers, () -> Effect.Settings.NONE),
            new Periods(() -> Settings.of(Map.of(), Map.of()).periods(), day -> false),
            clock);

    @BeforeEach
    void aFilingIsExamined() {
        filings.put(FILING, HELLO_WORK, FilingState.EXAMINING);
    }

    private static ArrivalNumber number() {
        for (int check = 0; ; check++) {
            try {
                return new ArrivalNumber("20261124000000001" + check);
            } catch (IllegalArgumentException e) {
                if (check == 9) {
                    throw e;
                }
            }
        }
    }

    private static AllowedSigners signers(String key, String value) {
        List<String> faults = new ArrayList<>();
        AllowedSigners signers = AllowedSigners.read(Map.of(key, value), faults);
        assertEquals(List.of(), faults);
        return signers;
    }

    private NoticeView judged(DestinationId from, byte[] document) throws Exception {
        NoticeId id = receiver.receive(from, "rest", "", new ByteArrayInputStream(document))
                .id();
        judge.judge(id);
        return notices.row(id);
    }

    private void is(NoticeVerdict verdict, NoticesCode code, NoticeView notice) {
        assertEquals(verdict, notice.verdict());
        assertEquals(code.code(), notice.code());
    }

    @Test
    void aSealedDecisionIsMatchedAndClosesItsFiling() throws Exception {
        NoticeView notice = judged(HELLO_WORK, SEAL.seal("雇-1", FILING.toString(), "", true));
        assertEquals(NoticeVerdict.MATCHED, notice.verdict());
        assertEquals("資格取得等確認通知書", notice.title());
        assertEquals(FilingState.CLOSED, filings.state(FILING));
    }

    @Test
    void aDecisionThatClosesNothingLeavesItsFilingDecided() throws Exception {
        judged(HELLO_WORK, SEAL.seal("雇-1", FILING.toString(), "", false));
        assertEquals(FilingState.DECIDED, filings.state(FILING));
    }

    @Test
    void aFilingIsFoundByTheNumberOfItsDestinationToo() throws Exception {
        notices.receipts.put("hello-work R-1", FILING);
        assertEquals(
                NoticeVerdict.MATCHED,
                judged(HELLO_WORK, SEAL.seal("雇-1", "", "R-1", true)).verdict());
    }

    @Test
    void theSameBytesAreKeptOnceAndTheSameNumberIsADuplicate() throws Exception {
        byte[] document = SEAL.seal("雇-1", FILING.toString(), "", false);
        NoticeView first = judged(HELLO_WORK, document);
        assertEquals(first.id(), judged(HELLO_WORK, document).id());
        assertEquals(
                NoticeVerdict.DUPLICATE,
                judged(HELLO_WORK, SEAL.seal("雇-1", FILING.toString(), "", true))
                        .verdict());
        assertEquals(FilingState.DECIDED, filings.state(FILING));
    }

    @Test
    void aChangedDocumentIsForged() throws Exception {
        String sealed = new String(SEAL.seal("雇-1", FILING.toString(), "", true), StandardCharsets.UTF_8);
        byte[] changed = sealed.replace("雇-1", "雇-2").getBytes(StandardCharsets.UTF_8);
        is(NoticeVerdict.FORGED, NoticesCode.BAD_SEAL, judged(HELLO_WORK, changed));
        assertEquals(FilingState.EXAMINING, filings.state(FILING));
    }

    @Test
    void aSealOfAnUnknownRootIsForged() throws Exception {
        Ministry other = Ministry.root().issue("CN=公印,OU=Seal,O=Hello Work,C=JP");
        is(
                NoticeVerdict.FORGED,
                NoticesCode.BAD_SEAL,
                judged(HELLO_WORK, other.seal("雇-1", FILING.toString(), "", true)));
    }

    @Test
    void theGoodSealOfAnotherMinistryIsForged() throws Exception {
        is(
                NoticeVerdict.FORGED,
                NoticesCode.WRONG_SIGNER,
                judged(HELLO_WORK, TAX.seal("雇-1", FILING.toString(), "", true)));
        assertEquals(FilingState.EXAMINING, filings.state(FILING));
    }

    @Test
    void aDecisionOfAnothersFilingIsForged() throws Exception {
        signers = signers("signer.e-tax", "sha256:" + fingerprint(TAX));
        is(NoticeVerdict.FORGED, NoticesCode.OTHER_FILING, judged(E_TAX, TAX.seal("税-1", FILING.toString(), "", true)));
        assertEquals(FilingState.EXAMINING, filings.state(FILING));
    }

    private static String fingerprint(Ministry ministry) throws Exception {
        return Sha256.of(ministry.certificate().getEncoded()).hex();
    }

    @Test
    void aMatchedNoticeKeepsWhatWasFoundAndWhatItSays() throws Exception {
        NoticeView notice = judged(HELLO_WORK, SEAL.seal("雇-1", FILING.toString(), "", true));
        NoticeFacts.Verification found = notice.facts().verification().orElseThrow();
        assertEquals(fingerprint(SEAL), found.signers());
        assertTrue(found.finding().startsWith("signature good, path good at "), found::finding);
        assertEquals(Optional.of(LocalDate.EPOCH), notice.facts().issued());
        assertTrue(notices.said.get(notice.id()).closes());
        Instant until = notices.said.get(notice.id()).window().orElseThrow().until();
        assertEquals(90, ChronoUnit.DAYS.between(clock.instant(), until));
    }

    @Test
    void aDocumentThatReplacesAnotherOfItsFilingIsMatchedAndSaysSo() throws Exception {
        judged(HELLO_WORK, SEAL.seal("雇-1", FILING.toString(), "", false));
        NoticeView later = judged(HELLO_WORK, SEAL.seal("雇-2", FILING.toString(), "", true, "+雇-1"));
        assertEquals(NoticeVerdict.MATCHED, later.verdict());
        assertEquals(
                Optional.of(new Replaces("雇-1", false)),
                notices.said.get(later.id()).replaces());
        assertEquals(FilingState.CLOSED, filings.state(FILING));
    }

    @Test
    void whoTakesADecisionBackDecidesNothing() throws Exception {
        NoticeView notice = judged(HELLO_WORK, SEAL.seal("雇-2", FILING.toString(), "", true, "-雇-1"));
        assertEquals(NoticeVerdict.MATCHED, notice.verdict());
        assertEquals(FilingState.EXAMINING, filings.state(FILING));
    }

    @Test
    void aDocumentThatReplacesItselfOrOneOfAnotherFilingIsForged() throws Exception {
        FilingKey other = new FilingKey(number(), 2);
        filings.put(other, HELLO_WORK, FilingState.EXAMINING);
        judged(HELLO_WORK, SEAL.seal("雇-1", other.toString(), "", true));

        is(
                NoticeVerdict.FORGED,
                NoticesCode.OTHER_REPLACED,
                judged(HELLO_WORK, SEAL.seal("雇-2", FILING.toString(), "", true, "+雇-1")));
        is(
                NoticeVerdict.FORGED,
                NoticesCode.OTHER_REPLACED,
                judged(HELLO_WORK, SEAL.seal("雇-3", FILING.toString(), "", true, "-雇-3")));
        assertEquals(FilingState.EXAMINING, filings.state(FILING));
    }

    @Test
    void whatIsNoXmlOrHasADoctypeIsForged() throws Exception {
        is(NoticeVerdict.FORGED, NoticesCode.UNKNOWN_KIND, judged(HELLO_WORK, "公文書".getBytes(StandardCharsets.UTF_8)));
        is(NoticeVerdict.FORGED, NoticesCode.NOT_XML, judged(HELLO_WORK, "<".getBytes(StandardCharsets.UTF_8)));
        byte[] doctype = "<!DOCTYPE DOC [<!ENTITY a \"b\">]><DOC/>".getBytes(StandardCharsets.UTF_8);
        is(NoticeVerdict.FORGED, NoticesCode.NOT_XML, judged(HELLO_WORK, doctype));
    }

    @Test
    void whatOnlyAnOperatorCanSettleWaitsAndIsNeverDelivered() throws Exception {
        byte[] document = SEAL.seal("雇-1", FILING.toString(), "", true);
        signers = signers("signer.e-tax", "sha256:" + fingerprint(TAX));
        NoticeView notice = judged(HELLO_WORK, document);
        is(NoticeVerdict.ORPHAN, NoticesCode.NO_SIGNERS, notice);
        anchors = Set.of();
        judge.judge(notice.id());
        is(NoticeVerdict.ORPHAN, NoticesCode.NO_ANCHORS, notices.row(notice.id()));
        readers.clear();
        judge.judge(notice.id());
        is(NoticeVerdict.ORPHAN, NoticesCode.NO_READER, notices.row(notice.id()));
    }

    @Test
    void whatWasDestroyedInQuarantineIsNotJudgedAgain() throws Exception {
        FilingKey later = new FilingKey(number(), 2);
        NoticeView notice = judged(HELLO_WORK, SEAL.seal("雇-9", later.toString(), "", true));
        notices.replace(notice, notice.facts().with(NoticeFact.ERASED, clock.instant()), false);
        notices.contents.discard(notice.content().id());
        filings.put(later, HELLO_WORK, FilingState.EXAMINING);
        judge.judge(notice.id());
        is(NoticeVerdict.ORPHAN, NoticesCode.UNKNOWN_FILING, notices.row(notice.id()));
        assertEquals(FilingState.EXAMINING, filings.state(later));
    }

    @Test
    void anOrphanIsMatchedWhenItsFilingAppears() throws Exception {
        FilingKey later = new FilingKey(number(), 2);
        NoticeView notice = judged(HELLO_WORK, SEAL.seal("雇-9", later.toString(), "", true));
        is(NoticeVerdict.ORPHAN, NoticesCode.UNKNOWN_FILING, notice);
        Orphans waiting = new Orphans(notices, judge, () -> Settings.of(Map.of(), Map.of()), clock);
        Rounds orphans = new Rounds("orphans", "The look", () -> Duration.ofMillis(20), waiting::judgeAll);
        orphans.plan();
        try {
            filings.put(later, HELLO_WORK, FilingState.TRANSMITTED);
            await().until(() -> filings.state(later) == FilingState.CLOSED);
        } finally {
            orphans.close();
        }
    }

    @Test
    void aFilingThatMovesOnMeanwhileIsReadAgain() throws Exception {
        notices.beforeJudging = () -> {
            if (filings.state(FILING) == FilingState.EXAMINING) {
                filings.apply(
                        Change.of(FILING, filings.find(FILING).orElseThrow().version(), FilingEvent.DECISION_MADE));
            }
        };
        NoticeView notice = judged(HELLO_WORK, SEAL.seal("雇-1", FILING.toString(), "", true));
        assertEquals(NoticeVerdict.MATCHED, notice.verdict());
        assertEquals(FilingState.CLOSED, filings.state(FILING));
    }

    @Test
    void aFilingThatNeverRestsIsTriedABoundedNumberOfTimes() {
        filings.put(FILING, HELLO_WORK, FilingState.EXAMINING);
        notices.beforeJudging = () -> filings.apply(Change.of(
                FILING,
                filings.find(FILING).orElseThrow().version(),
                filings.state(FILING) == FilingState.EXAMINING
                        ? FilingEvent.CORRECTION_ASKED
                        : FilingEvent.CORRECTION_SENT));
        assertThrows(
                IllegalStateException.class, () -> judged(HELLO_WORK, SEAL.seal("雇-1", FILING.toString(), "", true)));
    }

    @Test
    void anOutageOfTheDatabaseGivesNoPointerBack() throws Exception {
        NoticeId id = receiver.receive(
                        HELLO_WORK, "soap", "", new ByteArrayInputStream(SEAL.seal("雇-1", FILING.toString(), "", true)))
                .id();
        notices.outage = 2;
        new JudgeHandler(judge).handle(new Pointer(1, id.toString()));
        assertEquals(NoticeVerdict.MATCHED, notices.row(id).verdict());
    }

    @Test
    void aNoticeThatIsTooLargeIsNotTaken() {
        assertThrows(
                ContentTooLarge.class,
                () -> receiver.receive(HELLO_WORK, "rest", "", new ByteArrayInputStream(new byte[200_000])));
        assertTrue(notices.all().isEmpty());
    }
}
