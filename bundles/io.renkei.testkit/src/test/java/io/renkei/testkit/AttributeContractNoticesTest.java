package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.renkei.testkit.ToySource.Sin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The contract fails a source that breaks one promise, and says which. */
@Execution(ExecutionMode.CONCURRENT)
class AttributeContractNoticesTest {

    @AfterEach
    void forgive() {
        ToySourceContractTest.SINS.remove();
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWERS_MORE, whatIsHeldIsFoundForEachItemThatIsAskedAndForNoOther",
        "NO_DATA_IS_A_FAILURE, noDataIsAnAnswerAndNoFailure",
        "SHOWS_WHAT_IS_HIDDEN, whatIsNotShownToThePersonIsUndisclosed",
        "ASKS_ANEW, aPendingQuestionIsAskedAgainByItsHandleAlsoByAnotherInstance",
        "MAKES_UP_FOR_A_HANDLE, aHandleThatNobodyKnowsAnswersNothing",
        "TELLS_THE_PERSON, aLostAnswerIsATransientFailureAndTheNextQuestionIsAnswered",
        "ASKS_AGAIN_ITSELF, whatIsNoAnswerOfTheAgencyIsATransientFailure",
        "FOLLOWS, aRedirectIsNotFollowed",
        "BELIEVES_ANYTHING, garbageFromTheAgencyIsATransientFailure",
        "WAITS_FOR_EVER, silenceIsATransientFailureWithinTheLongestCall",
        "PROBE_ASKS, theAgencyIsProbedWithinASecondAndWithoutEffect",
        "PROBE_WAITS, aProbeOfASilentAgencyGivesUpWithinASecond",
        "ASKING_CHANGES, destinationItemsAndAskingStayTheSame",
        "LEAVES_A_THREAD, instancesThatCameAndWentLeaveNoThread",
    })
    void aBrokenPromise(Sin sin, String test) throws NoSuchMethodException {
        ToySourceContractTest.SINS.get().add(sin);
        long failed = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(
                        ToySourceContractTest.class, AttributeSourceContract.class.getDeclaredMethod(test)))
                .execute()
                .testEvents()
                .failed()
                .count();
        assertTrue(failed > 0);
    }
}
