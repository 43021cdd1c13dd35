package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.renkei.testkit.ToyFolder.Sin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The contract fails a folder that breaks one promise, and says which. */
@Execution(ExecutionMode.CONCURRENT)
class FolderContractNoticesTest {

    @AfterEach
    void forgive() {
        ToyFolderContractTest.SINS.remove();
    }

    @ParameterizedTest
    @CsvSource({
        "CUTS_THE_END, whatIsLeftIsListedAndReadByteForByte",
        "TAKES_WHAT_IT_READS, whatIsLeftIsListedAndReadByteForByte",
        "TAKES_WHAT_IT_READS, aDocumentComesAgainUntilItIsAcknowledged",
        "FORGETS_TO_SETTLE, aDocumentComesAgainUntilItIsAcknowledged",
        "SETTLES_ONCE_ONLY, anAcknowledgementThatComesAgainDoesNoHarm",
        "KEEPS_WHAT_IS_REFUSED, aRefusedDocumentIsNotListedAgain",
        "KNOWS_ONE_VERSION, aChangedDocumentIsAnotherVersion",
        "TELLS_NO_CODE, nobodyThereIsATransientFailure",
        "WAITS_FOR_EVER, aSilentServerIsATransientFailureWithinTheTimeouts",
        "PROBE_WAITS, aProbeOfASilentServerGivesUpWithinASecond",
        "PROBE_SETTLES, theFolderIsProbedWithinASecondAndWithoutEffect",
        "PAUSE_CHANGES, destinationAndVisitingStayTheSame",
        "LEAVES_A_THREAD, foldersThatCameAndWentLeaveNoThread",
    })
    void aBrokenPromise(Sin sin, String test) throws NoSuchMethodException {
        ToyFolderContractTest.SINS.get().add(sin);
        long failed = EngineTestKit.engine("junit-jupiter")
                .selectors(
                        selectMethod(ToyFolderContractTest.class, NoticeFolderContract.class.getDeclaredMethod(test)))
                .execute()
                .testEvents()
                .failed()
                .count();
        assertTrue(failed > 0);
    }
}
