package io.renkei.portal.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingState;
import io.renkei.ports.doors.FakePartners;
import io.renkei.trust.internal.PemTls;
import io.renkei.trust.internal.RealSeal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bundle over TLS, with the real seal and the real PEM files. */
@Timeout(60)
class PortalComponentTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final Story story = new Story();
    private Authority authority;
    private Receiver portal;
    private PortalComponent component;

    @BeforeEach
    void startPortal() throws Exception {
        authority = Authority.make("試験認証局");
        portal = Receiver.tls(authority.server());
    }

    @AfterEach
    void stopAll() {
        if (component != null) {
            component.stop();
        }
        portal.close();
    }

    @Test
    void theConfiguredPortalIsToldOverTlsByTheConfiguredAuthority() throws Exception {
        String id = story.changes(story.filing(), FilingState.ARRIVED);
        component = component(to(portal));
        awaitAllTold();
        assertEquals(List.of(id), portal.takenIds());
    }

    @Test
    void aServerOfAnotherAuthorityIsToldNothing() throws Exception {
        story.changes(story.filing(), FilingState.ARRIVED);
        Map<String, Object> settings = to(portal);
        settings.put("tls.trust", Authority.make("別の認証局").pem(folder.resolve("other.pem")));
        component = component(settings);
        await().atMost(LONG).until(() -> story.outbox.drains.get() >= 2);
        assertEquals(1, story.outbox.backlog());
        assertEquals(List.of(), portal.calls);
    }

    @Test
    void withoutAPortalEventsWaitUntilOneIsConfigured() throws Exception {
        String id = story.changes(story.filing(), FilingState.ARRIVED);
        component = component(Map.of());
        assertEquals(1, story.outbox.backlog());
        assertEquals(0, story.outbox.drains.get());

        component.change(Config.of(to(portal)));
        awaitAllTold();
        assertEquals(List.of(id), portal.takenIds());
    }

    @Test
    void aChangeMovesToTheNewPortalAndTellsTheOldOneNothingMore() throws Exception {
        component = component(to(portal));
        String first = story.changes(story.filing(), FilingState.ARRIVED);
        awaitAllTold();
        try (Receiver next = Receiver.tls(authority.server())) {
            component.change(Config.of(to(next)));
            String second = story.changes(story.filing(), FilingState.ARRIVED);
            awaitAllTold();
            assertEquals(List.of(second), next.takenIds());
        }
        assertEquals(List.of(first), portal.ids());
    }

    @Test
    void aChangeThatCannotBeUsedLeavesTheSettingsOfBefore() throws Exception {
        component = component(to(portal));
        Map<String, Object> plain = to(portal);
        plain.put("webhook.url", "http://localhost/");
        component.change(Config.of(plain));
        Map<String, Object> missing = to(portal);
        missing.put("tls.trust", folder.resolve("ない.pem").toString());
        component.change(Config.of(missing));

        String id = story.changes(story.filing(), FilingState.ARRIVED);
        awaitAllTold();
        assertEquals(List.of(id), portal.takenIds());
    }

    @Test
    void settingsThatCannotBeUsedAtTheStartAreToldWithTheirCode() throws Exception {
        Map<String, Object> wrong = to(portal);
        wrong.put("answer.timeout.millis", 0L);
        String sentence = assertThrows(IllegalArgumentException.class, () -> component(wrong))
                .getMessage();
        assertTrue(sentence.startsWith("EVENTS-001"), sentence);
        assertTrue(sentence.contains("answer.timeout.millis"), sentence);
    }

    private Map<String, Object> to(Receiver receiver) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put("webhook.url", receiver.address().toString());
        settings.put("tls.trust", authority.pem(folder.resolve("認証局.pem")));
        return settings;
    }

    private PortalComponent component(Map<String, Object> settings) {
        return new PortalComponent(
                Config.of(settings),
                story.outbox,
                story.filings,
                story.followUps,
                story.notices,
                story.payments,
                story.warnings,
                new FakePartners(),
                new RealSeal(folder.resolve("keys")).sealer(),
                new PemTls());
    }

    private void awaitAllTold() {
        await().atMost(LONG).until(() -> story.outbox.backlog() == 0);
    }
}
