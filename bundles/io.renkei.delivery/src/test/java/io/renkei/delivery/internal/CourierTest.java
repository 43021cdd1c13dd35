package io.renkei.delivery.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.testkit.TestAuthority;
import io.renkei.trust.internal.PemTls;
import io.renkei.trust.internal.RealSeal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The courier between the real journal on H2, with the gateway's own seal and TLS, and a service that asks for a certificate. */
@Timeout(60)
class CourierTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String SERVICE = "my-post";

    @TempDir
    private static Path shared;

    private static TestAuthority authority;
    private static Path trust;
    private static Path identity;
    private static RealSeal seal;

    private static RealStores journal;

    /** Inboxes of this test alone. */
    private final PartnerId acme = new PartnerId("acme-" + UUID.randomUUID());

    private final PartnerId beta = new PartnerId("beta-" + UUID.randomUUID());
    private final List<Courier> couriers = new ArrayList<>();
    private Service service;

    @BeforeAll
    static void makeKeys() throws Exception {
        authority = new TestAuthority("CA");
        trust = shared.resolve("ca.pem");
        identity = shared.resolve("gateway.pem");
        TestAuthority.put(trust, TestAuthority.pem(authority.certificate()));
        TestAuthority.put(identity, TestAuthority.pem(authority.issue("gateway")));
        seal = new RealSeal(shared.resolve("keys"));
        journal = new RealStores(shared.resolve("journal"));
    }

    @AfterAll
    static void closeJournal() {
        journal.close();
    }

    @BeforeEach
    void open() throws Exception {
        service = Service.at(0, authority.server());
    }

    @AfterEach
    void close() {
        service.close();
        couriers.forEach(Courier::close);
    }

    @Test
    void aNoticeArrivesByteForByteWithItsDigestUnderASealThatVerifies() throws Exception {
        byte[] document = "%PDF-1.7 通知".getBytes(StandardCharsets.UTF_8);
        NoticeId id = journal.filler().notice(acme, "雇保第123号", document, now());
        start(settings(acme));

        assertEquals(Delivery.State.DELIVERED, settled(id).state());
        Service.Call call = service.kept.get("\"" + id + "\"");
        assertEquals("POST /post?box=1", call.method() + " " + call.path());
        assertArrayEquals(document, call.body());
        assertEquals("application/pdf", call.header("Content-Type"));
        assertEquals(Integer.toString(document.length), call.header("Content-Length"));
        assertEquals(id.toString(), call.header("Notice-Id"));
        assertEquals("hello-work", call.header("Issuer"));
        assertEquals("%\"%e9%9b%87%e4%bf%9d%e7%ac%ac123%e5%8f%b7\"", call.header("Issuer-Number"));
        assertEquals(digest(document), call.header("Repr-Digest"));
        // As a receiver writes it again from the headers.
        String sealed = "{\"content_type\":\"application/pdf\",\"idempotency_key\":\"" + id
                + "\",\"issuer\":\"hello-work\",\"issuer_number\":\"雇保第123号\",\"notice_id\":\"" + id
                + "\",\"repr_digest\":\"" + digest(document) + "\"}";
        Seal jws = new Seal(call.header("Renkei-Signature"));
        assertEquals("renkei-delivery+jws", jws.type());
        assertTrue(jws.verifies(seal.sealer().certificate().getPublicKey(), sealed.getBytes(StandardCharsets.UTF_8)));
        assertFalse(jws.verifies(
                seal.sealer().certificate().getPublicKey(),
                sealed.replace("123号", "124号").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aLargeDocumentArrivesWhole() throws Exception {
        byte[] document = new byte[8_000_000];
        new Random(1).nextBytes(document);
        NoticeId id = journal.filler().notice(acme, "1", document, now());
        start(settings(acme));

        assertEquals(Delivery.State.DELIVERED, settled(id).state());
        Service.Call call = service.calls.get(0);
        assertEquals(digest(call.body()), call.header("Repr-Digest"));
        assertEquals("application/octet-stream", call.header("Content-Type"));
    }

    @Test
    void anotherPartnersNoticeNeverGoesThereAndWithoutPartnersNobodys() throws Exception {
        NoticeId foreign = notice(beta);
        start(settings());
        NoticeId mine = notice(acme);
        couriers.get(0).close();
        assertEquals(List.of(), service.calls);

        start(settings(acme));
        assertEquals(Delivery.State.DELIVERED, settled(mine).state());
        couriers.get(1).close();
        assertEquals(Set.of("\"" + mine + "\""), service.kept.keySet());
        assertEquals(List.of(), journal.notices().deliveries(foreign));
    }

    @Test
    void whatIsCommittedLaterIsCarriedTooAndOnce() throws Exception {
        start(settings(acme));
        List<NoticeId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(notice(acme));
        }
        for (NoticeId id : ids) {
            assertEquals(Delivery.State.DELIVERED, settled(id).state());
        }
        assertEquals(20, service.calls.size());
        assertEquals(20, service.kept.size());
        assertTrue(service.mostAtOnce() <= 4, "no more than parallel.calls");
    }

    @Test
    void aServiceThatIsDownGetsItLaterAndOnce() throws Exception {
        int port = service.port();
        service.close();
        NoticeId id = notice(acme);
        Courier courier = start(settings(port, acme));
        await().atMost(LONG).until(() -> courier.trouble().isPresent());
        assertEquals(List.of(), journal.notices().deliveries(id));

        service = Service.at(port, authority.server());
        assertEquals(Delivery.State.DELIVERED, settled(id).state());
        assertEquals(1, service.calls.size());
        await().atMost(LONG).until(() -> courier.trouble().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 408, 425, 429, 500, 503})
    void whatIsNotTakenNowIsTriedAgain(int status) throws Exception {
        service.next(Service.answers(status, "Location", "https://127.0.0.1:1/", "Retry-After", "0"));
        NoticeId id = notice(acme);
        start(settings(acme));

        assertEquals(Delivery.State.DELIVERED, settled(id).state());
        assertEquals(
                List.of(status, 201),
                service.calls.stream().map(Service.Call::answer).toList());
        assertEquals(
                1,
                service.calls.stream()
                        .map(call -> call.header("Idempotency-Key"))
                        .distinct()
                        .count());
    }

    @Test
    void whileTheServiceAsksForAPauseNothingIsSent() throws Exception {
        service.next(Service.answers(503, "Retry-After", "3600"));
        NoticeId id = notice(acme);
        NoticeId other = notice(acme);
        Courier courier = start(settings(acme).parallel(1));
        await().atMost(LONG).until(() -> courier.trouble().equals(Optional.of("the answer was 503")));
        NoticeId later = notice(acme);
        awaitListed(later);
        // Once this one is listed, the look that listed the one before has ended.
        NoticeId last = notice(acme);
        awaitListed(last);
        courier.close();

        assertEquals(1, service.calls.size());
        for (NoticeId each : List.of(id, other, later, last)) {
            assertEquals(List.of(), journal.notices().deliveries(each));
        }
    }

    @Test
    void whatIsRefusedFailsAtOnceWithItsCodeAndTheOthersGoOn() throws Exception {
        service.next(Service.answers(422));
        NoticeId refused = notice(acme);
        Courier courier = start(settings(acme));
        Delivery failed = settled(refused);
        NoticeId other = notice(acme);

        assertEquals(Delivery.State.FAILED, failed.state());
        assertEquals("DELIVERY-005 422", failed.code());
        assertEquals(Delivery.State.DELIVERED, settled(other).state());
        assertEquals(2, service.calls.size());
        assertEquals(Optional.empty(), courier.trouble());
        assertTrue(journal.notices().list(NoticeFact.FAILED, 10).stream()
                .anyMatch(notice -> notice.id().equals(refused)));
    }

    /** As a kill between the service's answer and the write: the service has it, the gateway does not know. */
    @Test
    void whatWasTakenButNotWrittenDownIsSentAgainWithTheSameKeyAndKeptOnce() throws Exception {
        NoticeId id = notice(acme);
        AtomicBoolean dead = new AtomicBoolean(true);
        Courier killed = start(settings(acme), deaf(dead));
        await().atMost(LONG).until(() -> service.calls.size() == 1);
        killed.close();
        assertEquals(List.of(), journal.notices().deliveries(id));

        journal.allDueNow();
        start(settings(acme));
        assertEquals(Delivery.State.DELIVERED, settled(id).state());
        assertEquals(
                List.of(201, 409),
                service.calls.stream().map(Service.Call::answer).toList());
        assertEquals(Set.of("\"" + id + "\""), service.kept.keySet());
    }

    @Test
    void twoNodesWorkOnANoticeOneAtATime() throws Exception {
        List<NoticeId> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(notice(acme));
        }
        try (RealStores other = new RealStores(shared.resolve("journal"))) {
            Courier one = start(settings(acme));
            Courier two = start(settings(acme), other.notices(), other, Clock.systemUTC());
            for (NoticeId id : ids) {
                assertEquals(Delivery.State.DELIVERED, settled(id).state());
            }
            one.close();
            two.close();
        }
        assertEquals(40, service.calls.size(), "each was sent once");
        assertEquals(ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.toSet()), service.kept.keySet());
    }

    @Test
    void whatTheServiceDoesNotTakeInTimeIsGivenUp() throws Exception {
        service.next(Service.answers(503, "Retry-After", "3600"));
        NoticeId id = notice(acme);
        Courier first = start(settings(acme));
        await().atMost(LONG).until(() -> first.trouble().isPresent());
        first.close();

        service.close();
        start(
                settings(acme),
                journal.notices(),
                journal,
                later(Duration.ofDays(7).plusMinutes(1)));
        Delivery failed = settled(id);
        assertEquals(Delivery.State.FAILED, failed.state());
        assertEquals("DELIVERY-006", failed.code());
    }

    @Test
    void whatIsOlderThanThePartnersNameIsNeitherCarriedNorFailed() throws Exception {
        NoticeId old = journal.filler().notice(acme, now().minus(Duration.ofDays(8)));
        NoticeId young = journal.filler().notice(acme, now().minus(Duration.ofDays(6)));
        Courier courier = start(settings(acme));

        assertEquals(Delivery.State.DELIVERED, settled(young).state());
        courier.close();
        assertEquals(List.of(), journal.notices().deliveries(old));
    }

    @Test
    void whatItsIssuerTookBackStaysInTheInboxOnly() throws Exception {
        FilingKey filing = journal.filler().filing(acme, now());
        NoticeId withdrawn = notice(filing, filing + " 1", Said.NOTHING);
        Replaces takenBack = new Replaces(filing + " 1", true);
        notice(filing, filing + " 2", new Said(Optional.empty(), false, Optional.of(takenBack), Optional.empty()));
        start(settings(acme));
        await().atMost(LONG).until(() -> service.kept.size() == 1);
        couriers.get(0).close();

        assertEquals(List.of(), journal.notices().deliveries(withdrawn));
        assertFalse(service.kept.containsKey("\"" + withdrawn + "\""));
    }

    @Test
    void whatCannotBeFetchedAnyMoreIsNotCarried() throws Exception {
        Window window = new Window(now().minusSeconds(20), now().minusSeconds(10));
        FilingKey filing = journal.filler().filing(acme, now());
        NoticeId over =
                notice(filing, filing + " 1", new Said(Optional.empty(), false, Optional.empty(), Optional.of(window)));
        start(settings(acme));

        assertEquals("DELIVERY-007", settled(over).code());
        assertEquals(List.of(), service.calls);
    }

    @Test
    void aDocumentThatCannotBeReadIsNoFaultOfTheService() throws Exception {
        NoticeId damaged = notice(acme);
        journal.loseDocument(damaged);
        NoticeId sound = notice(acme);
        Courier courier = start(settings(acme));

        assertEquals(Delivery.State.DELIVERED, settled(sound).state());
        courier.close();
        assertEquals(Optional.empty(), courier.trouble());
        assertEquals(List.of(), journal.notices().deliveries(damaged));
        assertEquals(Set.of("\"" + sound + "\""), service.kept.keySet());
    }

    @Test
    void aCallThatDoesNotEndIsGivenUpWithTheCourierAndSentByTheNext() throws Exception {
        service.next(Service.SILENT);
        NoticeId id = notice(acme);
        Courier first = start(settings(acme));
        await().atMost(LONG).until(() -> service.mostAtOnce() == 1);
        first.close();
        assertEquals(Optional.empty(), first.trouble(), "what was cut says nothing about the service");

        start(settings(acme));
        assertEquals(Delivery.State.DELIVERED, settled(id).state());
    }

    // ---------------------------------------------------------------- helpers

    /** Settings of this test's service. */
    private Wanted settings(PartnerId... partners) {
        return settings(service.port(), partners);
    }

    private Wanted settings(int port, PartnerId... partners) {
        return new Wanted(port, Set.of(partners), 4);
    }

    private record Wanted(int port, Set<PartnerId> partners, int parallel) {

        Wanted parallel(int calls) {
            return new Wanted(port, partners, calls);
        }

        DeliverySettings settings() {
            return new DeliverySettings(
                    SERVICE,
                    Way.POST,
                    URI.create("https://127.0.0.1:" + port + "/post?box=1"),
                    trust,
                    Optional.of(identity),
                    partners,
                    Duration.ofDays(7),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(100),
                    parallel);
        }
    }

    private Courier start(Wanted wanted) {
        return start(wanted, journal.notices());
    }

    private Courier start(Wanted wanted, NoticeStore notices) {
        return start(wanted, notices, journal, Clock.systemUTC());
    }

    private Courier start(Wanted wanted, NoticeStore notices, RealStores node, Clock clock) {
        DeliverySettings settings = wanted.settings();
        HttpsCaller caller =
                new HttpsCaller(new PemTls().client(settings.trust(), settings.identity()), settings.patience());
        Courier courier = new Courier(
                settings,
                node.outbox(),
                node.deliveries(),
                notices,
                new HttpsCarrier(settings.way(), settings.address(), caller, node.contents(), seal.sealer(), clock),
                () -> true,
                clock,
                new Courier.Pauses(
                        Duration.ofMillis(50),
                        new Backoff(Duration.ofMillis(20), settings.longestPause(), () -> 0),
                        Duration.ofSeconds(2)));
        couriers.add(courier);
        courier.start();
        return courier;
    }

    /** A store that takes no word of what was delivered, as long as it is dead. */
    private NoticeStore deaf(AtomicBoolean dead) {
        return (NoticeStore) Proxy.newProxyInstance(
                NoticeStore.class.getClassLoader(), new Class<?>[] {NoticeStore.class}, (proxy, method, arguments) -> {
                    if (dead.get() && method.getName().equals("delivered")) {
                        throw new StateUnavailable("JOURNAL-010", null);
                    }
                    try {
                        return method.invoke(journal.notices(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private NoticeId notice(PartnerId addressee) {
        return journal.filler().notice(addressee, now());
    }

    private NoticeId notice(FilingKey filing, String number, Said said) {
        byte[] document = number.getBytes(StandardCharsets.US_ASCII);
        return journal.filler().notice(filing, number, "通知", document, said, now());
    }

    /** Waits until the channel took it or gave it up. */
    private Delivery settled(NoticeId id) {
        return await().atMost(LONG)
                .until(() -> journal.notices().deliveries(id), deliveries -> deliveries.size() == 1)
                .get(0);
    }

    private void awaitListed(NoticeId id) {
        await().atMost(LONG)
                .until(() -> journal.deliveries()
                        .overdue(SERVICE, Set.of(acme), now().plusSeconds(60), 100)
                        .contains(id));
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static Clock later(Duration by) {
        return Clock.offset(Clock.system(ZoneOffset.UTC), by);
    }

    private static String digest(byte[] bytes) throws Exception {
        return "sha-256=:"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)) + ":";
    }
}
