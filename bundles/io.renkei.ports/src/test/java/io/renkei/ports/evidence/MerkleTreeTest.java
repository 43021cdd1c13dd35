package io.renkei.ports.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Paths of trees of every size up to 70, and the trees that RFC 9162 describes. */
class MerkleTreeTest {

    private static final int MOST = 70;

    private static List<Sha256> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    @Test
    void hashesAsTheRfcSays() {
        // SHA-256 of the byte 0x00, a leaf without content; known from logs of Certificate Transparency.
        Sha256 empty = new Sha256("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertEquals(empty, MerkleTree.leaf(new byte[0]));
        assertEquals(empty, MerkleTree.root(List.of(empty)));
        Sha256 second = MerkleTree.leaf(new byte[] {0});
        byte[] node = HexFormat.of().parseHex("01" + empty.hex() + second.hex());
        assertEquals(Sha256.of(node), MerkleTree.root(List.of(empty, second)));
        byte[] three = HexFormat.of().parseHex("01" + Sha256.of(node).hex() + empty.hex());
        assertEquals(Sha256.of(three), MerkleTree.root(List.of(empty, second, empty)));
    }

    @Test
    void everyPathOfEveryTreeLeadsToItsRoot() {
        for (int size = 1; size <= MOST; size++) {
            List<Sha256> leaves = leaves(size);
            Optional<Sha256> root = Optional.of(MerkleTree.root(leaves));
            for (int i = 0; i < size; i++) {
                assertEquals(root, MerkleTree.rootOf(leaves.get(i), i, size, MerkleTree.path(leaves, i)));
            }
        }
    }

    @Test
    void noPathLeadsFromAnotherLeafPlaceOrSize() {
        for (int size = 2; size <= MOST; size++) {
            List<Sha256> leaves = leaves(size);
            Optional<Sha256> root = Optional.of(MerkleTree.root(leaves));
            for (int i = 0; i < size; i++) {
                List<Sha256> path = MerkleTree.path(leaves, i);
                int other = (i + 1) % size;
                assertNotEquals(root, MerkleTree.rootOf(leaves.get(other), i, size, path));
                assertNotEquals(root, MerkleTree.rootOf(leaves.get(i), other, size, path));
                assertNotEquals(root, MerkleTree.rootOf(leaves.get(i), i, i, path));
                for (int step = 0; step < path.size(); step++) {
                    List<Sha256> changed = new ArrayList<>(path);
                    changed.set(step, leaves.get(i));
                    assertNotEquals(root, MerkleTree.rootOf(leaves.get(i), i, size, changed));
                }
            }
        }
    }

    @Test
    void aPathThatIsLongerOrShorterLeadsNowhere() {
        List<Sha256> leaves = leaves(7);
        List<Sha256> path = MerkleTree.path(leaves, 3);
        List<Sha256> longer = new ArrayList<>(path);
        longer.add(leaves.get(0));
        assertEquals(Optional.empty(), MerkleTree.rootOf(leaves.get(3), 3, 7, longer));
        assertEquals(Optional.empty(), MerkleTree.rootOf(leaves.get(3), 3, 7, path.subList(1, path.size())));
        assertEquals(Optional.empty(), MerkleTree.rootOf(leaves.get(3), -1, 7, path));
    }

    @Test
    void aLeafChangesWithEachPartOfTheHead() {
        ArrivalNumber number = ArrivalNumber.draw(LocalDate.of(2026, 4, 1), new SecureRandom());
        ArrivalNumber other = ArrivalNumber.draw(LocalDate.of(2026, 4, 2), new SecureRandom());
        ChainHead head = new ChainHead(number, 3, Sha256.of(new byte[0]));
        assertEquals(head.leaf(), new ChainHead(number, 3, Sha256.of(new byte[0])).leaf());
        assertNotEquals(head.leaf(), new ChainHead(other, 3, Sha256.of(new byte[0])).leaf());
        assertNotEquals(head.leaf(), new ChainHead(number, 4, Sha256.of(new byte[0])).leaf());
        assertNotEquals(head.leaf(), new ChainHead(number, 3, Sha256.of(new byte[1])).leaf());
    }
}
