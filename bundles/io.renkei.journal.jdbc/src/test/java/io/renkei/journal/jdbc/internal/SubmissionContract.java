package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.submissions.AccessAnswer;
import io.renkei.ports.submissions.AccessRecord;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.NewSubmission;
import io.renkei.ports.submissions.Permission;
import io.renkei.ports.submissions.SubmissionNews;
import io.renkei.ports.submissions.SubmissionNews.Kind;
import io.renkei.ports.submissions.SubmissionRecord;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.submissions.SubmissionStore.Question;
import io.renkei.ports.submissions.SubmissionView;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What submissions promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class SubmissionContract {

    private static final DestinationId OTHER = new DestinationId("e-tax");
    private static final PartnerId AGENCY = new PartnerId("hello-work");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Instant UNTIL = NOW.plusSeconds(3600);
    private static final Duration LEASE = Duration.ofMinutes(1);

    Journal journal;
    JournalSettings settings;

    private SubmissionStore store() {
        return journal.submissions();
    }

    /** A destination that no other test knows. */
    private static DestinationId fresh() {
        return new DestinationId("agency." + UUID.randomUUID().toString().replace("-", ""));
    }

    private static DataObject object(String path) {
        return new DataObject(
                "山田太郎𠮷.pdf",
                List.of("employee.name"),
                "application/pdf",
                5,
                Sha256.of(path.getBytes(StandardCharsets.UTF_8)),
                path);
    }

    private static NewSubmission submission(PartnerId sender, SenderNumber number, Permission... permissions) {
        ArrivalNumber arrival = Samples.number();
        return new NewSubmission(
                arrival,
                sender,
                number,
                NOW,
                Sha256.of(number.value().getBytes(StandardCharsets.UTF_8)),
                new SubmissionRecord(
                        List.of(new ProcedureId("12"), new ProcedureId("1")),
                        List.of(object("a/1"), object("a/2")),
                        List.of(permissions)),
                ("receipt of " + arrival).getBytes(StandardCharsets.UTF_8));
    }

    private static Permission permission(DestinationId to, Integer... objects) {
        return new Permission(to, Set.of(objects), NOW, UNTIL);
    }

    private NewSubmission kept(Permission... permissions) {
        NewSubmission submission = submission(Samples.PARTNER, Samples.senderNumber(), permissions);
        assertInstanceOf(Admission.Admitted.class, store().admit(submission));
        return submission;
    }

    @Test
    void aNumberIsKeptOnceAndAnsweredWithTheFirstReceipt() {
        NewSubmission first = kept(permission(fresh(), 1));
        NewSubmission again = submission(Samples.PARTNER, first.senderNumber(), permission(fresh(), 1));
        Admission.Repeated repeated = assertInstanceOf(Admission.Repeated.class, store().admit(again));
        assertEquals(first.number(), repeated.number());
        assertArrayEquals(first.receipt(), repeated.receipt());
        assertEquals(
                Optional.of(new Admission.NumberReused()),
                store().findBySenderNumber(Samples.PARTNER, first.senderNumber(), Sha256.of(new byte[0])));
        assertEquals(
                Optional.empty(),
                store().findBySenderNumber(new PartnerId("other"), first.senderNumber(), first.digest()));
        assertArrayEquals(
                first.receipt(),
                store().receipt(Samples.PARTNER, first.number()).orElseThrow());
    }

    @Test
    void ofManyAtOnceWithOneNumberOneIsKept() throws Exception {
        SenderNumber number = Samples.senderNumber();
        DestinationId to = fresh();
        List<Admission> answers =
                Together.run(i -> store().admit(submission(Samples.PARTNER, number, permission(to, 1))));
        assertEquals(
                1, answers.stream().filter(Admission.Admitted.class::isInstance).count());
        assertEquals(1, store().news(to, 0, 100).size());
    }

    @Test
    void theSenderSeesAllOfItADestinationWhatIsItsOwnAndNobodyElseAnything() {
        DestinationId one = fresh();
        DestinationId both = fresh();
        NewSubmission submission = kept(permission(one, 2), permission(both, 1, 2));
        SubmissionView whole =
                store().find(Samples.PARTNER, submission.number()).orElseThrow();
        assertEquals(
                submission.what().objects(),
                List.of(whole.objects().get(1), whole.objects().get(2)));
        assertEquals(submission.what().procedures(), whole.procedures());
        assertEquals(2, whole.permissions().size());
        SubmissionView mine = store().find(one, submission.number()).orElseThrow();
        assertEquals(Set.of(2), mine.objects().keySet());
        assertEquals(1, mine.permissions().size());
        assertEquals(Optional.empty(), store().find(OTHER, submission.number()));
        assertEquals(Optional.empty(), store().find(new PartnerId("other"), submission.number()));
    }

    @Test
    void aListIsPagedNewestFirstAndHoldsOnlyTheSendersOwn() {
        PartnerId sender = new PartnerId("partner-of-list");
        List<ArrivalNumber> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            NewSubmission submission = submission(sender, Samples.senderNumber(), permission(OTHER, 1));
            store().admit(submission);
            all.add(submission.number());
        }
        kept(permission(OTHER, 1));
        List<ArrivalNumber> listed = new ArrayList<>();
        Optional<ArrivalNumber> before = Optional.empty();
        do {
            List<SubmissionView> page = store().list(sender, before, 2);
            page.forEach(view -> listed.add(view.number()));
            before = page.size() == 2 ? Optional.of(page.get(1).number()) : Optional.empty();
        } while (before.isPresent());
        assertEquals(Set.copyOf(all), Set.copyOf(listed));
        assertEquals(3, listed.size());
        assertTrue(store().list(100).size() >= 4);
    }

    @Test
    void eachReferenceIsARecordInTheChainAlsoTheRefusedOne() {
        DestinationId to = fresh();
        NewSubmission submission = kept(permission(to, 1));
        ArrivalNumber number = submission.number();
        Question asked = store().ask(number, to, AGENCY, 1, NOW).orElseThrow();
        assertEquals(Samples.PARTNER, asked.sender());
        assertEquals(object("a/1"), asked.object().orElseThrow());
        assertEquals(AccessAnswer.RELEASED, store().answer(asked.record(), AccessAnswer.RELEASED, NOW));
        assertEquals(AccessAnswer.NOT_PERMITTED, refused(number, to, 2, NOW));
        assertEquals(AccessAnswer.NOT_PERMITTED, refused(number, OTHER, 1, NOW));
        assertEquals(AccessAnswer.NOT_BEGUN, refused(number, to, 1, NOW.minusSeconds(1)));
        assertEquals(AccessAnswer.OVER, refused(number, to, 1, UNTIL));
        assertEquals(Optional.empty(), store().ask(Samples.number(), to, AGENCY, 1, NOW));

        List<AccessRecord> records = store().accesses(number, Optional.empty(), 100);
        assertEquals(
                List.of(
                        AccessAnswer.OVER,
                        AccessAnswer.NOT_BEGUN,
                        AccessAnswer.NOT_PERMITTED,
                        AccessAnswer.NOT_PERMITTED,
                        AccessAnswer.RELEASED),
                records.stream().map(AccessRecord::answer).toList());
        assertEquals(AGENCY, records.get(4).partner());
        assertEquals(
                records.subList(3, 5),
                store().accesses(number, Optional.of(records.get(2).sequence()), 2));
        List<JournalRow> rows = store().timeLine(number);
        assertEquals(Optional.empty(), HashChain.verify(rows));
        assertEquals(
                List.of(
                        SubmissionAdmission.RECORDED,
                        AccessRows.ASKED,
                        AccessRows.ANSWERED,
                        AccessRows.ASKED,
                        AccessRows.ASKED,
                        AccessRows.ASKED,
                        AccessRows.ASKED),
                rows.stream().map(JournalRow::event).toList());
        assertFalse(rows.toString().contains("山田"));
    }

    private AccessAnswer refused(ArrivalNumber number, DestinationId as, int object, Instant at) {
        Question asked = store().ask(number, as, AGENCY, object, at).orElseThrow();
        assertEquals(Optional.empty(), asked.object());
        assertEquals(Optional.of(at), asked.record().answered());
        return asked.record().answer();
    }

    @Test
    void whatIsRevokedWhileItIsFetchedIsNotReleased() {
        DestinationId to = fresh();
        DestinationId other = fresh();
        NewSubmission submission = kept(permission(to, 1), permission(other, 1));
        ArrivalNumber number = submission.number();
        Question asked = store().ask(number, to, AGENCY, 1, NOW).orElseThrow();
        assertTrue(store().revoke(Samples.PARTNER, number, Optional.of(to), NOW));
        assertEquals(AccessAnswer.REVOKED, store().answer(asked.record(), AccessAnswer.RELEASED, NOW));
        assertEquals(AccessAnswer.REVOKED, refused(number, to, 1, NOW));
        assertEquals(
                AccessAnswer.ASKED,
                store().ask(number, other, AGENCY, 1, NOW)
                        .orElseThrow()
                        .record()
                        .answer());

        assertTrue(store().revoke(Samples.PARTNER, number, Optional.empty(), NOW));
        assertTrue(store().revoke(Samples.PARTNER, number, Optional.empty(), NOW));
        assertFalse(store().revoke(new PartnerId("other"), number, Optional.empty(), NOW));
        assertFalse(store().revoke(Samples.PARTNER, number, Optional.of(OTHER), NOW));
        assertFalse(store().revoke(Samples.PARTNER, Samples.number(), Optional.empty(), NOW));
        assertEquals(
                List.of(Kind.RECORDED, Kind.REVOKED),
                store().news(to, 0, 100).stream().map(SubmissionNews::kind).toList());
        assertEquals(2, store().news(other, 0, 100).size());
        assertEquals(Optional.empty(), HashChain.verify(store().timeLine(number)));
    }

    @Test
    void placesOfAListGrowWithoutAGapWhoeverWritesAtOnce() throws Exception {
        DestinationId to = fresh();
        Together.run(i -> kept(permission(to, 1), permission(fresh(), 2)));
        List<Long> places =
                store().news(to, 0, 100).stream().map(SubmissionNews::place).toList();
        assertEquals(LongStream.rangeClosed(1, Together.THREADS).boxed().toList(), places);
        assertEquals(
                places.subList(10, 16),
                store().news(to, 10, 100).stream().map(SubmissionNews::place).toList());
        assertEquals(1, store().news(to, 3, 1).size());
    }

    @Test
    void aClaimOfNewsIsHadByOneUntilItIsToldReleasedOrOver() {
        DestinationId to = fresh();
        assertEquals(List.of(), store().claimNews(to, LEASE, 100));
        kept(permission(to, 1));
        kept(permission(to, 1));
        assertEquals(1, store().claimNews(to, LEASE, 1).size());
        assertEquals(List.of(), store().claimNews(to, LEASE, 100));
        store().release(to);
        List<SubmissionNews> claimed = store().claimNews(to, LEASE, 100);
        assertEquals(2, claimed.size());
        store().told(to, claimed.get(0).place());
        assertEquals(claimed.subList(1, 2), store().claimNews(to, Duration.ZERO, 100));
        assertEquals(claimed.subList(1, 2), store().claimNews(to, LEASE, 100));
        store().told(to, claimed.get(1).place());
        assertEquals(List.of(), store().claimNews(to, LEASE, 100));
    }

    @Test
    void whatIsErasedHasNoObjectsAndCannotBeReferredTo() throws SQLException {
        DestinationId to = fresh();
        NewSubmission submission = kept(permission(to, 1));
        journal.contents().destroyCaseKey(caseKey(submission.number()));
        assertTrue(store().find(Samples.PARTNER, submission.number())
                .orElseThrow()
                .objects()
                .isEmpty());
        assertEquals(AccessAnswer.OVER, refused(submission.number(), to, 1, NOW));
        assertEquals(Optional.empty(), HashChain.verify(store().timeLine(submission.number())));
    }

    private CaseKeyId caseKey(ArrivalNumber number) throws SQLException {
        return new CaseKeyId(
                TestDatabase.id(settings, "select case_key from submission where arrival_number = '" + number + "'"));
    }
}
