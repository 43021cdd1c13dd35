package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Connectors come, go and misbehave while applications cross the gateway. */
public class DeployITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOCIETY = "health-insurance-society.06130012";

    private static Instance instance;
    private static Partner partner;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @BeforeClass
    public static void start() throws Exception {
        // Its own: one of its connectors hangs to the end.
        instance = Instance.own("deploy", Map.of());
        partner = Partner.ready(instance);
    }

    @AfterClass
    public static void end() {
        instance.end();
    }

    @After
    public void theOthersStillWork() throws Exception {
        String application = partner.submit();
        partner.awaitClosed(application, Duration.ofSeconds(90));
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
    }

    private static Path deploy() {
        return instance.etc("..").resolve("deploy").normalize();
    }

    private static JsonNode json(String command) throws Exception {
        return JSON.readTree(instance.shell(command + " --json").good().output());
    }

    /** State by destination. */
    private static Map<String, String> lanes() throws Exception {
        Map<String, String> lanes = new TreeMap<>();
        for (JsonNode lane : partner.lanes().all()) {
            lanes.merge(
                    lane.path("destination").asText(), lane.path("state").asText(), (one, other) -> one + " " + other);
        }
        return lanes;
    }

    private static String societyBundle() throws Exception {
        return instance.shell("bundle:list --no-format io.renkei.connector.healthsociety")
                .good()
                .output()
                .lines()
                .filter(line -> line.contains("Active"))
                .map(line -> line.trim().split("\\s")[0])
                .findFirst()
                .orElseThrow();
    }

    private static String health() throws Exception {
        return instance.shell("renkei:health").output();
    }

    @Test
    public void aConnectorIsReplacedUnderLoadAndNothingElseIsTouched() throws Exception {
        Run run = instance.renkei("demo", "operate", "--rate", "5", "--dense", "30", "--replacements", "1");
        assertEquals(run.output(), 0, run.exit());
        assertTrue(run.output(), run.output().contains("failures 0"));
        assertTrue(run.output(), run.output().contains("refresh set [io.renkei.connector.healthsociety]"));
    }

    @Test
    public void replacementsLeaveNothingBehind() throws Exception {
        String times = System.getProperty("renkei.redeploys", "6");
        Run run = instance.renkei("soak", "--redeploys", times, "--warm", "5");
        assertEquals(run.output(), 0, run.exit());
    }

    @Test
    public void aConnectorComesTakesItsLaneAndGoes() throws Exception {
        Path jar = OddBundle.connector(deploy(), "org.example.fresh", "works", "fresh-ministry");
        Await.until(LONGEST, DeployITest::lanes, lanes -> "RUNNING".equals(lanes.get("fresh-ministry")));
        JsonNode newest = json("renkei:deploy-history --limit 1").at("/changes/0/bundles");
        assertEquals(newest.toString(), 1, newest.size());
        Files.delete(jar);
        Await.until(LONGEST, DeployITest::lanes, lanes -> !lanes.containsKey("fresh-ministry"));
    }

    @Test
    public void aBundleThatDoesNotResolveIsNamedWithWhatToDo() throws Exception {
        Path jar = OddBundle.unresolvable(deploy(), "org.example.unresolvable");
        Await.until(
                LONGEST,
                DeployITest::health,
                health -> health.contains("org.example.unresolvable 1.0.0 does not resolve: bundle:diag"));
        Files.delete(jar);
        Await.until(LONGEST, DeployITest::health, health -> !health.contains("org.example.unresolvable"));
    }

    @Test
    public void aConnectorThatThrowsOnStartIsNoLaneAndIsLogged() throws Exception {
        Path jar = OddBundle.connector(deploy(), "org.example.throwing", "throws", "throwing-ministry");
        Await.until(LONGEST, () -> instance.hasLogged("this connector never starts"), Boolean::booleanValue);
        assertTrue(lanes().toString(), !lanes().containsKey("throwing-ministry"));
        Files.delete(jar);
    }

    @Test
    public void ofTwoConnectorsForOneDestinationTheSecondIsRefusedAndSaysSo() throws Exception {
        Path jar = OddBundle.connector(deploy(), "org.example.second", "works", SOCIETY);
        // Not while the first is updated either.
        instance.shell("bundle:update " + societyBundle()).good();
        Await.until(
                LONGEST,
                DeployITest::lanes,
                lanes -> lanes.get(SOCIETY).equals("RUNNING REFUSED")
                        || lanes.get(SOCIETY).equals("REFUSED RUNNING"));
        assertTrue(instance.shell("renkei:connector-list").good().output().contains("ROUTES-TWO-CONNECTORS"));
        Files.delete(jar);
        Await.until(LONGEST, DeployITest::lanes, lanes -> lanes.get(SOCIETY).equals("RUNNING"));
    }

    /** The folder's watch waits for it, so it is the last of its kind; the shell still deploys. */
    @Test
    public void aConnectorThatHangsOnStopHoldsUpNothingButItsFolder() throws Exception {
        Path elsewhere =
                Files.createDirectories(instance.etc("..").resolve("elsewhere")).normalize();
        Path hanging = OddBundle.connector(elsewhere, "org.example.hanging", "hangs", "hanging-ministry");
        String installed =
                instance.shell("bundle:install -s file:" + hanging).good().output();
        Await.until(LONGEST, DeployITest::lanes, lanes -> lanes.containsKey("hanging-ministry"));
        String id = installed.replaceAll("\\D", "");
        instance.shellInTheBackground("bundle:stop " + id);
        Await.until(
                LONGEST,
                DeployITest::health,
                health -> health.contains("org.example.hanging 1.0.0 has hung in its stop"));
        Path fresh = OddBundle.connector(deploy(), "org.example.meanwhile", "works", "other-ministry");
        Await.until(LONGEST, DeployITest::lanes, lanes -> "RUNNING".equals(lanes.get("other-ministry")));
        Files.delete(fresh);
    }
}
