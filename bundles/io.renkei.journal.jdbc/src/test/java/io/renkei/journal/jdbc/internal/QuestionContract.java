package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecord.Answer;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.QuestionStore.Call;
import io.renkei.ports.selfinfo.QuestionStore.NewCall;
import io.renkei.ports.selfinfo.QuestionStore.NewQuestion;
import io.renkei.ports.selfinfo.QuestionStore.OpenCall;
import io.renkei.ports.selfinfo.QuestionStore.Part;
import io.renkei.ports.selfinfo.QuestionStore.Rest;
import io.renkei.ports.selfinfo.QuestionStore.Standing;
import io.renkei.ports.selfinfo.QuestionStore.Wanted;
import io.renkei.ports.sites.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the store of questions promises, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class QuestionContract {

    private static final SelfInformationNumber TAX = new SelfInformationNumber("2");
    private static final SelfInformationNumber HOUSEHOLD = new SelfInformationNumber("1");
    private static final SelfInformationNumber PENSION = new SelfInformationNumber("7-3");
    private static final Wanted LATEST =
            new Wanted(new AttributeCondition.Latest(), Optional.of(new InformationCode("TM00000000000002")));
    private static final Wanted RANGE = new Wanted(
            new AttributeCondition.Range(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)), Optional.empty());
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant AS_OF = Instant.parse("2026-04-01T00:00:00Z");
    private static final List<AttributeNode> VALUES = List.of(new AttributeNode(
            "100",
            "市町村民税",
            Optional.empty(),
            List.of(
                    new AttributeNode("110", "課税標準額", Optional.of("3450000"), List.of()),
                    new AttributeNode("120", "税額", Optional.of(""), List.of()))));

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @Test
    void keepsAQuestionAndWhatAgenciesSayOfItOnEveryNode() {
        DestinationId city = agency();
        DestinationId office = agency();
        QuestionId id = put(List.of(
                new NewCall(city, Map.of(TAX, LATEST, HOUSEHOLD, RANGE)),
                new NewCall(office, Map.of(PENSION, LATEST))));
        assertTrue(journal.questions().due(1_000).containsAll(List.of(city, office)));

        Call call = only(otherNode, city);
        assertEquals(Map.of(TAX, LATEST, HOUSEHOLD, RANGE), call.items());
        otherNode.questions().asking(call);
        otherNode
                .questions()
                .answered(
                        call,
                        Map.of(
                                TAX, new ItemAnswer.Found(VALUES, AS_OF),
                                HOUSEHOLD, new ItemAnswer.Undisclosed(AS_OF)),
                        Optional.empty());

        Map<SelfInformationNumber, ItemAnswer> answers = answers(journal, id);
        assertEquals(
                VALUES,
                assertInstanceOf(ItemAnswer.Found.class, answers.get(TAX)).values());
        assertEquals(new ItemAnswer.Undisclosed(AS_OF), answers.get(HOUSEHOLD));
        assertEquals(new ItemAnswer.Pending(), answers.get(PENSION));
        assertEquals(new ItemAnswer.Failed("SELFINFO-001"), answers.get(new SelfInformationNumber("9")));
        assertFalse(journal.questions().due(1_000).contains(city));
    }

    @Test
    void givesACallToOneOfSixteenThatAskForItAtOnce() throws Exception {
        DestinationId city = agency();
        put(List.of(new NewCall(city, Map.of(TAX, LATEST))));
        List<Integer> claimed = Together.run(i -> (i % 2 == 0 ? journal : otherNode)
                .questions()
                .claim(city, LEASE, 10)
                .size());
        assertEquals(1, claimed.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void writesTheAccessRecordOnceBeforeTheCallAndItsAnswerOnce() {
        DestinationId city = agency();
        Actor who = new Actor(account(), account());
        Requester site = new Requester.OfSite(new SiteId("pension-net"), new ConsentId(UUID.randomUUID()));
        put(who, site, List.of(new NewCall(city, Map.of(TAX, LATEST))), soon());
        Call call = only(journal, city);
        assertEquals(List.of(), records(who));

        journal.questions().asking(call);
        journal.questions().asking(call);
        AccessRecord open = records(who).get(0);
        assertEquals(Answer.OPEN, open.answer());
        assertEquals(site, open.requester());
        assertEquals(who.by(), open.by());
        assertEquals(Optional.of(TAX), open.item());
        assertEquals(Optional.of(city), open.agency());

        journal.questions().answered(call, Map.of(TAX, new ItemAnswer.NoData(AS_OF)), Optional.empty());
        journal.questions().answered(call, Map.of(TAX, new ItemAnswer.Found(VALUES, AS_OF)), Optional.empty());
        assertEquals(
                List.of(Answer.NO_DATA),
                records(who).stream().map(AccessRecord::answer).toList());
    }

    @Test
    void aPendingCallComesBackWithItsHandleForWhatIsLeftAndNeverAfterTheDeadline() throws Exception {
        DestinationId city = agency();
        put(List.of(new NewCall(city, Map.of(TAX, LATEST, HOUSEHOLD, LATEST))));
        Call call = only(journal, city);
        journal.questions()
                .answered(
                        call,
                        Map.of(HOUSEHOLD, new ItemAnswer.NoData(AS_OF)),
                        Optional.of(new Rest(Optional.of("handle-of-the-agency"), Duration.ofDays(9))));
        OpenCall open = journal.questions().open(Optional.of(city), 10).get(0);
        assertTrue(open.isPending());
        assertEquals(List.of(TAX), open.items());
        assertEquals(open.deadline(), open.next());
        assertEquals(List.of(), journal.questions().claim(city, LEASE, 10));

        makeDue(city);
        Call again = only(otherNode, city);
        assertEquals(Optional.of("handle-of-the-agency"), again.handle());
        assertEquals(Map.of(TAX, LATEST), again.items());
        assertEquals(call.reference(), again.reference());
        journal.questions().again(again, Duration.ZERO, true, "SELFINFO-013");
        assertEquals(1, only(journal, city).tries());
    }

    @Test
    void forgettingDestroysKeyAndAnswersAndKeepsNoLateOneButItsRecord() throws Exception {
        DestinationId city = agency();
        DestinationId office = agency();
        Actor who = Actor.self(account());
        QuestionId id = put(
                who,
                new Requester.Principal(),
                List.of(new NewCall(city, Map.of(TAX, LATEST)), new NewCall(office, Map.of(PENSION, LATEST))),
                soon());
        Call answered = only(journal, city);
        journal.questions().asking(answered);
        journal.questions().answered(answered, Map.of(TAX, new ItemAnswer.Found(VALUES, AS_OF)), Optional.empty());
        Call underWay = only(journal, office);
        journal.questions().asking(underWay);

        journal.questions().forget(id);
        journal.questions().forget(id);
        assertEquals(Optional.empty(), journal.questions().find(id));
        assertEquals(0, rows("selfinfo_question where wrapped is not null and id = '" + id + "'"));
        assertEquals(0, rows("selfinfo_item where sealed is not null and question_id = '" + id + "'"));

        journal.questions().answered(underWay, Map.of(PENSION, new ItemAnswer.Found(VALUES, AS_OF)), Optional.empty());
        assertEquals(0, rows("selfinfo_item where sealed is not null and question_id = '" + id + "'"));
        assertEquals(
                List.of(Answer.FOUND, Answer.FOUND),
                records(who).stream().map(AccessRecord::answer).toList());
        sweepAll();
        assertEquals(0, rows("selfinfo_question where id = '" + id + "'"));
    }

    @Test
    void whatNobodyAskedForYetEndsWhenItIsForgotten() {
        DestinationId city = agency();
        QuestionId id = put(List.of(new NewCall(city, Map.of(TAX, LATEST))));
        journal.questions().forget(id);
        List<Call> over = otherNode.questions().claimOver(LEASE, 100);
        Call call = over.stream()
                .filter(each -> each.agency().equals(city))
                .findFirst()
                .orElseThrow();
        assertTrue(call.isForgotten());
    }

    @Test
    void aQuestionWhoseTimeIsOverIsToldToNobodyAndSwept() throws Exception {
        DestinationId city = agency();
        Instant past = Instant.now().minusSeconds(1);
        QuestionId id = put(
                Actor.self(account()),
                new Requester.Principal(),
                List.of(new NewCall(city, Map.of(TAX, LATEST))),
                past);
        assertEquals(Optional.empty(), journal.questions().find(id));
        Call call = journal.questions().claimOver(LEASE, 100).stream()
                .filter(each -> each.agency().equals(city))
                .findFirst()
                .orElseThrow();
        journal.questions().answered(call, Map.of(TAX, new ItemAnswer.Failed("SELFINFO-004")), Optional.empty());
        sweepAll();
        assertEquals(0, rows("selfinfo_question where id = '" + id + "'"));
    }

    @Test
    void usesNoAnswerThatWasMovedOrChanged() throws Exception {
        DestinationId city = agency();
        QuestionId id = put(List.of(new NewCall(city, Map.of(TAX, LATEST, HOUSEHOLD, LATEST))));
        journal.questions()
                .answered(
                        only(journal, city),
                        Map.of(
                                TAX, new ItemAnswer.Found(VALUES, AS_OF),
                                HOUSEHOLD, new ItemAnswer.Found(List.of(), AS_OF)),
                        Optional.empty());
        TestDatabase.tamper(
                settings,
                "update selfinfo_item set sealed = (select sealed from selfinfo_item where question_id = '" + id
                        + "' and item = '2') where question_id = '" + id + "' and item = '1'");
        Map<SelfInformationNumber, ItemAnswer> answers = answers(journal, id);
        assertEquals(new ItemAnswer.Failed("JOURNAL-041"), answers.get(HOUSEHOLD));
        assertInstanceOf(ItemAnswer.Found.class, answers.get(TAX));
    }

    private QuestionId put(List<NewCall> calls) {
        return put(Actor.self(account()), new Requester.Principal(), calls, soon());
    }

    private QuestionId put(Actor who, Requester requester, List<NewCall> calls, Instant end) {
        QuestionId id = new QuestionId(UUID.randomUUID());
        journal.questions()
                .put(new NewQuestion(
                        id,
                        who,
                        requester,
                        Instant.now().minusSeconds(5),
                        end,
                        end,
                        calls,
                        Map.of(new SelfInformationNumber("9"), "SELFINFO-001")));
        return id;
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(3_600);
    }

    private static Call only(Journal node, DestinationId agency) {
        List<Call> calls = node.questions().claim(agency, LEASE, 10);
        assertEquals(1, calls.size());
        return calls.get(0);
    }

    private static Map<SelfInformationNumber, ItemAnswer> answers(Journal node, QuestionId id) {
        Standing standing = node.questions().find(id).orElseThrow();
        Map<SelfInformationNumber, ItemAnswer> answers = new HashMap<>();
        for (Part part : standing.parts()) {
            answers.put(part.item(), part.answer());
        }
        return answers;
    }

    private List<AccessRecord> records(Actor who) {
        return journal.accessRecords().list(who.principal(), Optional.empty(), 100);
    }

    private void makeDue(DestinationId agency) throws Exception {
        TestDatabase.tamper(
                settings,
                "update selfinfo_call set try_at = timestamp with time zone '1970-01-02 00:00:00+00' where destination = '"
                        + agency + "'");
    }

    private void sweepAll() {
        while (journal.questions().sweep(100) > 0) {
            // There may be more.
        }
    }

    private long rows(String rows) throws Exception {
        return TestDatabase.count(settings, rows);
    }

    private static AccountId account() {
        return new AccountId(UUID.randomUUID());
    }

    private static DestinationId agency() {
        return new DestinationId("municipality." + Math.abs(UUID.randomUUID().getMostSignificantBits()));
    }
}
