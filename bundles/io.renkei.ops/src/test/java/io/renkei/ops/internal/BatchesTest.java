package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch.Stamp;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.state.JournalRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What operators see of sealed batches. */
final class BatchesTest {

    private final Gateway gateway = new Gateway();
    private final Sealed seals = new Sealed();

    private ChainHead end(ArrivalNumber number) {
        List<JournalRow> rows = gateway.timeLine(number);
        JournalRow last = rows.get(rows.size() - 1);
        return new ChainHead(number, last.sequence(), last.digest());
    }

    private String failure() {
        return Screen.shown(() -> BatchCheck.of(seals.proof(), 100), false, false)
                .failure()
                .getMessage();
    }

    @Test
    void batchesAreListedWithHowMuchLaterTheyWereStamped() {
        ArrivalNumber number = gateway.accept(1, "acme", Gateway.HELLO_WORK);
        seals.seal(end(number));
        seals.batches.stamp(1, new Stamp(new byte[] {1}, Sealed.AT.plusSeconds(7_200), Optional.empty()));
        seals.seal(end(number));
        String page = Screen.page(() -> new Batches(seals.batches).list(20));
        assertTrue(page.contains("2026-11-29 11:00:00"), page);
        assertTrue(page.contains("2h 0m"), page);
        assertTrue(page.contains("No row waits to be sealed."), page);
        JsonNode json = Screen.json(() -> new Batches(seals.batches).list(20));
        assertEquals(2, json.at("/batches/0/number").asInt());
        assertTrue(json.at("/batches/0/stamped").isNull());
        assertEquals(
                json.at("/batches/1/root").asText(),
                json.at("/batches/0/previous").asText());
    }

    @Test
    void aChainIsProvedUpToItsRootAndOneThatWasWrittenAnewIsFound() {
        ArrivalNumber number = gateway.accept(1, "acme", Gateway.HELLO_WORK);
        gateway.park(new FilingKey(number, 1), "EGOV-014");
        seals.seal(end(number));
        String page = Screen.page(() -> JournalCheck.of(gateway::timeLine, seals.proof(), number));
        assertTrue(page.contains("Rows 1 to 4 are sealed into batch 1, which has no timestamp."), page);

        seals.seal(new ChainHead(number, 4, Sha256.of(new byte[] {1})));
        Screen.Shown shown =
                Screen.shown(() -> JournalCheck.of(gateway::timeLine, seals.proof(), number), false, false);
        assertTrue(shown.failure().getMessage().startsWith("Batch 2: row 4 of the chain is not the one"));
    }

    @Test
    void batchesThatFollowEachOtherAreWhole() {
        ArrivalNumber number = gateway.accept(1, "acme", Gateway.HELLO_WORK);
        for (int i = 0; i < 205; i++) {
            seals.seal(end(number));
        }
        seals.batches.stamp(3, new Stamp(new byte[] {1}, Sealed.AT, Optional.empty()));
        JsonNode json = Screen.json(() -> BatchCheck.of(seals.proof(), 1_000));
        assertTrue(json.path("whole").asBoolean());
        assertEquals(205, json.path("checked").asInt());
        assertEquals(1, json.path("stamped").asInt());
        assertEquals(
                7,
                Screen.json(() -> BatchCheck.of(seals.proof(), 7))
                        .path("checked")
                        .asInt());
    }

    @Test
    void aWrongRootSealOrTimestampIsFound() {
        ChainHead end = end(gateway.accept(1, "acme", Gateway.HELLO_WORK));
        seals.seal(end);
        seals.batches.stamp(1, new Stamp(new byte[0], Sealed.AT, Optional.empty()));
        assertTrue(failure().startsWith("Batch 1: its timestamp is not accepted (TRUST-074)"));
        seals.seal(end.leaf(), "another's", end);
        assertTrue(failure().startsWith("Batch 2: its seal is not the gateway's"));
        Sha256 other = Sha256.of(new byte[] {5});
        seals.seal(other, other.hex(), end);
        assertTrue(failure().startsWith("Batch 3: its leaves do not lead to its root"));
    }
}
