package io.renkei.selfinfo.internal;

import static io.renkei.selfinfo.internal.Rig.failed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Answer;
import io.renkei.catalogue.internal.LiveCatalogue;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.health.Finding;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions from the person's to the last answer, on a real database. */
@Timeout(60)
class DeskTest {

    @TempDir
    static Path folder;

    private static RealStores stores;
    private static LiveCatalogue catalogue;

    @BeforeAll
    static void open() throws IOException {
        stores = new RealStores(folder);
        catalogue = Rig.catalogue(Files.createDirectories(folder.resolve("catalogue")));
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    private static Rig rig(ToyAgency... agencies) {
        return new Rig(stores, catalogue, agencies);
    }

    private static ToyAgency city() {
        return new ToyAgency(Rig.CITY, "1", "2", "3-2", "3-4");
    }

    private static ToyAgency pension() {
        return new ToyAgency(Rig.PENSION, "7-3", "7-6");
    }

    private static ToyAgency insurer() {
        return new ToyAgency(Rig.INSURER, "3-2");
    }

    @Test
    void anAgencyIsAskedInOneCallByItsOwnCodeForWhatIsWantedOfIt() throws Exception {
        ToyAgency city = city();
        try (Rig rig = rig(city, pension())) {
            QuestionId id = rig.ask("1", "2", "7-3");
            rig.awaitComplete(id);
            ItemAnswer.Found tax = assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "2"));
            assertEquals(ToyAgency.values(new SelfInformationNumber("2")), tax.values());
            assertEquals(1, city.asked.size());
            assertEquals("LC-77-" + Rig.CITY, city.asked.get(0).person().release());
            assertEquals(
                    Optional.of(new InformationCode("TM00000000000002")),
                    city.asked
                            .get(0)
                            .items()
                            .get(new SelfInformationNumber("2"))
                            .code());
            assertEquals(
                    List.of(AccessRecord.Answer.FOUND, AccessRecord.Answer.FOUND, AccessRecord.Answer.FOUND),
                    rig.records().stream().map(AccessRecord::answer).toList());
            rig.awaitComplete(rig.ask("1", "7-3"));
            assertEquals(2, rig.codesAsked.get(), "a code is obtained once per agency");
        }
    }

    @Test
    void oneSilentAgencyDelaysNoOther() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        ToyAgency silent = city().always(ToyAgency.silentUntil(told));
        try (Rig rig = rig(silent, pension())) {
            for (int i = 0; i < 30; i++) {
                rig.ask("2");
            }
            QuestionId id = rig.ask("2", "7-3");
            rig.awaitFinal(id, "7-3");
            assertEquals(new ItemAnswer.Pending(), rig.answer(id, "2"));
            assertTrue(silent.asked.size() <= 4, "no more than its connector takes at once");
            told.countDown();
            rig.awaitComplete(id);
        }
    }

    @Test
    void anAgencyThatIsAwayIsAskedAgainUnderTheSameReferenceAndHealthSaysSo() throws Exception {
        ToyAgency city = city().then(ToyAgency.AWAY, ToyAgency.AWAY, ToyAgency.AWAY);
        try (Rig rig = rig(city)) {
            QuestionId id = rig.ask("2");
            rig.awaitComplete(id);
            assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "2"));
            assertEquals(4, city.asked.size());
            assertEquals(
                    1,
                    city.asked.stream().map(each -> each.reference()).distinct().count());
            assertEquals(1, rig.records().size());
            assertEquals(Finding.Level.OK, rig.desk().findings().get(0).level());
        }
    }

    @Test
    void whatIsOpenWhenTheTimeIsOverHasFailedAndTheRestCounts() throws Exception {
        try (Rig rig = rig(city().always(ToyAgency.AWAY), insurer(), pension())) {
            QuestionId id = rig.ask("2", "7-3");
            Awaitility.await()
                    .until(() -> rig.desk().findings().stream()
                            .anyMatch(finding -> finding.level() == Finding.Level.WARNING
                                    && finding.sentence().contains("TOY-001")));
            rig.awaitFinal(id, "7-3");
            rig.stores.timeIsOver();
            rig.awaitComplete(id);
            assertEquals(failed(SelfInfoCode.NO_ANSWER), rig.answer(id, "2"));
            Awaitility.await().until(() -> rig.desk().findings().get(0).level() == Finding.Level.OK);
            assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "7-3"));
        }
    }

    @Test
    void anAgencyWithoutConnectorIsWaitedForAndAskedOnceItIsThere() throws Exception {
        try (Rig rig = rig(city())) {
            QuestionId id = rig.ask("7-3");
            Awaitility.await()
                    .until(() -> rig.desk().findings().stream()
                            .anyMatch(finding -> finding.sentence().contains(Rig.PENSION)));
            assertEquals(List.of(), rig.records(), "nobody was asked");
            rig.connect(pension());
            rig.awaitComplete(id);
            assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "7-3"));
        }
    }

    @Test
    void anAgencyWithoutConnectorHasFailedInTheEnd() throws Exception {
        try (Rig rig = rig()) {
            QuestionId id = rig.ask("7-3");
            rig.stores.timeIsOver();
            rig.awaitComplete(id);
            assertEquals(failed(SelfInfoCode.NOT_CONNECTED), rig.answer(id, "7-3"));
        }
    }

    @Test
    void aPendingQuestionIsAskedAgainByItsHandleAlsoAfterARestart() throws Exception {
        ToyAgency before = city().then(ToyAgency.PENDING).always(ToyAgency.PENDING);
        try (Rig rig = rig(before)) {
            QuestionId id = rig.ask("1", "2");
            Awaitility.await().until(() -> !before.handles.isEmpty());
            rig.desk().close();
            ToyAgency after = city().then(ToyAgency.PENDING);
            rig.start(after);
            rig.awaitComplete(id);
            assertEquals(List.of(), after.asked);
            assertEquals(before.handles.get(0), after.handles.get(0));
            assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "1"));
        }
    }

    @Test
    void aHandleThatTheAgencyForgotIsAskedForAnew() throws Exception {
        ToyAgency city = city().then(ToyAgency.PENDING, (question, items) -> Map.of());
        try (Rig rig = rig(city)) {
            QuestionId id = rig.ask("2");
            rig.awaitComplete(id);
            assertEquals(2, city.asked.size());
            assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "2"));
        }
    }

    @Test
    void whatWasUnderWayAtAKillIsAskedAgainByWhoeverComes() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ToyAgency killed = city().always(ToyAgency.silentUntil(never));
        try (Rig rig = rig(killed)) {
            QuestionId id = rig.ask("2");
            Awaitility.await().until(() -> !killed.asked.isEmpty());
            Desk dead = rig.desk();
            ToyAgency next = city();
            rig.start(next);
            rig.stores.allDueNow();
            rig.awaitComplete(id);
            assertEquals(killed.asked.get(0).reference(), next.asked.get(0).reference());
            assertEquals(1, rig.records().size());
            never.countDown();
            dead.close();
        }
    }

    @Test
    void halfOfTheItemsMissingIsAFailureOfThatHalfAlone() throws Exception {
        ToyAgency city = city().then((question, items) ->
                Map.of(new SelfInformationNumber("2"), ToyAgency.found(new SelfInformationNumber("2"))));
        try (Rig rig = rig(city)) {
            QuestionId id = rig.ask("1", "2");
            rig.awaitComplete(id);
            assertEquals(failed(SelfInfoCode.ODD_ANSWER), rig.answer(id, "1"));
            assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "2"));
        }
    }

    @Test
    void noDataUndisclosedAndUnanswerableAreApartFromFailureAndFromEachOther() throws Exception {
        ToyAgency city = city().then((question, items) -> Map.of(
                new SelfInformationNumber("1"), new Answer.NoData(ToyAgency.AS_OF),
                new SelfInformationNumber("2"), new Answer.Undisclosed(ToyAgency.AS_OF),
                new SelfInformationNumber("3-4"), new Answer.Unanswerable("TOY-005")));
        try (Rig rig = rig(city)) {
            QuestionId id = rig.ask("1", "2", "3-4", "3-5", "4-1", "6-1");
            rig.awaitComplete(id);
            assertEquals(new ItemAnswer.NoData(ToyAgency.AS_OF), rig.answer(id, "1"));
            assertEquals(new ItemAnswer.Undisclosed(ToyAgency.AS_OF), rig.answer(id, "2"));
            assertEquals(new ItemAnswer.Failed("TOY-005"), rig.answer(id, "3-4"));
            assertEquals(failed(SelfInfoCode.NOT_HELD), rig.answer(id, "4-1"));
            assertEquals(failed(SelfInfoCode.NO_AGENCY), rig.answer(id, "6-1"));
            AccessRecord hidden = rig.records().stream()
                    .filter(AccessRecord::undisclosed)
                    .findFirst()
                    .orElseThrow();
            assertEquals(Optional.empty(), hidden.item());
        }
    }

    @Test
    void aPersonWhomTheAgencyDoesNotKnowHasNoDataThereAndNobodyIsAsked() throws Exception {
        ToyAgency city = city();
        try (Rig rig = rig(city)) {
            rig.strangersAt.add(new DestinationId(Rig.CITY));
            QuestionId id = rig.ask("2");
            rig.awaitComplete(id);
            assertInstanceOf(ItemAnswer.NoData.class, rig.answer(id, "2"));
            assertEquals(List.of(), city.asked);
            assertEquals(List.of(), rig.records());
        }
    }

    @Test
    void somebodyWhoNeverSignedInWithACertificateCannotBeAskedAbout() throws Exception {
        try (Rig rig = rig(city())) {
            QuestionId id = rig.ask(Actor.self(new AccountId(UUID.randomUUID())), "2");
            rig.awaitComplete(id);
            assertEquals(failed(SelfInfoCode.NOT_PROVED), rig.answer(id, "2"));
        }
    }

    @Test
    void withoutTheServiceOfLinkageCodesTheQuestionWaitsAndFailsInTheEnd() throws Exception {
        try (Rig rig = rig(city())) {
            rig.withoutCodes();
            QuestionId id = rig.ask("2");
            Awaitility.await()
                    .until(() -> rig.desk().findings().stream()
                            .anyMatch(finding -> finding.sentence().contains(SelfInfoCode.NO_LINKAGE_CODE.code())));
            Awaitility.await()
                    .until(() -> rig.stores.questions().open(Optional.of(new DestinationId(Rig.CITY)), 10).stream()
                            .anyMatch(call -> call.tries() > 0));
            rig.stores.timeIsOver();
            rig.awaitComplete(id);
            assertEquals(failed(SelfInfoCode.NO_LINKAGE_CODE), rig.answer(id, "2"));
        }
    }

    @Test
    void anAgencyThatRefusesIsCriticalAndItsItemsHaveFailed() throws Exception {
        try (Rig rig = rig(city().then(ToyAgency.REFUSES))) {
            QuestionId id = rig.ask("2");
            rig.awaitComplete(id);
            assertEquals(failed(SelfInfoCode.MUST_NOT_ASK), rig.answer(id, "2"));
            assertEquals(Finding.Level.CRITICAL, rig.desk().findings().get(0).level());
            rig.awaitComplete(rig.ask("2"));
            assertEquals(2, rig.codesAsked.get(), "the agency may know the person by another code now");
            assertEquals(Finding.Level.OK, rig.desk().findings().get(0).level());
        }
    }

    @Test
    void aDefectOfAConnectorIsTriedAgain() throws Exception {
        ToyAgency city = city().then((question, items) -> {
            throw new IllegalStateException("a defect");
        });
        try (Rig rig = rig(city)) {
            QuestionId id = rig.ask("2");
            rig.awaitComplete(id);
            assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "2"));
        }
    }

    @Test
    void anAnswerBeyondAllBoundsIsNone() throws Exception {
        ToyAgency city = city().then((question, items) -> ToyAgency.all(items, item -> {
            AttributeNode node = new AttributeNode("1", "一", Optional.empty(), List.of());
            for (int i = 0; i < 20; i++) {
                node = new AttributeNode("1", "一", Optional.empty(), List.of(node));
            }
            return new Answer.Found(List.of(node), ToyAgency.AS_OF);
        }));
        try (Rig rig = rig(city)) {
            QuestionId id = rig.ask("2");
            rig.awaitComplete(id);
            assertEquals(failed(SelfInfoCode.ODD_ANSWER), rig.answer(id, "2"));
        }
    }

    @Test
    void forgettingEndsWhatIsStillAskedAndWhatComesLateIsNotKept() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        ToyAgency city = city().then(ToyAgency.silentUntil(told));
        try (Rig rig = rig(city)) {
            QuestionId id = rig.ask("2", "7-3");
            Awaitility.await().until(() -> !city.asked.isEmpty());
            rig.desk().questions().forget(id);
            assertEquals(Optional.empty(), rig.desk().questions().find(id));
            told.countDown();
            Awaitility.await()
                    .until(() ->
                            rig.stores.questions().open(Optional.empty(), 10).isEmpty());
            assertEquals(
                    List.of(AccessRecord.Answer.FOUND),
                    rig.records().stream().map(AccessRecord::answer).toList());
            rig.desk().sweeper().sweep();
        }
    }

    @Test
    void anItemOfTwoAgenciesNamesEachAndTheOneThatCouldNotSay() throws Exception {
        try (Rig rig = rig(city(), insurer().always(ToyAgency.AWAY))) {
            QuestionId id = rig.ask("3-2");
            Awaitility.await()
                    .until(() -> rig.stores.questions().open(Optional.empty(), 10).stream()
                            .noneMatch(call -> call.agency().value().equals(Rig.CITY)));
            rig.stores.timeIsOver();
            rig.awaitComplete(id);
            ItemAnswer.Found found = assertInstanceOf(ItemAnswer.Found.class, rig.answer(id, "3-2"));
            assertEquals(
                    List.of("渋谷区", "試験健康保険組合"),
                    found.values().stream().map(AttributeNode::name).toList());
            assertEquals(
                    Merging.INCOMPLETE, found.values().get(1).children().get(0).code());
            assertFalse(found.toString().contains("値"));
        }
    }
}
