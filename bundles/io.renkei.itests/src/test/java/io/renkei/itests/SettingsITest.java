package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Settings are changed while the gateway runs: by the file, by the shell, by a management client; and back. */
public class SettingsITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String ETAX = "io.renkei.connector.etax";
    private static final String SOCIETY = "io.renkei.connector.healthsociety-06130012";
    private static final String INTAKE = "io.renkei.ports.intake.SubmitApplication";
    private static final String ROUTES = "io.renkei.routes";
    private static final Pattern SERVED = Pattern.compile("Destination (\\S+) is served by");
    private static final Pattern SERVICE_ID = Pattern.compile("service\\.id = (\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Instance instance;
    private static Partner partner;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.own("settings", Map.of());
        partner = Partner.ready(instance);
        Await.until(LONGEST, SettingsITest::served, served -> served.size() == Partner.DESTINATIONS.size());
    }

    @AfterClass
    public static void end() {
        instance.end();
    }

    @After
    public void everythingWorksAgain() throws Exception {
        partner.faultsOver();
    }

    /** How long it took is printed; the aim is a second from the last write, but a test machine may be busy. */
    @Test
    public void anEditedFileIsInUseSoonAndNoOtherInstanceIsTouched() throws Exception {
        Map<String, Integer> before = served();
        long written = edit(ETAX, Map.of("attempts", "33"));
        Await.until(LONGEST, SettingsITest::served, served -> !served.equals(before));
        System.out.println("an edited file was in use after " + (System.nanoTime() - written) / 1_000_000 + " ms");
        assertEquals("33", inUse(ETAX, "attempts"));

        Map<String, Integer> after = served();
        assertNotEquals(before.remove("e-tax"), after.remove("e-tax"));
        assertEquals("the others go on as they are", before, after);
    }

    @Test
    public void whatIsUnderWayIsFinishedOnTheOldSettingsAndSentOnce() throws Exception {
        partner.fault("e-tax", "hold", 1);
        String application = partner.submit();
        Await.until(LONGEST, partner::held, held -> held == 1);
        edit(ETAX, Map.of("concurrency", "3"));
        Await.until(LONGEST, () -> history(ETAX).get(0).toString(), change -> change.contains("concurrency"));
        partner.faultsOver();

        partner.awaitClosed(application, LONGEST);
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
        assertEquals(Integer.valueOf(1), partner.attempts(application).get("e-tax"));
        Await.until(LONGEST, () -> inUse(ETAX, "concurrency"), "3"::equals);
    }

    /** The held filing takes its time on settings that allow it; how long the changes took is printed. */
    @Test
    public void aChangeWaitsNeitherForItsOwnInstanceNorForAnother() throws Exception {
        Map<String, Integer> start = served();
        edit(ETAX, Map.of("response.timeout.millis", "120000", "total.timeout.millis", "150000"));
        Await.until(LONGEST, SettingsITest::served, served -> !served.equals(start));
        partner.fault("e-tax", "hold", 1);
        String application = partner.submit();
        Await.until(LONGEST, partner::held, held -> held == 1);
        Map<String, Integer> before = served();
        edit(ETAX, Map.of("attempts", "34", "response.timeout.millis", "20000"));
        long written = edit(SOCIETY, Map.of("attempts", "45"));
        Await.until(
                LONGEST,
                SettingsITest::served,
                served -> isNewer(served, before, "e-tax")
                        && isNewer(served, before, "health-insurance-society.06130012"));
        System.out.println("two edited files were in use after " + (System.nanoTime() - written) / 1_000_000
                + " ms, while one of them had a filing under way");

        String next = partner.submit();
        partner.awaitClosed(next, LONGEST);
        assertEquals(1, partner.held());
        assertEquals(1, partner.lanes().inFlight("e-tax"));
        partner.faultsOver();
        Await.until(LONGEST, () -> partner.lanes().inFlight("e-tax"), filings -> filings == 0);
        partner.awaitClosed(application, LONGEST);
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
        assertEquals(Integer.valueOf(1), partner.attempts(application).get("e-tax"));
    }

    private static boolean isNewer(Map<String, Integer> served, Map<String, Integer> before, String destination) {
        return served.get(destination) > before.get(destination);
    }

    /** Half of this file is not right, as what it needs comes last: at no moment is it in use. */
    @Test
    public void aHalfWrittenFileIsNeverInUse() throws Exception {
        Path file = file(SOCIETY);
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        lines.removeIf(line -> line.startsWith("attempts"));
        lines.sort((one, other) -> Boolean.compare(one.startsWith("destination"), other.startsWith("destination")));
        Map<String, Integer> before = served();
        Files.writeString(file, "attempts = 44\n");
        for (String line : lines) {
            Files.writeString(file, line + "\n", StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        }
        Await.until(LONGEST, () -> inUse(SOCIETY, "attempts"), "44"::equals);
        Await.until(LONGEST, SettingsITest::served, served -> !served.equals(before));
        assertEquals("health-insurance-society.06130012", inUse(SOCIETY, "destination"));
        assertEquals("ok", settingsHealth());
    }

    @Test
    public void anInvalidFileKeepsTheRunningSettingsAndNamesAllThatIsWrong() throws Exception {
        String before = Files.readString(file(ROUTES));
        edit(ROUTES, Map.of("poll.parallel", "4"));
        Await.until(LONGEST, () -> inUse(ROUTES, "poll.parallel"), "4"::equals);
        edit(ROUTES, Map.of("poll.parallel", "many", "breaker.failures", "0", "poll.pause.milis", "5"));
        String faults = Await.until(
                LONGEST,
                () -> json("renkei:setting-diff --json " + ROUTES)
                        .path("faults")
                        .toString(),
                all -> all.contains("breaker"));

        assertTrue(faults, faults.contains("poll.parallel is a number and lies between 1 and 64"));
        assertTrue(faults, faults.contains("breaker.failures lies between 1 and 1000"));
        assertTrue(
                faults,
                faults.contains(
                        "poll.pause.milis is no key of io.renkei.routes.cfg; the nearest is poll.pause.millis"));
        assertEquals("4", inUse(ROUTES, "poll.parallel"));
        assertEquals("degraded", settingsHealth());
        partner.awaitClosed(partner.submit(), LONGEST);

        Files.writeString(file(ROUTES), before);
        Await.until(LONGEST, SettingsITest::settingsHealth, "ok"::equals);
    }

    /** A right change at the end shows that all events before it were handled: the container takes one after another. */
    @Test
    public void whatIsKeptOutMakesNoComponentAnewAndNeitherDoesItsCorrection() throws Exception {
        Map<String, String> wrong = Map.of(
                "io.renkei.bus.artemis",
                "delivery.attempts",
                "io.renkei.trust",
                "seal.key.days",
                "io.renkei.intake",
                "package.max.bytes",
                "io.renkei.door.tls",
                "expiry.warning.days",
                ETAX,
                "concurrency");
        Map<String, String> before = new TreeMap<>();
        Map<String, String> services = services();
        Map<String, Integer> served = served();
        try {
            for (Map.Entry<String, String> each : wrong.entrySet()) {
                before.put(each.getKey(), Files.readString(file(each.getKey()), StandardCharsets.ISO_8859_1));
                edit(each.getKey(), Map.of(each.getValue(), "none"));
            }
            String told = Await.until(
                    LONGEST,
                    () -> json("renkei:health --json").toString(),
                    all -> wrong.keySet().stream().allMatch(name -> all.contains(name + ".cfg: ")));
            assertTrue(
                    told,
                    told.contains("io.renkei.bus.artemis.cfg: delivery.attempts is a number and lies between 1 and"));
        } finally {
            for (Map.Entry<String, String> each : before.entrySet()) {
                Files.writeString(file(each.getKey()), each.getValue(), StandardCharsets.ISO_8859_1);
            }
        }
        Await.until(LONGEST, SettingsITest::settingsHealth, "ok"::equals);

        edit(ETAX, Map.of("attempts", "31"));
        Await.until(LONGEST, SettingsITest::served, now -> !now.equals(served));
        served.merge("e-tax", 1, Integer::sum);
        assertEquals("only the right change made an instance anew", served, served());
        assertEquals(services, services());
        partner.awaitClosed(partner.submit(), LONGEST);
    }

    @Test
    public void goingBackPutsTheReferencesOfTheFileBack() throws Exception {
        String reference = Files.readAllLines(file(ETAX)).stream()
                .filter(line -> line.contains("${renkei.pki}"))
                .findFirst()
                .orElseThrow();
        String key = reference.split("=", 2)[0].trim();
        String used = inUse(ETAX, key);
        edit(ETAX, Map.of(key, used, "attempts", "29"));
        Await.until(LONGEST, () -> inUse(ETAX, "attempts"), "29"::equals);
        instance.shell("renkei:setting-rollback " + ETAX).good();
        assertTrue(Files.readAllLines(file(ETAX)).contains(reference));
        assertEquals(used, inUse(ETAX, key));
        assertNotEquals("29", inUse(ETAX, "attempts"));
    }

    @Test
    public void aChangeByTheShellEndsInTheFileAndIsGoneBackUnderTheNameOfItsPrincipal() throws Exception {
        assertNotEquals(
                0,
                instance.shell("renkei:setting-set io.renkei.notices orphan.days 0")
                        .exit());
        instance.shell("renkei:setting-set io.renkei.notices orphan.days 7").good();
        Await.until(
                LONGEST, () -> Files.readString(file("io.renkei.notices")), text -> text.contains("orphan.days = 7"));
        JsonNode change = history("io.renkei.notices").get(0);
        assertEquals(
                "shell operator",
                change.path("way").asText() + " " + change.path("who").asText());

        instance.shell("config:property-set -p io.renkei.notices orphan.days 8").good();
        assertEquals(
                "8", history("io.renkei.notices").get(0).at("/keys/0/after").asText());
        assertEquals("8", inUse("io.renkei.notices", "orphan.days"));

        instance.shell("renkei:setting-rollback --to " + change.path("change").asInt() + " io.renkei.notices")
                .good();
        assertEquals("30", inUse("io.renkei.notices", "orphan.days"));
        Await.until(
                LONGEST, () -> Files.readString(file("io.renkei.notices")), text -> !text.contains("orphan.days = 8"));
    }

    @Test
    public void aManagementClientGoesTheSameWay() throws Exception {
        Attached client = Attached.to(instance.pid());
        try (client) {
            client.set("io.renkei.intake", "package.max.bytes", "2000000");
            assertEquals("2000000", inUse("io.renkei.intake", "package.max.bytes"));
            assertTrue(client.refusal("io.renkei.intake", "package.max.bytes", "1")
                    .contains("package.max.bytes lies between"));
            JsonNode change = history("io.renkei.intake").get(0);
            assertEquals("jmx", change.path("way").asText());
            assertEquals(System.getProperty("user.name"), change.path("who").asText());
        }
        Await.until(
                LONGEST,
                () -> Files.readString(file("io.renkei.intake")),
                text -> text.contains("package.max.bytes = 2000000"));
    }

    @Test
    public void aRemovedInstanceComesBack() throws Exception {
        Map<String, Integer> before = served();
        List<String> text = Files.readAllLines(file(SOCIETY));
        Files.delete(file(SOCIETY));
        Await.until(LONGEST, () -> history(SOCIETY).get(0).path("what").asText(), "removed"::equals);
        instance.shell("renkei:setting-rollback " + SOCIETY).good();
        Await.until(LONGEST, SettingsITest::served, served -> !served.equals(before));
        assertEquals("with its references", text, Files.readAllLines(file(SOCIETY)));
        partner.awaitClosed(partner.submit(), LONGEST);
    }

    @Test
    public void aCatalogueThatPointsNowhereIsRefusedWholeAndARightOneIsInTheHistory() throws Exception {
        Path file = instance.etc("catalogue/procedures.yaml");
        String before = Files.readString(file);
        Files.writeString(file, before.replace("{to: e-tax", "{to: e-takkusu"));
        String health = Await.until(LONGEST, () -> health("catalogue").toString(), all -> all.contains("e-takkusu"));
        assertTrue(health, health.contains("degraded"));
        partner.awaitClosed(partner.submit(), LONGEST);

        Files.writeString(file, before + "# the same with a remark\n");
        Await.until(LONGEST, () -> health("catalogue").path("state").asText(), "ok"::equals);
        JsonNode change = history("io.renkei.catalogue").get(0);
        assertEquals("file", change.path("way").asText());
        assertEquals("(catalogue)", change.at("/keys/0/key").asText());
    }

    /** What was changed while the gateway was down is an edit of the file; what is wrong then keeps nothing else down. */
    @Test
    public void afterARestartWithAWrongFileThatInstanceAloneIsDown() throws Exception {
        instance.stopGateway();
        String before = Files.readString(file(ETAX));
        edit(ETAX, Map.of("concurrency", "900"));
        instance.startGateway();
        partner.awaitUp();
        JsonNode health = Await.until(
                LONGEST,
                () -> health("settings"),
                part -> part.path("state").asText().equals("critical"));
        assertTrue(health.toString(), health.toString().contains(ETAX + ".cfg: concurrency lies between 1 and 64"));
        assertEquals("file", history(ETAX).get(0).path("way").asText());

        String application = partner.submit();
        partner.awaitStates(
                application,
                LONGEST,
                states -> states.entrySet().stream()
                        .allMatch(each ->
                                each.getKey().equals("e-tax") != each.getValue().equals("CLOSED")));
        Files.writeString(file(ETAX), before);
        partner.awaitClosed(application, LONGEST);
        Await.until(LONGEST, SettingsITest::settingsHealth, "ok"::equals);
    }

    @Test
    public void aSealThatIsBrokenAtTheStartIsCriticalAndComesByItselfWhenItsKeyIsPutBack() throws Exception {
        instance.stopGateway();
        Path key;
        try (Stream<Path> keys = Files.list(instance.data().resolve("keys"))) {
            key = keys.filter(file -> file.toString().endsWith(".key"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] right = Files.readAllBytes(key);
        Files.writeString(key, "no key");
        instance.startGateway();
        JsonNode told = Await.until(
                LONGEST,
                () -> health("seal"),
                part -> part.path("state").asText().equals("critical"));
        assertTrue(told.toString(), told.toString().contains("TRUST-061: " + key.getFileName()));
        assertTrue(told.toString(), told.toString().contains("put the file back from a backup"));

        Files.write(key, right);
        Await.until(LONGEST, () -> health("seal").path("state").asText(), "ok"::equals);
        Await.until(LONGEST, () -> serviceOf(INTAKE), Optional::isPresent);
        partner.awaitClosed(partner.submit(), LONGEST);
    }

    /** Each by configuration alone. */
    @Test
    public void anExternalSiteIsOneFileAndAWrongChangeLeavesItAsItWas() throws Exception {
        String name = "io.renkei.linkage.site-library";
        Files.writeString(file(name), """
                id = library
                name.ja = 中央図書館
                name.en = Central Library
                purpose.ja = 住所の確認
                purpose.en = Confirming an address
                items = 1
                redirects = https://library.example/callback
                client.authentication = tls_certificate
                certificates = %s
                """.formatted("ab".repeat(32)));
        Await.until(LONGEST, () -> site("library").path("nameJa").asText(), "中央図書館"::equals);
        assertEquals(
                "the window of the pension net",
                "Mon–Fri 8:00–23:00, public holidays closed (Japan time)",
                site("pension-net").at("/firstLink/hours").asText());

        edit(name, Map.of("items", "1, x"));
        String told = Await.until(LONGEST, () -> health("settings").toString(), all -> all.contains(name));
        assertTrue(told, told.contains("What was before stays in use."));
        assertEquals(1, site("library").path("items").asInt());

        edit(name, Map.of("items", "1, 2"));
        Await.until(LONGEST, () -> site("library").path("items").asInt(), items -> items == 2);
        Files.delete(file(name));
        Await.until(LONGEST, () -> site("library").isMissingNode(), gone -> gone);
        Await.until(LONGEST, SettingsITest::settingsHealth, "ok"::equals);
    }

    private static JsonNode site(String id) throws Exception {
        for (JsonNode each : json("renkei:site-list --json").path("sites")) {
            if (each.path("id").asText().equals(id)) {
                return each;
            }
        }
        return JSON.missingNode();
    }

    /** @return when it was written */
    private static long edit(String name, Map<String, String> settings) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file(name), StandardCharsets.ISO_8859_1));
        lines.removeIf(line -> settings.containsKey(line.split("=", 2)[0].trim()));
        settings.forEach((key, value) -> lines.add(key + " = " + value));
        Files.write(file(name), lines, StandardCharsets.ISO_8859_1);
        return System.nanoTime();
    }

    private static Path file(String name) {
        return instance.etc(name + ".cfg");
    }

    private static String inUse(String name, String key) throws Exception {
        for (JsonNode setting : json("renkei:setting-list --json " + name).path("settings")) {
            if (setting.path("key").asText().equals(key)) {
                return setting.path("inUse").asText();
            }
        }
        return "";
    }

    /** Newest first. */
    private static List<JsonNode> history(String name) throws Exception {
        List<JsonNode> changes = new ArrayList<>();
        json("renkei:setting-history --json " + name).path("changes").forEach(changes::add);
        return changes.isEmpty() ? List.of(JSON.createObjectNode()) : changes;
    }

    private static String settingsHealth() throws Exception {
        return health("settings").path("state").asText();
    }

    /** The first finding on a part. */
    private static JsonNode health(String part) throws Exception {
        for (JsonNode each : json("renkei:health --json").path("parts")) {
            if (each.path("part").asText().equals(part)) {
                return each;
            }
        }
        return JSON.createObjectNode();
    }

    private static JsonNode json(String command) throws Exception {
        String output = instance.shell(command).output();
        String document =
                output.lines().filter(line -> line.startsWith("{")).findFirst().orElse("{}");
        return JSON.readTree(document);
    }

    /** Which service each of these is, by its interface. */
    private static Map<String, String> services() throws Exception {
        Map<String, String> services = new TreeMap<>();
        for (String type : List.of(
                "io.renkei.ports.bus.Bus",
                "io.renkei.api.spi.Sealer",
                "io.renkei.api.spi.TlsContexts",
                "io.renkei.ports.trust.JwsVerifier",
                INTAKE)) {
            services.put(type, serviceOf(type).orElseThrow(() -> new AssertionError("there is no " + type)));
        }
        return services;
    }

    private static Optional<String> serviceOf(String type) throws Exception {
        Matcher id = SERVICE_ID.matcher(instance.shell("service:list " + type).output());
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    /** How often each destination got an instance that serves it. */
    private static Map<String, Integer> served() throws IOException {
        Map<String, Integer> served = new TreeMap<>();
        Path log = instance.data().resolve("log").resolve("karaf.log");
        Matcher matcher = SERVED.matcher(Files.readString(log, StandardCharsets.UTF_8));
        while (matcher.find()) {
            served.merge(matcher.group(1), 1, Integer::sum);
        }
        return served;
    }
}
