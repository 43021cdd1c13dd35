package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Ministries that fail in each way there is: every filing still comes to its end, and none arrives twice. */
public class FaultsITest {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String CONSENT_NEEDED = "WAITING EGOV-CONSENT-NEEDED";

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
    public void everythingWorksAgain() throws Exception {
        partner.faultsOver();
    }

    @Test
    public void aFilingWhoseReplyWasLostIsFoundAndNotSentAgain() throws Exception {
        String application = submittedInto("drop-after", 1);
        closedOnce(application);
        assertTrue(partner.attempts(application).toString(), allAre(1).test(partner.attempts(application)));
    }

    @Test
    public void aReplyThatMakesNoSenseIsLookedUpAndTheFilingNotSentAgain() throws Exception {
        String application = submittedInto("garbage", 1);
        closedOnce(application);
        assertTrue(partner.attempts(application).toString(), allAre(1).test(partner.attempts(application)));
    }

    @Test
    public void aFilingThatWasRefusedBeforeItWasTakenIsSentAgain() throws Exception {
        String application = submittedInto("refuse-before", 2);
        closedOnce(application);
        assertTrue(partner.attempts(application).toString(), allAre(3).test(partner.attempts(application)));
    }

    @Test
    public void aReplyThatComesLateCountsAsTheReply() throws Exception {
        String application = submittedInto("hold", 1);
        Await.until(LONGEST, partner::held, held -> held == Partner.DESTINATIONS.size());
        partner.faultsOver();
        closedOnce(application);
        assertTrue(partner.attempts(application).toString(), allAre(1).test(partner.attempts(application)));
    }

    @Test
    public void whileOneDestinationIsDownTheOthersGoOnAndItsFilingsFollowWhenItIsBack() throws Exception {
        String down = "e-tax";
        partner.ministries().order("faults", Map.of("destination", down, "mode", "down"));
        String application = partner.submit();

        partner.awaitStates(
                application,
                LONGEST,
                states -> states.entrySet().stream()
                        .allMatch(state ->
                                state.getKey().equals(down) != state.getValue().equals("CLOSED")));
        assertTrue(
                "a ministry that is down is no error of the applicant",
                !partner.states(application).get(down).startsWith("PARKED"));

        partner.faultsOver();
        closedOnce(application);
    }

    @Test
    public void whileThePortalTakesNothingEventsWaitAndComeInFullWhenItIsBack() throws Exception {
        partner.ministries().order("portal/busy", Map.of("busy", true));
        String application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        assertEquals(Map.of(), partner.events(application));
        Await.until(LONGEST, instance::log, log -> log.contains("EVENTS-003"));

        partner.faultsOver();
        partner.awaitEvents(application, LONGEST);
    }

    @Test
    public void aConsentThatWasTakenBackHoldsItsFilingsAloneUntilThereIsANewOne() throws Exception {
        String without = "hello-work";
        partner.ministries().order("delegations/revoke", Map.of("account", Partner.account(without)));
        String application = partner.submit();

        partner.awaitStates(
                application,
                LONGEST,
                states -> states.entrySet().stream()
                        .allMatch(state ->
                                state.getValue().equals(state.getKey().equals(without) ? CONSENT_NEEDED : "CLOSED")));

        partner.consent();
        closedOnce(application);
    }

    /** How full is too full for the broker is a setting; what cannot reach it waits in the database. */
    @Test
    public void whileTheBrokersDiskIsNearlyFullApplicationsAreAcceptedAndGoOnAfterwards() throws Exception {
        Path setting = instance.etc("io.renkei.bus.artemis.cfg");
        String before = Files.readString(setting);
        String application;
        try {
            Files.writeString(setting, before + "\ndisk.usage.max.percent = 1\n");
            Await.until(LONGEST, instance::log, log -> log.contains("start blocking producers"));
            application = partner.submit();
        } finally {
            Files.writeString(setting, before);
        }
        closedOnce(application);
    }

    /** How full is too full for the database is a setting too; what is under way goes on when there is space again. */
    @Test
    public void whileTheDatabasesDiskIsNearlyFullNothingIsAcceptedAndAfterwardsItIs() throws Exception {
        Path setting = instance.etc("io.renkei.journal.jdbc.cfg");
        String before = Files.readString(setting);
        String underWay = partner.submit();
        Sent late;
        long opened;
        try {
            Files.writeString(setting, before + "\ndisk.free.min.bytes = 1099511627776\n");
            late = Await.until(LONGEST, partner::newHire, hire -> answer(hire) == 503 && isNearlyFull());
        } finally {
            opened = timesOpened();
            Files.writeString(setting, before);
        }
        Await.until(LONGEST, FaultsITest::timesOpened, times -> times > opened);
        Await.until(LONGEST, () -> answer(late), status -> status == 201);
        closedOnce(partner.send(late).expect(200).json().path("number").asText());
        closedOnce(underWay);
    }

    private static int answer(Sent hire) {
        try {
            return partner.send(hire).status();
        } catch (IOException noDoor) {
            return 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Each change of its settings opens the database anew. */
    private static long timesOpened() throws IOException {
        return instance.timesLogged("the journal's database is open");
    }

    private static boolean isNearlyFull() {
        try {
            return instance.hasLogged("JOURNAL-015");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String submittedInto(String mode, int count) throws Exception {
        partner.fault(Partner.DESTINATIONS, mode, count);
        return partner.submit();
    }

    private static void closedOnce(String application) throws Exception {
        partner.awaitClosed(application, LONGEST);
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
        partner.awaitNotices(application, LONGEST);
    }

    private static Predicate<Map<String, Integer>> allAre(int attempts) {
        return all -> all.values().stream().allMatch(Integer.valueOf(attempts)::equals);
    }
}
