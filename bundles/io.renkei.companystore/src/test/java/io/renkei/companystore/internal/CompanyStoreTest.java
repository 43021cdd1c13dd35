package io.renkei.companystore.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.doors.FakeCatalogue;
import io.renkei.ports.health.Finding;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.submissions.AccessAnswer;
import io.renkei.ports.submissions.AccessRecord;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.Permission;
import io.renkei.ports.submissions.RecordSubmission.Taken;
import io.renkei.ports.submissions.ReferToData.Outcome;
import io.renkei.ports.submissions.SubmissionRecord;
import io.renkei.testkit.TestAuthority;
import io.renkei.trust.internal.PemTls;
import io.renkei.trust.internal.RealSeal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded, and what an agency gets of it, with a real store, journal, seal and TLS. */
@Timeout(60)
class CompanyStoreTest {

    private static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    private static final PartnerId AGENCY = new PartnerId("ministry");
    private static final byte[] OBJECT = "資格取得届".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path shared;

    private static TestAuthority authority;
    private static RealStores journal;

    /** A company of this test alone. */
    private final PartnerId company = new PartnerId("acme-" + UUID.randomUUID());

    private final Stores stores = new Stores();
    private SubmissionsComponent desks;
    private StoreComponent component;
    private Cloud cloud;

    @BeforeAll
    static void makeKeys() throws Exception {
        authority = new TestAuthority("CA");
        TestAuthority.put(shared.resolve("ca.pem"), TestAuthority.pem(authority.certificate()));
        TestAuthority.put(shared.resolve("gateway.pem"), TestAuthority.pem(authority.issue("gateway")));
        journal = new RealStores(shared.resolve("journal"));
    }

    @AfterAll
    static void closeJournal() {
        journal.close();
    }

    @BeforeEach
    void open() throws Exception {
        cloud = new Cloud(authority.server());
        component = component(settings());
        desks = new SubmissionsComponent(
                journal.submissions(), stores, new FakeCatalogue(), new RealSeal(shared.resolve("keys")).published());
    }

    @AfterEach
    void close() {
        component.stop();
        cloud.close();
    }

    @Test
    void anObjectThatIsAsItWasRecordedIsReleasedAndTheRecordSaysSoBefore() throws Exception {
        cloud.put("2026/a.pdf", OBJECT);
        ArrivalNumber number = kept(object("2026/a.pdf", OBJECT));
        Outcome.Released released = assertInstanceOf(Outcome.Released.class, refer(number));
        AccessRecord record = only(number);
        assertEquals(AccessAnswer.RELEASED, record.answer());
        assertEquals(AGENCY, record.partner());
        assertEquals(record.id(), released.access());
        assertEquals(List.of("/data/2026/a.pdf " + record.id()), cloud.calls);
        try (InputStream body = released.body()) {
            assertArrayEquals(OBJECT, body.readAllBytes());
        }
    }

    @Test
    void aLargeObjectIsKeptEncryptedUntilItWasHandedOnAndNoLonger() throws Exception {
        byte[] large = new byte[3 * 1024 * 1024];
        cloud.put("large", large);
        ArrivalNumber number = kept(object("large", large));
        long before = journal.chunks();
        Outcome.Released released = assertInstanceOf(Outcome.Released.class, refer(number));
        assertTrue(journal.chunks() > before);
        try (InputStream body = released.body()) {
            assertArrayEquals(large, body.readAllBytes());
        }
        assertEquals(before, journal.chunks());

        large[large.length - 1] = 1;
        assertWithheld(AccessAnswer.CHANGED, 0, refer(number));
        cloud.put("large", new byte[large.length + 1]);
        assertWithheld(AccessAnswer.CHANGED, 0, refer(number));
        assertEquals(before, journal.chunks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"資格取得届!", "資格取得", "資格喪失届"})
    void nothingOfAnotherObjectIsReleased(String other) throws Exception {
        cloud.put("a", other.getBytes(StandardCharsets.UTF_8));
        ArrivalNumber number = kept(object("a", OBJECT));
        assertWithheld(AccessAnswer.CHANGED, 0, refer(number));
        assertEquals(AccessAnswer.CHANGED, only(number).answer());
        assertEquals(List.of(Finding.Level.OK), levels(component));
    }

    @Test
    void anObjectThatIsGoneIsNotAsItWasRecorded() throws Exception {
        ArrivalNumber number = kept(object("a", OBJECT));
        assertWithheld(AccessAnswer.CHANGED, 0, refer(number));
    }

    @Test
    void aStoreThatIsBusySaysWhenToAskAgainAndIsAWarningUntilItGivesSomething() throws Exception {
        cloud.put("a", OBJECT);
        ArrivalNumber number = kept(object("a", OBJECT));
        cloud.next(Cloud.answers(503, "Retry-After", "7"));
        assertWithheld(AccessAnswer.STORE_DOWN, 7, refer(number));
        assertEquals(AccessAnswer.STORE_DOWN, only(number).answer());
        assertEquals(List.of(Finding.Level.WARNING), levels(component));
        assertInstanceOf(Outcome.Released.class, refer(number));
        assertEquals(List.of(Finding.Level.OK), levels(component));
    }

    @Test
    void noOtherHostIsCalledWhateverTheStoreAnswers() throws Exception {
        cloud.put("a", OBJECT);
        ArrivalNumber number = kept(object("a", OBJECT));
        try (Cloud other = new Cloud(authority.server())) {
            other.put("a", OBJECT);
            cloud.next(Cloud.answers(302, "Location", other.url() + "a"));
            assertWithheld(AccessAnswer.STORE_DOWN, 30, refer(number));
            assertEquals(List.of(), other.calls);
        }
    }

    @Test
    void whatBreaksOffOrStallsIsNotReleased() throws Exception {
        ArrivalNumber number = kept(object("a", OBJECT));
        cloud.next(Cloud.BREAKS_OFF);
        assertWithheld(AccessAnswer.STORE_DOWN, 30, refer(number));
        Map<String, Object> hasty = settings();
        hasty.put("answer.timeout.millis", 1_000L);
        component.change(Config.of(hasty));
        cloud.next(Cloud.STALLS);
        assertWithheld(AccessAnswer.STORE_DOWN, 30, refer(number));
    }

    @Test
    void aStoreThatIsNotThereIsDownAndSoIsOneThatNobodyConfigures() throws Exception {
        ArrivalNumber number = kept(object("a", OBJECT));
        cloud.close();
        assertWithheld(AccessAnswer.STORE_DOWN, 30, refer(number));
        component.stop();
        assertWithheld(AccessAnswer.STORE_DOWN, 60, refer(number));
    }

    @Test
    void whatIsTakenBackWhileItIsFetchedIsNotReleased() throws Exception {
        ArrivalNumber number = kept(object("a", OBJECT));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch revoked = new CountDownLatch(1);
        cloud.next((exchange, closed) -> {
            asked.countDown();
            revoked.await();
            exchange.sendResponseHeaders(200, OBJECT.length);
            exchange.getResponseBody().write(OBJECT);
        });
        CompletableFuture<Outcome> answer = CompletableFuture.supplyAsync(() -> referred(number));
        asked.await();
        assertTrue(desks.revoke(company, number, Optional.of(HELLO_WORK)));
        revoked.countDown();
        assertWithheld(AccessAnswer.REVOKED, 0, answer.get());
        assertWithheld(AccessAnswer.REVOKED, 0, refer(number));
        assertEquals(1, cloud.calls.size());
    }

    @Test
    void moreThanMayBeFetchedAtOnceAreToldToAskAgain() throws Exception {
        Map<String, Object> narrow = settings();
        narrow.put("parallel.calls", 1);
        component.change(Config.of(narrow));
        cloud.put("a", OBJECT);
        ArrivalNumber number = kept(object("a", OBJECT));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        cloud.next((exchange, closed) -> {
            asked.countDown();
            go.await();
            exchange.sendResponseHeaders(200, OBJECT.length);
            exchange.getResponseBody().write(OBJECT);
        });
        CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(() -> referred(number));
        asked.await();
        assertWithheld(AccessAnswer.STORE_DOWN, 1, refer(number));
        go.countDown();
        assertInstanceOf(Outcome.Released.class, first.get());
        assertEquals(List.of(Finding.Level.OK), levels(component));
    }

    @Test
    void anUnknownSubmissionAndOneWithoutPermissionAnswerAlike() throws Exception {
        ArrivalNumber number = kept(object("a", OBJECT));
        DestinationId other = new DestinationId("e-tax");
        Outcome foreign = desks.refer(AGENCY, other, number, 1);
        assertWithheld(AccessAnswer.NOT_PERMITTED, 0, foreign);
        assertEquals(
                foreign,
                desks.refer(AGENCY, other, ArrivalNumber.draw(LocalDate.of(2026, 11, 29), new SecureRandom()), 1));
        assertEquals(List.of(), cloud.calls);
        assertEquals(AccessAnswer.NOT_PERMITTED, only(number).answer());
    }

    @Test
    void allThatIsWrongWithARecordIsSaidAtOnce() {
        Instant now = Clock.systemUTC().instant();
        Map<String, Object> small = settings();
        small.put("object.max.bytes", 3L);
        component.change(Config.of(small));
        SubmissionRecord wrong = new SubmissionRecord(
                List.of(new ProcedureId("12"), new ProcedureId("999")),
                List.of(object("a", OBJECT)),
                List.of(new Permission(
                        new DestinationId("nobody"), Set.of(1), now.minusSeconds(2), now.minusSeconds(1))));
        assertEquals(
                List.of(
                        "STORE-010 procedures[1]",
                        "STORE-011 permissions[0].destination",
                        "STORE-014 permissions[0].until",
                        "STORE-013 objects[0].size"),
                faults(company, wrong));
        assertEquals(List.of("STORE-012 "), faults(new PartnerId("without-store"), record(object("a", OBJECT))));
    }

    private List<String> faults(PartnerId sender, SubmissionRecord what) {
        Taken.Refused refused = assertInstanceOf(Taken.Refused.class, take(sender, "n-1", what));
        return refused.faults().stream()
                .map((Fault fault) -> fault.code() + " " + fault.place())
                .toList();
    }

    @Test
    void aReceiptSaysWhatWasRecordedAndIsTheSameAtEachRepetition() {
        SubmissionRecord what = record(object("a", OBJECT));
        Taken.Kept first = assertInstanceOf(Taken.Kept.class, take(company, "n-2", what));
        Taken.Kept again = assertInstanceOf(Taken.Kept.class, take(company, "n-2", what));
        assertEquals(first.number(), again.number());
        assertTrue(again.repeated());
        assertArrayEquals(first.receipt(), again.receipt());
        assertInstanceOf(
                Taken.NumberReused.class,
                desks.take(company, new SenderNumber("n-2"), Sha256.of(new byte[] {9}), what));
        String payload = new String(
                Base64.getUrlDecoder().decode(new String(first.receipt(), StandardCharsets.US_ASCII).split("\\.")[1]),
                StandardCharsets.UTF_8);
        assertTrue(payload.contains("\"number\":\"" + first.number() + "\""), payload);
        assertTrue(payload.contains("sha-256:" + Sha256.of(OBJECT).hex()), payload);
        assertTrue(payload.contains("\"destination\":\"hello-work\",\"objects\":[1]"), payload);
        assertTrue(!payload.contains("山田"), payload);
    }

    @Test
    void ofTwoFilesOfOnePartnerTheFirstIsUsedUntilItGoes() throws Exception {
        cloud.put("a", OBJECT);
        ArrivalNumber number = kept(object("a", OBJECT));
        try (Cloud other = new Cloud(authority.server())) {
            other.put("a", OBJECT);
            Map<String, Object> second = settings();
            second.put("url", other.url());
            StoreComponent late = component(second);
            assertEquals(List.of(Finding.Level.WARNING), levels(late));
            refer(number);
            assertEquals(List.of(), other.calls);
            component.stop();
            refer(number);
            assertEquals(1, other.calls.size());
            assertEquals(List.of(Finding.Level.OK), levels(late));
            late.stop();
        }
    }

    @Test
    void settingsThatCannotBeUsedAreToldAndLeaveThoseOfBefore() throws Exception {
        Map<String, Object> wrong = settings();
        wrong.put("url", "http://127.0.0.1/");
        String sentence = assertThrows(IllegalArgumentException.class, () -> component(wrong))
                .getMessage();
        assertTrue(sentence.startsWith("STORE-001"), sentence);
        cloud.put("a", OBJECT);
        ArrivalNumber number = kept(object("a", OBJECT));
        component.change(Config.of(wrong));
        assertInstanceOf(Outcome.Released.class, refer(number));
    }

    // ---------------------------------------------------------------- helpers

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("partner", company.value());
        settings.put("url", cloud.url());
        settings.put("tls.trust", shared.resolve("ca.pem").toString());
        settings.put("tls.identity", shared.resolve("gateway.pem").toString());
        settings.put("answer.timeout.millis", 20_000L);
        return settings;
    }

    private StoreComponent component(Map<String, Object> settings) {
        return new StoreComponent(Config.of(settings), stores, journal.contents(), new PemTls());
    }

    private static List<Finding.Level> levels(StoreComponent component) {
        return component.findings().stream().map(Finding::level).toList();
    }

    private static DataObject object(String path, byte[] bytes) {
        return new DataObject("山田太郎の届", List.of(), "application/pdf", bytes.length, Sha256.of(bytes), path);
    }

    private static SubmissionRecord record(DataObject object) {
        Instant now = Clock.systemUTC().instant();
        Permission permission =
                new Permission(HELLO_WORK, Set.of(1), now.minusSeconds(60), now.plus(Duration.ofDays(1)));
        return new SubmissionRecord(List.of(new ProcedureId("12")), List.of(object), List.of(permission));
    }

    private Taken take(PartnerId sender, String number, SubmissionRecord what) {
        return desks.take(sender, new SenderNumber(number), Sha256.of(new byte[] {1}), what);
    }

    private ArrivalNumber kept(DataObject object) {
        return assertInstanceOf(
                        Taken.Kept.class, take(company, UUID.randomUUID().toString(), record(object)))
                .number();
    }

    private Outcome refer(ArrivalNumber number) throws IOException {
        return desks.refer(AGENCY, HELLO_WORK, number, 1);
    }

    private Outcome referred(ArrivalNumber number) {
        try {
            return refer(number);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertWithheld(AccessAnswer answer, int retryAfter, Outcome outcome) {
        assertEquals(new Outcome.Withheld(answer, retryAfter), outcome);
    }

    private AccessRecord only(ArrivalNumber number) {
        List<AccessRecord> records = journal.submissions().accesses(number, Optional.empty(), 100);
        assertEquals(1, records.size());
        return records.get(0);
    }
}
