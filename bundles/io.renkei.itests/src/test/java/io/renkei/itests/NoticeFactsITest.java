package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.OfficialDocumentReader.Replacement;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.sample.PackageSigner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** What becomes of a notice after it lies in the inbox: replaced, taken back, contradicted, proved, and not fetched. */
public class NoticeFactsITest {

    private static final Duration LONGEST = Duration.ofSeconds(120);

    private static final String ETAX = "e-tax";
    private static final String FILER = "1234567890123456";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Instance instance;
    private static Partner partner;
    private static GatewayClient ministry;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.own("notices", Map.of());
        Files.writeString(
                instance.etc("io.renkei.notices.cfg"), "\ndeadline.pause.millis = 200\n", StandardOpenOption.APPEND);
        partner = Partner.of(instance);
        ministry = Partner.caller(instance, "ministry-e-tax");
        partner.awaitUp();
        partner.consent();
    }

    @AfterClass
    public static void end() {
        instance.end();
    }

    @Test
    public void whatAMinistryReplacesAndTakesBackStaysInTheInboxAndNamesTheLaterOne() throws Exception {
        JsonNode first = decided();
        FilingKey filing = filing(first);

        String second = deliver(filing, true, Optional.of(replacing(first, false)));
        JsonNode replaced = await(id(first), "superseded");
        assertEquals(second, replaced.path("followed_by").asText());
        assertEquals(
                200, partner.gateway().get(replaced.path("document").asText()).status());

        String third = deliver(filing, false, Optional.of(replacing(shown(second), true)));
        JsonNode withdrawn = await(second, "withdrawn");
        assertEquals(third, withdrawn.path("followed_by").asText());
        assertFalse(withdrawn.has("objection"));
        assertEquals(
                200, partner.gateway().get(withdrawn.path("evidence").asText()).status());
        assertEquals(
                Set.of(second),
                Set.copyOf(ids(partner.gateway()
                        .get("/v1/notices?state=withdrawn&filing=" + filing)
                        .expect(200)
                        .json())));
        Await.until(
                LONGEST,
                () -> partner.events(filing.application().digits()).get(filing.toString()),
                types -> types.containsAll(Set.of("io.renkei.notice.superseded", "io.renkei.notice.withdrawn")));
    }

    @Test
    public void aMinistryThatReplacesTheDocumentOfAnotherFilingIsNotBelieved() throws Exception {
        JsonNode first = decided();
        JsonNode other = decided();
        String forged = push(filing(other), number(), true, Optional.of(replacing(first, false)));

        Await.until(
                LONGEST,
                () -> instance.shell("renkei:notice-list --verdict FORGED")
                        .good()
                        .output(),
                list -> list.lines().anyMatch(line -> line.contains(forged) && line.contains("NOTICES-027")));
        assertFalse(shown(id(first)).has("superseded"));
    }

    @Test
    public void twoDecisionsOfOneFilingAreBothDeliveredAndNamedToTheOperator() throws Exception {
        JsonNode first = decided();
        FilingKey filing = filing(first);
        String second = deliver(filing, true, Optional.empty());

        JsonNode earlier = Await.until(LONGEST, () -> shown(id(first)), view -> view.has("other_decision"));
        assertEquals(second, earlier.path("other_decision").asText());
        assertEquals(id(first), shown(second).path("other_decision").asText());
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:health").output(),
                health -> health.contains("NOTICES-028") && health.contains(filing.toString()));
    }

    @Test
    public void theEvidenceHoldsTheDocumentByteForByteAndAChainThatCanBeChecked() throws Exception {
        JsonNode notice = decided();
        byte[] document = partner.gateway()
                .get(notice.path("document").asText())
                .expect(200)
                .raw()
                .body();
        Await.until(LONGEST, () -> shown(id(notice)), view -> view.has("fetched") && view.has("delivered"));
        Answer answer = partner.gateway().get(notice.path("evidence").asText()).expect(200);
        Map<String, byte[]> entries = entries(answer.raw().body());

        assertArrayEquals(document, entries.get("document.xml"));
        assertEquals("application/vnd.etsi.asic-e+zip", new String(entries.get("mimetype"), StandardCharsets.US_ASCII));
        String manifest = new String(entries.get("META-INF/ASiCManifest.xml"), StandardCharsets.UTF_8);
        for (String name : List.of("document.xml", "notice.json", "journal.json")) {
            String digest = Base64.getEncoder().encodeToString(sha256(entries.get(name)));
            assertTrue(manifest, manifest.contains("URI=\"" + name + "\"") && manifest.contains(digest));
        }
        JsonNode facts = JSON.readTree(entries.get("notice.json"));
        for (String fact : List.of("received", "verified", "available", "delivered", "seen", "fetched")) {
            assertTrue(facts.toString(), facts.path("facts").has(fact));
        }
        assertTrue(facts.at("/verification/finding").asText().startsWith("signature good, path good"));
        JsonNode rows = JSON.readTree(entries.get("journal.json")).path("rows");
        requireChain(rows);
        assertTrue(rows.toString().contains("NOTICE_VERIFIED"));
    }

    @Test
    public void aMessageWithoutASealLiesInTheInboxMarkedOnceAndDecidesNothing() throws Exception {
        FilingKey filing = filing(decided());
        for (String of : List.of(filing.toString(), "")) {
            partner.ministries()
                    .order(
                            "etax/message",
                            Map.of("filer", FILER, "kind", "お知らせ", "title", "お知らせ" + of, "text", "本文", "filing", of));
        }
        List<JsonNode> messages = Await.until(LONGEST, NoticeFactsITest::messages, found -> found.size() == 2);
        Await.until(LONGEST, () -> confirmed(), found -> found == 2);
        for (JsonNode message : messages) {
            JsonNode shown = shown(id(message));
            assertTrue(shown.toString(), shown.at("/origin/server").asText().matches(".+:[0-9]+"));
            assertFalse(shown.has("objection"));
            Map<String, byte[]> entries = entries(partner.gateway()
                    .get(message.path("evidence").asText())
                    .expect(200)
                    .raw()
                    .body());
            assertTrue(new String(entries.get("message.xml"), StandardCharsets.UTF_8).contains("本文"));
            JsonNode facts = JSON.readTree(entries.get("notice.json"));
            assertTrue(facts.path("seal").asText().startsWith("none"));
            assertTrue(facts.toString(), facts.at("/facts").has("authenticated"));
            assertEquals(message.has("filing"), entries.containsKey("journal.json"));
        }
        assertEquals(
                Set.of(filing.toString(), ""),
                messages.stream()
                        .map(message -> message.path("filing").asText())
                        .collect(Collectors.toSet()));
        assertEquals(2, messages().size());
    }

    private static List<JsonNode> messages() throws Exception {
        List<JsonNode> messages = new ArrayList<>();
        for (JsonNode notice : partner.gateway()
                .get("/v1/notices?destination=" + ETAX)
                .expect(200)
                .json()
                .path("notices")) {
            if (!notice.path("sealed").asBoolean()) {
                messages.add(notice);
            }
        }
        return messages;
    }

    /** How many messages the gateway told e-Tax that it has. */
    private static int confirmed() throws Exception {
        return partner.entries("message-confirmed").size();
    }

    @Test
    public void anAuthorityThatIsDownStopsNothingAndItsBacklogIsStampedWhenItReturns() throws Exception {
        partner.ministries().order("faults", Map.of("destination", "timestamp", "mode", "down"));
        JsonNode notice;
        try {
            notice = decided();
            Map<String, byte[]> sealed =
                    Await.until(LONGEST, () -> evidence(notice), files -> files.containsKey("root.jws"));
            assertFalse(sealed.containsKey("root.tst"));
            String said =
                    JSON.readTree(sealed.get("notice.json")).path("timestamp").asText();
            assertTrue(said, said.startsWith("none: rows 1 to "));
        } finally {
            partner.faultsOver();
        }
        Map<String, byte[]> stamped =
                Await.until(LONGEST, () -> evidence(notice), files -> files.containsKey("root.tst"));
        long covered = JSON.readTree(stamped.get("root.json")).path("sequence").asLong();
        assertTrue(JSON.readTree(stamped.get("journal.json")).path("rows").size() >= covered);
        Await.until(
                LONGEST,
                () -> JSON.readTree(instance.shell("renkei:seal-list --limit 1000 --json")
                        .good()
                        .output()),
                list -> list.path("batches").size() > 0
                        && !list.path("batches").findValuesAsText("stamped").contains("null"));
        assertTrue(instance.shell("renkei:verify-journal").good().output().contains("whole and follow each other"));
        String application = filing(notice).application().digits();
        String proved =
                instance.shell("renkei:verify-journal " + application).good().output();
        assertTrue(proved, proved.contains("are sealed into batch "));
        String health = instance.shell("renkei:health").output();
        assertTrue(health, health.contains("Journal roots are timestamped."));
    }

    private static Map<String, byte[]> evidence(JsonNode notice) throws Exception {
        return entries(partner.gateway()
                .get(notice.path("evidence").asText())
                .expect(200)
                .raw()
                .body());
    }

    @Test
    public void whatNobodyFetchesIsWarnedOfEndsAndIsNamedToTheOperatorAndNeverLost() throws Exception {
        FilingKey filing = filing(decided());
        Path settings = instance.etc("io.renkei.notices.cfg");
        String before = Files.readString(settings);
        try {
            // The warning is due at once, the end is not.
            periods(before, "PT1H");
            String warned = deliver(filing, false, Optional.empty());
            assertFalse(await(warned, "expiring").has("expired"));

            periods(before, "PT1S");
            String late = deliver(filing, false, Optional.empty());
            JsonNode expired = await(late, "expired");
            assertFalse(expired.has("fetched"));
            Answer document = partner.gateway().get(expired.path("document").asText());
            assertEquals(410, document.status());
            assertEquals("REST-040", document.json().path("code").asText());
            assertTrue(ids(ministry.get("/v1/ministry/" + ETAX + "/notices/expired")
                            .expect(200)
                            .json())
                    .contains(late));
            assertTrue(instance.shell("renkei:notice-list --fact FALLBACK_STARTED")
                    .good()
                    .output()
                    .contains(late));
            Await.until(
                    LONGEST,
                    () -> partner.events(filing.application().digits()).get(filing.toString()),
                    types -> types.containsAll(Set.of("io.renkei.notice.expiring", "io.renkei.notice.expired")));
        } finally {
            Files.writeString(settings, before);
        }
    }

    @Test
    public void itsMinistryIsToldWhatWasFetchedOrItIsSaidThatItCannotBe() throws Exception {
        String application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        String asked = "/v1/notices?destination=hello-work&application=" + application;
        JsonNode polled = Await.until(
                        LONGEST,
                        () -> partner.gateway().get(asked).expect(200).json().path("notices"),
                        notices -> notices.size() == 1)
                .get(0);
        partner.gateway().get(polled.path("document").asText()).expect(200);
        await(id(polled), "acknowledged");

        byte[] document = document("hello-work", filing(polled), number(), false, Optional.empty());
        String pushed = Partner.caller(instance, "ministry-hello-work")
                .post("/v1/ministry/hello-work/notices", document, "Content-Type", "application/xml")
                .expect(202)
                .json()
                .path("id")
                .asText();
        String path = "/v1/notices/" + pushed;
        Await.until(LONGEST, () -> partner.gateway().get(path).status(), status -> status == 200);
        partner.gateway().get(path + "/document").expect(200);
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:notice-list --fact UNTOLD").good().output(),
                list -> list.contains(pushed));
        assertFalse(shown(pushed).has("acknowledged"));
        assertTrue(names(evidence(shown(pushed)), "UNTOLD"));
    }

    @Test
    public void whatIsOverIsDestroyedUnlessItIsHeldAndItsEvidenceGoesOnProvingIt() throws Exception {
        FilingKey filing = filing(decided());
        Path settings = instance.etc("io.renkei.notices.cfg");
        String before = Files.readString(settings);
        Path retention = instance.etc("io.renkei.notices.retention.cfg");
        String kept = Files.readString(retention);
        try {
            periods(before, "PT10S");
            String fetched = deliver(filing, false, Optional.empty());
            byte[] document = partner.gateway()
                    .get("/v1/notices/" + fetched + "/document")
                    .expect(200)
                    .raw()
                    .body();
            String held = deliver(filing, false, Optional.empty());
            String path = "/v1/notices/" + held;
            String order = "renkei:notice-hold --reason lawsuit " + held;
            assertTrue(instance.shell(order).good().output().contains("lawsuit"));
            JsonNode expired = await(held, "expired");
            assertEquals(200, partner.gateway().get(path + "/document").status());
            Await.until(
                    LONGEST,
                    () -> instance.shell("renkei:notice-ending --days 60")
                            .good()
                            .output(),
                    list -> list.contains(fetched) && list.contains(held) && list.contains("lawsuit"));

            Files.writeString(retention, kept + "\nerase.after = PT1S\nerase.pause.millis = 200\n");
            JsonNode erased = await(fetched, "erased");
            assertTrue(erased.toString(), erased.has("fetched") && !erased.has("title"));
            assertFalse(shown(held).has("erased"));
            assertEquals(
                    410,
                    partner.gateway()
                            .get("/v1/notices/" + fetched + "/document")
                            .status());
            Map<String, byte[]> evidence = Await.until(
                    LONGEST, () -> evidence(erased), files -> files.containsKey("root.jws") && names(files, "ERASED"));
            JsonNode facts = JSON.readTree(evidence.get("notice.json"));
            assertEquals(
                    HexFormat.of().formatHex(sha256(document)),
                    facts.path("sha256").asText());
            assertTrue(facts.path("document_absent").asText().startsWith("its time is over"));
            requireChain(JSON.readTree(evidence.get("journal.json")).path("rows"));
            checked(erased);

            assertTrue(instance.shell("renkei:notice-release " + held)
                    .good()
                    .output()
                    .contains("No notice is held"));
            await(held, "erased");
            assertEquals(expired.path("sha256"), shown(held).path("sha256"));
            JsonNode own = ministry.get("/v1/ministry/" + ETAX + "/notices/expired")
                    .expect(200)
                    .json();
            for (JsonNode each : own.path("notices")) {
                assertFalse(
                        "it was fetched in its time", each.path("id").asText().equals(fetched));
            }
            Soap.Reply asked = new Soap(ministry)
                    .notices("<n:listExpired xmlns:n='" + Soap.DELIVERY + "'><n:destination>" + ETAX
                            + "</n:destination></n:listExpired>")
                    .expect(200);
            assertTrue(asked.elements("notice").stream()
                    .anyMatch(notice -> notice.getTextContent().contains(held)
                            && notice.getElementsByTagNameNS("*", "erased").getLength() == 1));
            Await.until(
                    LONGEST,
                    () -> partner.events(filing.application().digits()).get(filing.toString()),
                    types -> types.contains("io.renkei.notice.erased"));
        } finally {
            Files.writeString(settings, before);
            Files.writeString(retention, kept);
        }
    }

    @Test
    public void whatCameIntoNoInboxIsDestroyedAfterItsTimeUnlessItIsHeldAndIsCounted() throws Exception {
        FilingKey filing = filing(decided());
        byte[] changed = new String(document(ETAX, filing, number(), false, Optional.empty()), StandardCharsets.UTF_8)
                .replace("本文", "別文")
                .getBytes(StandardCharsets.UTF_8);
        String forged = quarantined(changed);
        String held = quarantined(document("hello-work", filing, number(), false, Optional.empty()));
        assertTrue(instance.shell("renkei:notice-hold --reason forgery " + held)
                .good()
                .output()
                .contains("forgery"));
        String listed = instance.shell("renkei:notice-ending --days 366").good().output();
        assertTrue(listed, listed.contains(forged) && listed.contains("forgery"));

        Path retention = instance.etc("io.renkei.notices.retention.cfg");
        String kept = Files.readString(retention);
        try {
            Files.writeString(retention, kept + "\nquarantine.after = PT1S\nerase.pause.millis = 200\n");
            Await.until(
                    LONGEST,
                    () -> instance.shell("renkei:notice-list --fact ERASED")
                            .good()
                            .output(),
                    list -> list.contains(forged) && !list.contains(held));
            String health = instance.shell("renkei:health").output();
            assertTrue(health, health.matches("(?s).* [1-9][0-9]* were destroyed within 30 days.*"));
        } finally {
            Files.writeString(retention, kept);
            instance.shell("renkei:notice-release " + held).good();
        }
        assertFalse("sent again it is a new one", quarantined(changed).equals(forged));
    }

    /** Delivers what is not believed, and waits until that was found. */
    private static String quarantined(byte[] document) throws Exception {
        String id = TaxOffice.id(
                ministry.post("/v1/ministry/" + ETAX + "/notices", document, "Content-Type", "application/xml"));
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:notice-list --verdict FORGED")
                        .good()
                        .output(),
                list -> list.contains(id));
        return id;
    }

    private static boolean names(Map<String, byte[]> evidence, String fact) {
        return new String(evidence.get("journal.json"), StandardCharsets.UTF_8).contains("NOTICE_" + fact);
    }

    /** As anybody checks it who has the container and the roots. */
    private static void checked(JsonNode notice) throws Exception {
        Path container = Files.createTempFile("renkei-evidence", ".asice");
        try {
            Files.write(
                    container,
                    partner.gateway()
                            .get(notice.path("evidence").asText())
                            .expect(200)
                            .raw()
                            .body());
            Run verdict = instance.renkei(
                    "check", "--anchor", instance.pki().resolve("seal-ca.pem").toString(), container.toString());
            assertTrue(verdict.output(), verdict.output().contains("期限経過"));
            assertTrue(verdict.output(), verdict.output().contains("chain unbroken"));
        } finally {
            Files.delete(container);
        }
    }

    /** Writes how long a document of the tax office can be fetched, and waits until that is in use. */
    private static void periods(String before, String span) throws Exception {
        Files.writeString(
                instance.etc("io.renkei.notices.cfg"),
                before + "\nfetch.period.e-tax = " + span + "\nwarn.period.e-tax = PT1H\n");
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:setting-list --json io.renkei.notices")
                        .output(),
                shown -> shown.contains(span) && shown.contains("fetch.period.e-tax"));
    }

    @Test
    public void aTitleIsFoundAndANoticeIsMarkedAsRead() throws Exception {
        JsonNode notice = decided();
        String mark = "/v1/notices/" + id(notice) + "/read";
        partner.gateway().put(mark, new byte[0]).expect(204);
        assertTrue(shown(id(notice)).path("read").asBoolean());

        String text = JSON.writeValueAsString(
                Map.of("text", notice.path("title").asText().substring(0, 2)));
        String of = "?filing=" + filing(notice);
        JsonNode found = partner.gateway()
                .post(
                        "/v1/notices/search" + of,
                        text.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json")
                .expect(200)
                .json();
        assertEquals(List.of(id(notice)), ids(found));
        assertEquals(
                List.of(),
                ids(partner.gateway()
                        .get("/v1/notices" + of + "&unread=true")
                        .expect(200)
                        .json()));
    }

    // ---------------------------------------------------------------- helpers

    /** The notice of the tax office in an application that is closed. */
    private static JsonNode decided() throws Exception {
        String application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        String asked = "/v1/notices?destination=" + ETAX + "&application=" + application;
        return Await.until(
                        LONGEST,
                        () -> partner.gateway().get(asked).expect(200).json().path("notices"),
                        notices -> notices.size() == 1)
                .get(0);
    }

    private static String id(JsonNode notice) {
        return notice.path("id").asText();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("notices").findValuesAsText("id").stream()
                .filter(id -> id.length() == 36)
                .toList();
    }

    private static FilingKey filing(JsonNode notice) {
        return FilingKey.parse(notice.path("filing").asText());
    }

    private static Replacement replacing(JsonNode notice, boolean withdraws) {
        return new Replacement(notice.path("issuer_number").asText(), withdraws);
    }

    private static JsonNode shown(String id) throws Exception {
        return partner.gateway().get("/v1/notices/" + id).expect(200).json();
    }

    private static JsonNode await(String id, String fact) throws Exception {
        return Await.until(LONGEST, () -> shown(id), view -> view.has(fact));
    }

    private static String number() {
        return "試験-" + UUID.randomUUID();
    }

    /** Delivers and waits until it lies in the inbox. */
    private static String deliver(FilingKey filing, boolean closes, Optional<Replacement> replaces) throws Exception {
        String id = push(filing, number(), closes, replaces);
        Await.until(LONGEST, () -> partner.gateway().get("/v1/notices/" + id).status(), status -> status == 200);
        return id;
    }

    private static String push(FilingKey filing, String number, boolean closes, Optional<Replacement> replaces)
            throws Exception {
        byte[] sealed = document(ETAX, filing, number, closes, replaces);
        return ministry.post("/v1/ministry/" + ETAX + "/notices", sealed, "Content-Type", "application/xml")
                .expect(202)
                .json()
                .path("id")
                .asText();
    }

    private static byte[] document(
            String from, FilingKey filing, String number, boolean closes, Optional<Replacement> replaces)
            throws Exception {
        byte[] document = new OfficialDocumentWriter()
                .write(new OfficialDocument(
                        number,
                        LocalDate.now(ZoneId.of("Asia/Tokyo")),
                        "申請者",
                        "試験税務署",
                        "長",
                        "試験の通知書",
                        Optional.of(filing),
                        Optional.empty(),
                        List.of("本文"),
                        closes,
                        replaces));
        Path seal = instance.pki().resolve("seal-" + from + ".pem");
        return new PackageSigner(Pem.privateKey(seal), Pem.certificates(seal))
                .sign(document, "BODY", OfficialDocumentWriter.ID_ATTRIBUTE);
    }

    static Map<String, byte[]> entries(byte[] container) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                entries.put(each.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** As {@code digest_is} in the evidence says, and as anybody outside would check it. */
    private static void requireChain(JsonNode rows) throws Exception {
        byte[] previous = new byte[32];
        for (JsonNode row : rows) {
            assertEquals(
                    HexFormat.of().formatHex(previous), row.path("previous").asText());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write("renkei.journal.row.v1\0".getBytes(StandardCharsets.US_ASCII));
            for (String member : List.of("application", "filing", "event", "detail")) {
                byte[] text = row.path(member).asText().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            out.writeLong(row.path("sequence").asLong());
            out.writeLong(ChronoUnit.MICROS.between(
                    Instant.EPOCH, Instant.parse(row.path("at").asText())));
            out.write(previous);
            previous = sha256(bytes.toByteArray());
            assertEquals(HexFormat.of().formatHex(previous), row.path("digest").asText());
        }
        assertTrue(rows.size() > 5);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
