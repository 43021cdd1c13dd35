package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.renkei.tools.client.GatewayClient.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Operators pause, drain, stop and resume while applications cross the gateway, and destinations keep their hours. */
public class OperateITest {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String HELD = "eltax";

    private static Instance instance;
    private static Partner partner;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.ready(instance);
    }

    @After
    public void everythingGoesOn() throws Exception {
        partner.faultsOver();
        instance.shell("renkei:connector-resume " + HELD).good();
        instance.shell("renkei:intake-resume").good();
    }

    /** Every filing but the held one. */
    private static boolean othersClosed(Map<String, String> states) {
        return states.entrySet().stream()
                .allMatch(
                        state -> state.getKey().equals(HELD) != state.getValue().equals("CLOSED"));
    }

    private static void closesOnce(String application) throws Exception {
        partner.awaitClosed(application, LONGEST);
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
    }

    @Test
    public void aPauseHoldsOneDestinationAlsoAcrossARestart() throws Exception {
        instance.shell("renkei:connector-pause --reason 保守 --until 1d " + HELD).good();
        String application = partner.submit();
        partner.awaitStates(application, LONGEST, OperateITest::othersClosed);
        instance.killGateway();
        instance.startGateway();
        partner.awaitUp();
        partner.lanes().awaitState(HELD, "PAUSED");
        assertEquals("保守", partner.lanes().of(HELD).path("reason").asText());
        assertTrue(partner.states(application).get(HELD).startsWith("READY"));
        instance.shell("renkei:connector-resume " + HELD).good();
        closesOnce(application);
    }

    @Test
    public void aDrainLetsWhatIsUnderWayEndAndSaysWhenNothingIs() throws Exception {
        partner.fault(HELD, "hold", 1);
        String application = partner.submit();
        Await.until(LONGEST, partner::held, held -> held == 1);
        Run hasty = instance.renkei("client", "renkei:connector-drain --reason 入替 --wait 1 " + HELD);
        assertEquals(hasty.output(), 1, hasty.exit());
        assertTrue(hasty.output(), hasty.output().contains("1 filings are still under way"));
        partner.faultsOver();
        Run drained = instance.renkei("client", "renkei:connector-drain --reason 入替 " + HELD);
        assertEquals(drained.output(), 0, drained.exit());
        assertTrue(drained.output(), drained.output().contains("Drained: nothing is under way"));
        instance.shell("renkei:connector-resume " + HELD).good();
        closesOnce(application);
        assertEquals(1, (int) partner.attempts(application).get(HELD));
    }

    @Test
    public void aStopGivesUpWhatIsUnderWayAndNothingIsSentTwice() throws Exception {
        // However long the commands take: nobody asks the ministry before the stop.
        instance.shell("renkei:connector-pause --reason 照会停止 --route reconciliation " + HELD)
                .good();
        // Nor does the ministry decide before: its document would end the doubt.
        partner.order("examination/hold", "{\"destination\":\"" + HELD + "\"}");
        partner.fault(HELD, "hold", 1);
        String application = partner.submit();
        Await.until(LONGEST, partner::held, held -> held == 1);
        instance.shell("renkei:connector-kill --reason 誤送信 " + HELD).good();
        partner.lanes().awaitState(HELD, "KILLED");
        // Not from its state, which the ministry's document ends when it comes.
        Await.until(LONGEST, () -> instance.hasLogged("UNKNOWN (ROUTES-KILLED)"), logged -> logged);
        partner.faultsOver();
        partner.order("examination/go-on", "{\"destination\":\"" + HELD + "\",\"filing\":\"" + application + "-05\"}");
        instance.shell("renkei:connector-resume " + HELD).good();
        closesOnce(application);
    }

    @Test
    public void aPausedIntakeTellsSendersWhenToComeAgain() throws Exception {
        String before = partner.submit();
        instance.shell("renkei:intake-pause --reason 入替 --until 2m").good();
        Sent late = partner.newHire();
        Answer paused = Await.until(LONGEST, () -> partner.send(late), answer -> answer.status() == 503);
        int seconds = Integer.parseInt(
                paused.raw().headers().firstValue("Retry-After").orElseThrow());
        assertTrue(seconds + " s", seconds > 60 && seconds <= 121);
        assertEquals("REST-031", paused.json().path("code").asText());
        closesOnce(before);
        instance.shell("renkei:intake-resume").good();
        Answer taken = Await.until(LONGEST, () -> partner.send(late), answer -> answer.status() == 201);
        closesOnce(taken.json().path("number").asText());
    }

    @Test
    public void aDestinationClosesAndOpensByItsServiceHours() throws Exception {
        Path file = instance.etc("catalogue").resolve("destinations.yaml");
        String before = Files.readString(file);
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Tokyo")).withNano(0);
        LocalDateTime opens = now.plusSeconds(25);
        try {
            Files.writeString(
                    file,
                    before.replace(
                            "  " + HELD + ":\n",
                            "  " + HELD + ":\n    closed: [{from: \"" + now.minusDays(1) + "\", until: \"" + opens
                                    + "\"}]\n"));
            partner.lanes().awaitState(HELD, "CLOSED");
            // The list says it at once; the lane takes its last filing up to a quarter of a second later.
            Await.until(
                    LONGEST, () -> instance.hasLogged("Destination " + HELD + " is CLOSED until"), logged -> logged);
            String application = partner.submit();
            partner.awaitStates(application, LONGEST, OperateITest::othersClosed);
            partner.lanes().awaitState(HELD, "RUNNING");
            closesOnce(application);
        } finally {
            Files.writeString(file, before);
        }
    }
}
