package io.renkei.delivery.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.PartnerId;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.health.Finding;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeId;
import io.renkei.testkit.TestAuthority;
import io.renkei.trust.internal.PemTls;
import io.renkei.trust.internal.RealSeal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeliveryComponentTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private static Path shared;

    private static TestAuthority authority;

    private static RealStores journal;

    /** Inboxes of this test alone. */
    private final PartnerId acme = new PartnerId("acme-" + UUID.randomUUID());

    private final PartnerId beta = new PartnerId("beta-" + UUID.randomUUID());
    private final DeliveryChannels channels = new DeliveryChannels();
    private final List<DeliveryComponent> components = new ArrayList<>();
    private Service service;

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
        service = Service.at(0, authority.server());
    }

    @AfterEach
    void close() {
        components.forEach(DeliveryComponent::stop);
        service.close();
    }

    @Test
    void aChangeOfPartnersAndOfTheAddressIsInUseWithoutARestart() throws Exception {
        DeliveryComponent component = started(to(service, acme));
        NoticeId first = notice(acme);
        NoticeId foreign = notice(beta);
        awaitDelivered(first, "my-post");
        try (Service next = Service.at(0, authority.server())) {
            component.change(Config.of(to(next, beta)));
            awaitDelivered(foreign, "my-post");
            assertEquals(1, next.calls.size());
            assertEquals(1, service.calls.size());
        }
    }

    @Test
    void aChangeThatCannotBeUsedLeavesTheSettingsOfBefore() throws Exception {
        DeliveryComponent component = started(to(service, acme));
        Map<String, Object> plain = to(service, acme);
        plain.put("url", "http://127.0.0.1/");
        component.change(Config.of(plain));
        Map<String, Object> missing = to(service, acme);
        missing.put("tls.trust", shared.resolve("ない.pem").toString());
        component.change(Config.of(missing));

        awaitDelivered(notice(acme), "my-post");
        assertEquals(List.of(Finding.Level.OK), levels(component));
    }

    @Test
    void settingsThatCannotBeUsedAtTheStartAreToldWithTheirCode() throws Exception {
        Map<String, Object> wrong = to(service, acme);
        wrong.put("give.up.days", 0);
        String sentence = assertThrows(IllegalArgumentException.class, () -> component(wrong))
                .getMessage();
        assertTrue(sentence.startsWith("DELIVERY-001"), sentence);
        assertTrue(sentence.contains("give.up.days"), sentence);
    }

    @Test
    void aServiceThatDoesNotAnswerIsAWarningUntilItDoes() throws Exception {
        int port = service.port();
        Map<String, Object> settings = to(service, acme);
        service.close();
        DeliveryComponent component = started(settings);
        assertEquals(List.of(Finding.Level.OK), levels(component));
        NoticeId id = notice(acme);
        await().atMost(LONG).until(() -> levels(component), List.of(Finding.Level.WARNING)::equals);
        String sentence = component.findings().get(0).sentence();
        assertTrue(sentence.contains("my-post") && sentence.contains("DELIVERY-003"), sentence);

        service = Service.at(port, authority.server());
        awaitDelivered(id, "my-post");
        await().atMost(LONG).until(() -> levels(component), List.of(Finding.Level.OK)::equals);
    }

    @Test
    void ofTwoFilesWithOneServiceTheFirstIsUsedUntilItGoes() throws Exception {
        DeliveryComponent first = started(to(service, acme));
        try (Service other = Service.at(0, authority.server())) {
            DeliveryComponent second = started(to(other, acme));
            awaitDelivered(notice(acme), "my-post");
            assertEquals(List.of(Finding.Level.OK), levels(first));
            assertEquals(List.of(Finding.Level.WARNING), levels(second));
            assertTrue(second.findings().get(0).sentence().contains("DELIVERY-009"));
            assertEquals(List.of(), other.calls);

            first.stop();
            components.remove(first);
            awaitDelivered(notice(acme), "my-post");
            assertEquals(1, other.calls.size());
            assertEquals(List.of(Finding.Level.OK), levels(second));
        }
    }

    @Test
    void twoServicesAreServedEachOnItsOwnChannel() throws Exception {
        started(to(service, acme));
        try (Service other = Service.at(0, authority.server())) {
            Map<String, Object> second = to(other, acme);
            second.put("service", "e-box");
            started(second);
            NoticeId id = notice(acme);
            awaitDelivered(id, "my-post");
            awaitDelivered(id, "e-box");
            assertEquals(1, service.calls.size());
            assertEquals(1, other.calls.size());
        }
    }

    @Test
    void aStoreGetsEachNoticeUnderItsIdAndTheReferenceIsKept() throws Exception {
        Map<String, Object> settings = to(service, acme);
        settings.put("way", "store");
        settings.put("url", "https://127.0.0.1:" + service.port() + "/acme/notices/");
        started(settings);
        NoticeId id = notice(acme);
        awaitDelivered(id, "my-post");
        Service.Call call = service.calls.get(0);
        assertEquals("PUT /acme/notices/" + id, call.method() + " " + call.path());
        assertTrue(call.header("Renkei-Signature").contains(".."));
        assertTrue(call.header("Repr-Digest").startsWith("sha-256=:"));
        assertEquals(
                List.of("https://127.0.0.1:" + service.port() + "/acme/notices/" + id),
                journal.notices().deliveries(id).stream()
                        .map(Delivery::reference)
                        .toList());
    }

    // ---------------------------------------------------------------- helpers

    private static Map<String, Object> to(Service service, PartnerId partner) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("service", "my-post");
        settings.put("url", service.url());
        settings.put("tls.trust", shared.resolve("ca.pem").toString());
        settings.put("tls.identity", shared.resolve("gateway.pem").toString());
        settings.put("partners", partner.value());
        settings.put("longest.pause.millis", 1_000L);
        return settings;
    }

    private DeliveryComponent started(Map<String, Object> settings) {
        DeliveryComponent component = component(settings);
        component.start();
        components.add(component);
        return component;
    }

    private DeliveryComponent component(Map<String, Object> settings) {
        return new DeliveryComponent(
                Config.of(settings),
                channels,
                journal.outbox(),
                journal.deliveries(),
                journal.notices(),
                journal.contents(),
                new RealSeal(shared.resolve("keys")).sealer(),
                new PemTls());
    }

    private static List<Finding.Level> levels(DeliveryComponent component) {
        return component.findings().stream().map(Finding::level).toList();
    }

    private NoticeId notice(PartnerId addressee) {
        return journal.filler().notice(addressee, Clock.systemUTC().instant());
    }

    private void awaitDelivered(NoticeId id, String channel) {
        await().atMost(LONG)
                .until(() -> journal.notices().deliveries(id).stream()
                        .anyMatch(each -> each.channel().equals(channel)));
    }
}
