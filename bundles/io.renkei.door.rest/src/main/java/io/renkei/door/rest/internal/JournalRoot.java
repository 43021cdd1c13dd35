package io.renkei.door.rest.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Stamp;
import io.renkei.ports.evidence.Batch.Statement;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.evidence.BatchStore.Place;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.ports.trust.EvidenceSealer.Entry;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest journal root that a time line is sealed into: its leaf and path, the seal, and the timestamp over the seal.
 *
 * @param entries what of it stands in the container; none while the time line is not sealed
 * @param sentence what holds of the time, in one sentence or two
 */
record JournalRoot(List<Entry> entries, String sentence) {

    static final String ROOT = "root.json";
    static final String SEAL = "root.jws";
    static final String STAMP = "root.tst";

    /** A timestamp that comes later than this says so. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final String TREE =
            "RFC 9162, 2.1: SHA-256; a leaf is hashed behind the byte 0x00, a node behind 0x01;"
                    + " path leads from the leaf upwards";

    /**
     * @param place where the time line stands in the newest batch that holds it
     * @param rows how many the time line has by now
     */
    static JournalRoot of(BatchStore batches, Optional<Place> place, int rows) {
        return place.map(at -> of(at, batches.leaves(at.batch().number()), rows))
                .orElseGet(
                        () -> new JournalRoot(
                                List.of(),
                                rows == 0
                                        ? "none: there is no time line to be sealed, so the time is the gateway's word"
                                        : "none: the rows of the time line are not sealed into a journal root yet; ask again in a minute"));
    }

    private static JournalRoot of(Place place, List<ChainHead> heads, int rows) {
        Batch batch = place.batch();
        List<Sha256> leaves = heads.stream().map(ChainHead::leaf).toList();
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(ROOT, MediaTypes.JSON, root(place, MerkleTree.path(leaves, place.index()), rows)));
        entries.add(entry(SEAL, "application/jose", batch.stamped()));
        batch.stamp()
                .ifPresent(stamp -> entries.add(entry(STAMP, "application/vnd.etsi.timestamp-token", stamp.token())));
        return new JournalRoot(List.copyOf(entries), sentence(place, rows));
    }

    private static byte[] root(Place place, List<Sha256> path, int rows) {
        Statement said = place.batch().statement();
        ChainHead head = place.head();
        return Json.object()
                .with("batch", said.number())
                .with("leaves", said.leaves())
                .with("index", place.index())
                .with("application", head.application().digits())
                .with("sequence", head.sequence())
                .with("digest", head.digest().hex())
                .with("path", path.stream().map(Sha256::hex).toList())
                .with("root", said.root().hex())
                .with("previous", said.previous().hex())
                .with("sealed", said.at().toString())
                .withObject("timestamp", place.batch().stamp().map(JournalRoot::stamp))
                .with("rows_not_sealed_yet", rows - head.sequence())
                .with("leaf_is", ChainHead.LEAF)
                .with("tree_is", TREE)
                .with("timestamp_is", "RFC 3161, over the bytes of " + SEAL)
                .bytes();
    }

    private static Map<String, Object> stamp(Stamp stamp) {
        Json json = Json.object().with("at", stamp.at().toString());
        stamp.accuracy().ifPresent(accuracy -> json.with("accuracy_micros", accuracy.toNanos() / 1_000));
        return json.map();
    }

    private static String sentence(Place place, int rows) {
        Statement said = place.batch().statement();
        long sealed = place.head().sequence();
        String what = "rows 1 to " + sealed + " of the time line are sealed into journal root " + said.number();
        String younger = sealed < rows ? "; the " + (rows - sealed) + " younger are not sealed yet" : "";
        return place.batch()
                .stamp()
                .map(stamp -> what + ", timestamped at " + stamp.at() + late(said, stamp) + younger)
                .orElseGet(
                        () -> "none: " + what + ", which has no timestamp: no timestamp authority is configured, or it"
                                + " could not be had since" + younger);
    }

    private static String late(Statement said, Stamp stamp) {
        return stamp.at().isAfter(said.at().plus(LATE))
                ? ", later than it was sealed at " + said.at() + " because no timestamp was to be had until then"
                : "";
    }

    private static Entry entry(String name, String mediaType, byte[] bytes) {
        return new Entry(name, mediaType, Sha256.of(bytes), () -> new ByteArrayInputStream(bytes));
    }
}
