package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.renkei.testkit.ToyConnector.Sin;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The contract fails a connector that breaks one promise, and says which. */
@Execution(ExecutionMode.CONCURRENT)
class ContractNoticesTest {

    @AfterEach
    void forgive() {
        ToyContractTest.SINS.remove();
    }

    private static Method method(String name) {
        return Arrays.stream(ConnectorContract.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "PROBE_SUBMITS, probesWithinASecondAndWithoutEffect",
        "PROBE_WAITS, aProbeOfASilentDestinationGivesUpWithinASecond",
        "KEY_STAYS_HOME, theFilingKeyTravels",
        "RESENDS, aLostAnswerIsUnknownAndNothingIsResent",
        "RESENDS, aCutConnectionIsUnknownAndNothingIsResent",
        "TRANSIENT_AFTER_SENDING, aLostAnswerIsUnknownAndNothingIsResent",
        "REFUSED_CONNECTION_IS_UNKNOWN, nobodyListeningIsATransientFailure",
        "BELIEVES_ANYTHING, garbageFromTheMinistryIsUnknown",
        "BELIEVES_ANYTHING, whatIsNoAnswerOfTheMinistryIsUnknown",
        "BELIEVES_ANYTHING, aServerErrorAfterSendingIsUnknown",
        "IGNORES_RETRY_AFTER, retryAfterIsRespected",
        "WAITS_FOR_EVER, silenceAfterSendingIsUnknownWithinTheTotalTimeout",
        "WAITS_FOR_EVER, anAnswerThatNeverEndsIsUnknownWithinTheTotalTimeout",
        "OTHER_ROUTE_ID, exactlyOneRouteStartsAtTheLaneAndEachIdStartsWithItsPrefix",
        "OWN_ERROR_HANDLER, theRoutesCarryNoErrorHandler",
        "JUDGES_EARLY, aFilingThatArrivedIsNeverSaidToHaveNotArrived",
        "SETTINGS_CHANGE, theSettingsStayTheSame",
        "LEAVES_A_THREAD, instancesThatCameAndWentLeaveNoThread",
        "TELLS_OF_OTHERS, aStatusIsOfTheFilingThatWasAskedForAndAskingHasNoEffect",
        "TELLS_WITHOUT_ASKING, aDestinationThatCannotBeAskedTellsNoStatusAndListsNoNotice",
        "WANTS_FROM_OTHERS, aPaymentIsOfAFilingThatWasAskedForWithTheSameNumberEachTime",
        "NUMBERS_ANEW, aPaymentIsOfAFilingThatWasAskedForWithTheSameNumberEachTime",
        "FORGETS_MESSAGES, aMessageComesAgainUntilItIsAcknowledged",
        "KEEPS_MESSAGES, aMessageComesAgainUntilItIsAcknowledged",
        "AN_EMPTY_BOX_WHEN_AWAY, aBoxThatCannotBeReadIsATransientFailure",
        "NO_OUTCOME, aTakenFilingEndsWithOneAcknowledgementAndItsNumber",
    })
    void aBrokenPromise(Sin sin, String test) {
        ToyContractTest.SINS.get().add(sin);
        long failed = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(ToyContractTest.class, method(test)))
                .execute()
                .testEvents()
                .failed()
                .count();
        assertTrue(failed > 0);
    }
}
