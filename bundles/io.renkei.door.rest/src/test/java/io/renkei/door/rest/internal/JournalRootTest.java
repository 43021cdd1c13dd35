package io.renkei.door.rest.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Stamp;
import io.renkei.ports.evidence.Batch.Statement;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MemoryBatches;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.ports.trust.EvidenceSealer.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the evidence of a notice says of the root that its time line is sealed into. */
class JournalRootTest {

    private static final Instant AT = Instant.parse("2026-11-29T00:00:00Z");
    private static final UUID NODE = UUID.randomUUID();

    private final MemoryBatches batches = new MemoryBatches(Clock.systemUTC());
    private final List<ChainHead> heads = new ArrayList<>();

    @BeforeEach
    void sealThree() {
        for (int i = 0; i < 3; i++) {
            ArrivalNumber number = ArrivalNumber.draw(LocalDate.of(2026, 11, 29), new SecureRandom());
            heads.add(new ChainHead(number, 4, Sha256.of(new byte[] {(byte) i})));
        }
        batches.lead(NODE, Duration.ofMinutes(1));
        Sha256 root = MerkleTree.root(heads.stream().map(ChainHead::leaf).toList());
        batches.keep(NODE, new Batch(new Statement(1, root, Batch.START, 3, AT), "a.b.c", Optional.empty()), heads);
    }

    private JournalRoot root(int rows) {
        return JournalRoot.of(batches, batches.newestOf(heads.get(1).application()), rows);
    }

    private static byte[] bytes(JournalRoot root, String name) throws IOException {
        Entry entry = root.entries().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (InputStream in = entry.body().open()) {
            byte[] bytes = in.readAllBytes();
            assertEquals(entry.digest(), Sha256.of(bytes));
            return bytes;
        }
    }

    @Test
    void theLeafLeadsByItsPathToTheSealedRoot() throws IOException {
        JsonNode json = Contract.JSON.readTree(bytes(root(4), JournalRoot.ROOT));
        List<Sha256> path = StreamSupport.stream(json.path("path").spliterator(), false)
                .map(hash -> new Sha256(hash.asText()))
                .toList();
        assertEquals(
                Optional.of(json.path("root").asText()),
                MerkleTree.rootOf(
                                heads.get(1).leaf(),
                                json.path("index").asLong(),
                                json.path("leaves").asLong(),
                                path)
                        .map(Sha256::hex));
        assertEquals(heads.get(1).digest().hex(), json.path("digest").asText());
        assertArrayEquals("a.b.c".getBytes(), bytes(root(4), JournalRoot.SEAL));
    }

    @Test
    void withoutATimestampItSaysSoAndHasNoToken() {
        assertTrue(root(4).sentence().startsWith("none: rows 1 to 4 of the time line are sealed into journal root 1"));
        assertEquals(2, root(4).entries().size());
        assertTrue(JournalRoot.of(batches, Optional.empty(), 4).sentence().startsWith("none"));
    }

    @Test
    void rowsThatAreYoungerAreNamedAsNotSealedYet() throws IOException {
        assertTrue(root(6).sentence().endsWith("; the 2 younger are not sealed yet"));
        JsonNode json = Contract.JSON.readTree(bytes(root(6), JournalRoot.ROOT));
        assertEquals(2, json.path("rows_not_sealed_yet").asInt());
    }

    @Test
    void aTimestampStandsBesideTheSealAndALateOneSaysSo() throws IOException {
        batches.stamp(1, new Stamp(new byte[] {1, 2}, AT.plusSeconds(2), Optional.of(Duration.ofSeconds(1))));
        assertArrayEquals(new byte[] {1, 2}, bytes(root(4), JournalRoot.STAMP));
        assertTrue(root(4).sentence().endsWith("timestamped at 2026-11-29T00:00:02Z"));
        JsonNode json = Contract.JSON.readTree(bytes(root(4), JournalRoot.ROOT));
        assertEquals(1_000_000, json.at("/timestamp/accuracy_micros").asInt());
    }

    @Test
    void aLateTimestampSaysSo() {
        batches.stamp(1, new Stamp(new byte[] {1}, AT.plus(Duration.ofHours(3)), Optional.empty()));
        assertTrue(root(4).sentence().contains("later than it was sealed at 2026-11-29T00:00:00Z"));
        assertFalse(root(4).sentence().startsWith("none"));
    }
}
