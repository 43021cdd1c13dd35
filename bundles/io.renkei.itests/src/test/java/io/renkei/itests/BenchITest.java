package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** The short form of {@code ./renkei bench}: that it measures what it says. What it measures decides nothing. */
public class BenchITest {

    private static final Duration BOOT = Duration.ofSeconds(90);

    private static Instance instance;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
    }

    @Test
    public void everySignOnAndHandoverOfItsPeopleIsVerifiedAndNobodyOfThemMaySignInAfterwards() throws Exception {
        Run run = instance.renkei(
                        "bench",
                        "--only",
                        "linkage",
                        "--persons",
                        "3",
                        "--sign-on-rate",
                        "6",
                        "--handover-rate",
                        "2",
                        "--seconds",
                        "2",
                        "--warm-up",
                        "1",
                        "--settle",
                        "0",
                        "--json")
                .good();
        // Both streams are one here: the steps come first, then the document.
        JsonNode bench =
                new ObjectMapper().readTree(run.output().substring(run.output().lastIndexOf("\n{\n") + 1));

        assertTrue(run.output(), bench.path("good").asBoolean());
        measured(bench.path("sign_ons"), 12);
        measured(bench.path("handovers"), 4);
        assertEquals(4, bench.path("raw").size());
        assertFalse(Files.exists(
                instance.pki().resolve("trust").resolve("user-authentication").resolve("crowd.pem")));
    }

    @Test
    public void whatAKilledBenchChangedIsPutBackByTheNextStart() throws Exception {
        Path note = instance.home().resolve("bench.note");
        Path crowd =
                instance.pki().resolve("trust").resolve("user-authentication").resolve("crowd.pem");
        Process bench = instance.begin(
                "bench", "--only", "linkage", "--persons", "3", "--sign-on-rate", "12", "--seconds", "60");
        Await.until(BOOT, () -> Files.exists(crowd) && rate().equals("100000"), changed -> changed);
        String refused = instance.renkei("bench", "--only", "linkage").output();
        assertTrue(refused, refused.contains("another bench is under way"));

        ProcessHandle.of(Long.parseLong(pid(note))).orElseThrow().destroyForcibly();
        assertTrue(bench.waitFor(1, TimeUnit.MINUTES));
        assertTrue(Files.exists(crowd) && rate().equals("100000"));
        Run start = instance.renkei("start").good();

        assertTrue(start.output(), start.output().contains("put back what a bench left that was killed"));
        assertEquals("1200", rate());
        assertFalse(Files.exists(crowd) || Files.exists(note));
        assertFalse(instance.renkei("start").output().contains("put back"));
    }

    private static String rate() throws Exception {
        JsonNode settings = new ObjectMapper()
                .readTree(instance.shell("renkei:setting-list --json io.renkei.door.oidc")
                        .good()
                        .output());
        for (JsonNode setting : settings.path("settings")) {
            if (setting.path("key").asText().equals("site.requests.per.minute")) {
                return setting.path("inUse").asText();
            }
        }
        throw new AssertionError(settings.toString());
    }

    private static String pid(Path note) throws IOException {
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(note)) {
            said.load(reader);
        }
        return said.getProperty("pid");
    }

    private static void measured(JsonNode visits, int count) {
        assertEquals(visits.toString(), 3, visits.path("people").asInt());
        assertEquals(visits.toString(), count, visits.path("measured").asInt());
        assertEquals(visits.toString(), 0, visits.path("failed").size());
        for (String figure :
                new String[] {"verified_per_second", "p50_ms", "p99_ms", "cpu_ms", "raw_cpu_ms", "ratio"}) {
            assertTrue(visits.toString(), visits.path(figure).asDouble() > 0);
        }
    }
}
