package io.renkei.ports.evidence;

import io.renkei.api.model.Sha256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merkle trees of RFC 9162, 2.1, with SHA-256: a leaf is hashed behind the byte 0x00, a node behind 0x01, so that neither can
 * be taken for the other.
 */
public final class MerkleTree {

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private MerkleTree() {}

    /** The hash of a leaf that holds these bytes. */
    public static Sha256 leaf(byte[] data) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return Sha256.ofDigest(digest.digest(data));
    }

    /**
     * The root (RFC 9162, 2.1.1).
     *
     * @param leaves hashes of at least one leaf, in their order
     */
    public static Sha256 root(List<Sha256> leaves) {
        return Sha256.ofDigest(root(hashes(leaves), 0, leaves.size()));
    }

    /**
     * What leads from a leaf to the root, from the leaf upwards (RFC 9162, 2.1.3.1).
     *
     * @param leaves hashes of all leaves, in their order
     * @param index of the leaf, from 0
     */
    public static List<Sha256> path(List<Sha256> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("there is no such leaf");
        }
        List<Sha256> path = new ArrayList<>();
        path(hashes(leaves), 0, leaves.size(), index, path);
        return path;
    }

    /**
     * The root that a leaf and its path lead to (RFC 9162, 2.1.3.2). Nothing of what is given is believed.
     *
     * @param leaf its hash
     * @param index its place, from 0
     * @param leaves how many there are
     * @return empty if the path is not as long as it is in such a tree
     */
    public static Optional<Sha256> rootOf(Sha256 leaf, long index, long leaves, List<Sha256> path) {
        if (index < 0 || index >= leaves) {
            return Optional.empty();
        }
        long at = index;
        long last = leaves - 1;
        byte[] hash = leaf.bytes();
        for (Sha256 beside : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(beside.bytes(), hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside.bytes());
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(Sha256.ofDigest(hash)) : Optional.empty();
    }

    private static byte[][] hashes(List<Sha256> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a tree has at least one leaf");
        }
        return leaves.stream().map(Sha256::bytes).toArray(byte[][]::new);
    }

    private static byte[] root(byte[][] leaves, int from, int to) {
        if (to - from == 1) {
            return leaves[from];
        }
        int middle = from + left(to - from);
        return node(root(leaves, from, middle), root(leaves, middle, to));
    }

    private static void path(byte[][] leaves, int from, int to, int index, List<Sha256> path) {
        if (to - from == 1) {
            return;
        }
        int middle = from + left(to - from);
        boolean isLeft = index < middle;
        path(leaves, isLeft ? from : middle, isLeft ? middle : to, index, path);
        path.add(Sha256.ofDigest(isLeft ? root(leaves, middle, to) : root(leaves, from, middle)));
    }

    /** The largest power of two that is smaller. */
    private static int left(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
