package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/**
 * A destination whose connector is a file: e-Tax's filings go to a desk over REST while e-Tax's own connector is out. The
 * gateway runs all the time.
 */
public class YamlConnectorITest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration JOURNEY = Duration.ofSeconds(60);
    private static final String DESTINATION = "e-tax";
    private static final String RECEIPT = "kind: receipt-number";

    private Instance instance;
    private Partner partner;
    private Path own;
    private Path away;
    private Path file;
    private String example;
    private int logBefore;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @Before
    public void takeTheConnectorOfEtaxOut() throws Exception {
        instance = Instance.shared();
        partner = Partner.ready(instance);
        own = instance.etc("io.renkei.connector.etax.cfg");
        away = instance.etc("io.renkei.connector.etax.cfg.away");
        file = instance.etc("connectors/desk.yaml");
        example = Files.readString(instance.etc("connectors/local-office.yaml.example"))
                .replace("total.timeout.millis: 60000", "total.timeout.millis: 40000\nbackoff.first.millis: 200");
        logBefore = (int) Files.size(instance.data().resolve("log").resolve("karaf.log"));
        Files.move(own, away, StandardCopyOption.REPLACE_EXISTING);
        awaitLane("");
    }

    @After
    public void putItBack() throws Exception {
        if (file == null) {
            return;
        }
        partner.faultsOver();
        Files.deleteIfExists(file);
        awaitLane("");
        Files.move(away, own, StandardCopyOption.REPLACE_EXISTING);
        awaitLane("etax");
    }

    @Test
    public void aFileTakesWaitingFilingsIsChangedLiveAndGoes() throws Exception {
        String waiting = partner.submit();
        partner.awaitStates(waiting, JOURNEY, states -> states.get(DESTINATION).startsWith("READY"));

        Files.writeString(file, example);

        awaitLane("desk");
        partner.awaitClosed(waiting, JOURNEY);
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(waiting));
        assertReceipt(waiting, "receipt-number");

        Files.writeString(file, example.replace(RECEIPT, "kind: desk-number"));
        awaitLog("desk.yaml is replaced; it connects e-tax.");
        awaitLane("desk");
        String changed = partner.submit();
        partner.awaitClosed(changed, JOURNEY);
        assertReceipt(changed, "desk-number");
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(changed));

        Files.delete(file);
        awaitLane("");
        String left = partner.submit();
        partner.awaitStates(left, JOURNEY, states -> states.get(DESTINATION).startsWith("READY"));
    }

    @Test
    public void aWrongVersionIsRefusedAndTheOneInUseGoesOn() throws Exception {
        Files.writeString(file, example);
        awaitLane("desk");

        try (Elsewhere elsewhere = new Elsewhere()) {
            String otherComponent = example.replace("renkei-http:post", "http:127.0.0.1:1");
            Files.writeString(file, otherComponent);
            awaitLog("desk.yaml, line " + line(otherComponent, "uri: http:")
                    + ", route.from.steps[4].to.uri: the component" + " \"http\" is not allowed");
            awaitLog("the version in use goes on");

            String otherHost = example.replace("${renkei.sandbox}", "https://desk.example");
            Files.writeString(file, otherHost);
            awaitLog("desk.yaml, line " + line(otherHost, "endpoint.url")
                    + ", endpoint.url: the host desk.example is not allowed");

            String dynamic = example.replace("- to: renkei-body:application", "- toD: " + elsewhere.url());
            Files.writeString(file, dynamic);
            awaitLog("route.from.steps[2].toD: \"toD\" chooses its endpoint while it runs");

            Files.writeString(file, example.substring(0, example.length() / 2));
            awaitLog("desk.yaml is refused");
            String told = "connectors/desk.yaml is refused, and what was before stays in use.";
            assertTrue(instance.shell("renkei:health --json").output().contains(told));
            assertTrue(instance.shell("renkei:connector-list").good().output().contains(told));

            awaitLane("desk");
            String application = partner.submit();
            partner.awaitClosed(application, JOURNEY);
            assertReceipt(application, "receipt-number");
            elsewhere.requireThatNobodyCame();
        }
    }

    @Test
    public void whatIsUnderWayEndsByTheOldVersionWhileTheNextFilingGoesByTheNewOne() throws Exception {
        Files.writeString(file, example);
        awaitLane("desk");
        partner.fault(DESTINATION, "hold", 1);
        String held = partner.submit();
        Await.until(JOURNEY, partner::held, count -> count == 1);

        Files.writeString(file, example.replace(RECEIPT, "kind: desk-number"));
        awaitLog("desk.yaml is replaced");
        String next = partner.submit();
        partner.awaitClosed(next, JOURNEY);
        assertEquals(1, partner.held());
        partner.faultsOver();

        partner.awaitClosed(held, JOURNEY);
        assertReceipt(held, "receipt-number");
        assertReceipt(next, "desk-number");
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(held));
        assertEquals(Integer.valueOf(1), partner.attempts(held).get(DESTINATION));
    }

    @Test
    public void anInstanceOfATemplateTakesFilingsToo() throws Exception {
        Files.writeString(file, Files.readString(instance.etc("connectors/rest-desk-instance.yaml.example")));
        awaitLane("desk");
        String application = partner.submit();
        partner.awaitStates(
                application,
                JOURNEY,
                states -> !states.get(DESTINATION).startsWith("READY")
                        && !states.get(DESTINATION).startsWith("PLANNED")
                        && !states.get(DESTINATION).startsWith("ATTEMPTING"));
        assertReceipt(application, "receipt-number");
        assertFalse("no line of the log names a person", ownLog().contains("見本"));
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count()
                + (text.charAt(text.indexOf(part) - 1) == '\n' ? 1 : 0);
    }

    private void assertReceipt(String application, String kind) throws Exception {
        for (JsonNode filing : partner.view(application).path("filings")) {
            if (filing.path("destination").path("id").asText().equals(DESTINATION)) {
                assertTrue(filing.toString(), filing.path("receipts").toString().contains(kind));
                assertTrue(filing.toString(), filing.path("receipts").toString().contains("DK"));
                return;
            }
        }
        throw new AssertionError("no filing for " + DESTINATION);
    }

    /** Waits until the destination is served by that kind, or by none. */
    private void awaitLane(String connector) throws Exception {
        Await.until(
                SOON,
                this::lane,
                lane -> connector.isEmpty()
                        ? !lane.contains("RUNNING")
                        : lane.contains("RUNNING") && lane.matches(".*\\| " + connector + " +\\|.*"));
    }

    private String lane() throws Exception {
        String list = instance.shell("renkei:connector-list").good().output();
        if (!list.contains("eltax ")) {
            return "RUNNING or not: the shell gave no list";
        }
        return Arrays.stream(list.split("\n"))
                .filter(line -> line.startsWith(DESTINATION + " "))
                .findFirst()
                .orElse("");
    }

    /** Waits for a sentence in the log of this test. */
    private void awaitLog(String sentence) throws Exception {
        Await.until(SOON, this::ownLog, text -> text.contains(sentence));
    }

    private String ownLog() throws Exception {
        byte[] all = Files.readAllBytes(instance.data().resolve("log").resolve("karaf.log"));
        int from = Math.min(logBefore, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }
}
