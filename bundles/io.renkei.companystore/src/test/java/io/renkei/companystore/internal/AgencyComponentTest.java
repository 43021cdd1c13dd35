package io.renkei.companystore.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.health.Finding;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.NewSubmission;
import io.renkei.ports.submissions.Permission;
import io.renkei.ports.submissions.SubmissionRecord;
import io.renkei.testkit.TestAuthority;
import io.renkei.trust.internal.PemTls;
import io.renkei.trust.internal.RealSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AgencyComponentTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
    private static final PartnerId ACME = new PartnerId("acme");

    @TempDir
    private static Path shared;

    private static TestAuthority authority;
    private static RealStores journal;

    /** A destination of this test alone. */
    private final DestinationId destination =
            new DestinationId("agency." + UUID.randomUUID().toString().replace("-", ""));

    private final Agencies agencies = new Agencies();
    private final List<AgencyComponent> components = new ArrayList<>();
    private Cloud agency;

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
        agency = new Cloud(authority.server());
    }

    @AfterEach
    void close() {
        components.forEach(AgencyComponent::stop);
        agency.close();
    }

    @Test
    void itIsToldInOrderWhatWasRecordedAndTakenBackAndNothingOfAPerson() throws Exception {
        ArrivalNumber first = recorded();
        AgencyComponent component = started(settings());
        await().atMost(LONG).until(() -> told().size(), count -> count == 1);
        ArrivalNumber second = recorded();
        journal.submissions().revoke(ACME, first, Optional.empty(), NOW);
        await().atMost(LONG).until(() -> told().size(), count -> count == 3);

        List<JsonNode> told = told();
        assertEquals(
                List.of(
                        "io.renkei.submission.recorded",
                        "io.renkei.submission.recorded",
                        "io.renkei.submission.revoked"),
                told.stream().map(event -> event.path("type").asText()).toList());
        assertEquals(destination + "/1", told.get(0).path("id").asText());
        assertEquals(first.digits(), told.get(2).path("subject").asText());
        assertEquals(
                "/v1/ministry/" + destination + "/submissions/" + second,
                told.get(1).path("data").path("path").asText());
        assertFalse(agency.posted.toString().contains("山田"));
        assertEquals(List.of(Finding.Level.OK), levels(component));
    }

    @Test
    void whatItDoesNotTakeIsToldAgainAndIsAWarningUntilThen() throws Exception {
        agency.next(Cloud.answers(503));
        AgencyComponent component = started(settings());
        ArrivalNumber number = recorded();
        await().atMost(LONG).until(() -> levels(component), List.of(Finding.Level.WARNING)::equals);
        await().atMost(LONG).until(() -> told().size(), count -> count == 1);
        assertEquals(number.digits(), told().get(0).path("subject").asText());
        await().atMost(LONG).until(() -> levels(component), List.of(Finding.Level.OK)::equals);
    }

    @Test
    void ofTwoFilesOfOneDestinationTheFirstTells() throws Exception {
        started(settings());
        try (Cloud other = new Cloud(authority.server())) {
            Map<String, Object> second = settings();
            second.put("webhook.url", other.url());
            AgencyComponent late = started(second);
            assertEquals(List.of(Finding.Level.WARNING), levels(late));
            recorded();
            await().atMost(LONG).until(() -> told().size(), count -> count == 1);
            assertEquals(List.of(), other.posted);
        }
    }

    @Test
    void aChangeThatCannotBeUsedIsNotUsedAndOneThatCanIsAtOnce() throws Exception {
        AgencyComponent component = started(settings());
        Map<String, Object> wrong = settings();
        wrong.put("webhook.url", "http://127.0.0.1/");
        wrong.put("destination", "Hello Work");
        component.change(Config.agency(wrong));
        String sentence = assertThrows(IllegalArgumentException.class, () -> component(wrong))
                .getMessage();
        assertTrue(sentence.startsWith("STORE-020"), sentence);
        assertTrue(sentence.contains("destination") && sentence.contains("webhook.url"), sentence);
        recorded();
        await().atMost(LONG).until(() -> told().size(), count -> count == 1);
        try (Cloud next = new Cloud(authority.server())) {
            Map<String, Object> moved = settings();
            moved.put("webhook.url", next.url());
            component.change(Config.agency(moved));
            recorded();
            await().atMost(LONG).until(() -> next.posted.size(), count -> count == 1);
            assertEquals(1, told().size());
        }
    }

    // ---------------------------------------------------------------- helpers

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("destination", destination.value());
        settings.put("webhook.url", agency.url());
        settings.put("tls.trust", shared.resolve("ca.pem").toString());
        settings.put("tls.identity", shared.resolve("gateway.pem").toString());
        settings.put("longest.pause.millis", 1_000L);
        return settings;
    }

    private AgencyComponent started(Map<String, Object> settings) {
        AgencyComponent component = component(settings);
        component.start();
        components.add(component);
        return component;
    }

    private AgencyComponent component(Map<String, Object> settings) {
        return new AgencyComponent(
                Config.agency(settings),
                agencies,
                journal.outbox(),
                journal.submissions(),
                new RealSeal(shared.resolve("keys")).sealer(),
                new PemTls());
    }

    private static List<Finding.Level> levels(AgencyComponent component) {
        return component.findings().stream().map(Finding::level).toList();
    }

    private List<JsonNode> told() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String batch : agency.posted) {
            new ObjectMapper().readTree(batch).forEach(events::add);
        }
        return events;
    }

    private ArrivalNumber recorded() {
        ArrivalNumber number = ArrivalNumber.draw(LocalDate.of(2026, 11, 29), new SecureRandom());
        journal.submissions()
                .admit(new NewSubmission(
                        number,
                        ACME,
                        new SenderNumber(number.digits()),
                        NOW,
                        Sha256.of(new byte[] {1}),
                        new SubmissionRecord(
                                List.of(new ProcedureId("12")),
                                List.of(new DataObject(
                                        "山田太郎の届", List.of(), "text/plain", 1, Sha256.of(new byte[] {1}), "a")),
                                List.of(new Permission(destination, Set.of(1), NOW, NOW.plusSeconds(60)))),
                        new byte[] {1}));
        return number;
    }
}
