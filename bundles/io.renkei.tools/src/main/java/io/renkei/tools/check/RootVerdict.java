package io.renkei.tools.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Statement;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.ports.trust.JwsVerifier;
import io.renkei.ports.trust.JwsVerifier.JwsVerdict;
import io.renkei.ports.trust.JwsVerifier.Trust;
import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.Timestamps;
import io.renkei.trust.internal.TimestampVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the journal root that a time line is sealed into. Nothing that the container says of it is believed.
 *
 * @param batch its number, as sealed
 * @param sealedAt when it was sealed, by the gateway's word
 * @param sealedRows how many rows of the time line it covers, from the first on
 * @param rows how many the time line has
 * @param leaf whether the leaf is that row of the time line
 * @param document where the digest of the document stands
 * @param path whether the leaf leads to the root
 * @param statement whether the seal says this root and nothing else
 * @param seal of the gateway, over the root
 * @param timestamp over the seal; empty where there is none
 */
record RootVerdict(
        long batch,
        Instant sealedAt,
        long sealedRows,
        long rows,
        boolean leaf,
        Covered document,
        boolean path,
        boolean statement,
        SignatureVerdict seal,
        Optional<Timestamps.Verdict> timestamp) {

    /** Where the time line names the document. */
    enum Covered {
        /** In a row that the root covers. */
        SEALED,
        /** In a younger one only. */
        NOT_SEALED_YET,
        /** In none. */
        NOWHERE
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "root.json";
    private static final String SEAL = "root.jws";
    private static final String STAMP = "root.tst";
    private static final String JOURNAL = "journal.json";

    /** Empty where the container carries none: then no row is sealed yet. */
    static Optional<RootVerdict> of(Map<String, byte[]> files, Set<X509Certificate> anchors) {
        if (!files.containsKey(ROOT) && !files.containsKey(SEAL) && !files.containsKey(STAMP)) {
            return Optional.empty();
        }
        byte[] jws = files.getOrDefault(SEAL, new byte[0]);
        Optional<Timestamps.Verdict> timestamp =
                Optional.ofNullable(files.get(STAMP)).map(token -> new TimestampVerifier().verify(token, jws, anchors));
        try {
            JsonNode root = JSON.readTree(files.getOrDefault(ROOT, new byte[0]));
            JsonNode rows =
                    JSON.readTree(files.getOrDefault(JOURNAL, new byte[0])).path("rows");
            return Optional.of(judge(root, rows, document(files), seal(jws, root, anchors), timestamp));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            SignatureVerdict seal = unsealed(Instant.EPOCH);
            return Optional.of(
                    new RootVerdict(0, Instant.EPOCH, 0, 0, false, Covered.NOWHERE, false, false, seal, timestamp));
        }
    }

    private static RootVerdict judge(
            JsonNode root, JsonNode rows, String document, JwsVerdict seal, Optional<Timestamps.Verdict> timestamp) {
        ChainHead head = new ChainHead(
                new ArrivalNumber(root.path("application").asText()),
                root.path("sequence").asLong(),
                new Sha256(root.path("digest").asText()));
        List<Sha256> path = new ArrayList<>();
        root.path("path").forEach(hash -> path.add(new Sha256(hash.asText())));
        Statement said = new Statement(
                root.path("batch").asLong(),
                new Sha256(root.path("root").asText()),
                new Sha256(root.path("previous").asText()),
                root.path("leaves").asInt(),
                Instant.parse(root.path("sealed").asText()));
        Optional<Sha256> reached =
                MerkleTree.rootOf(head.leaf(), root.path("index").asLong(-1), said.leaves(), path);
        return new RootVerdict(
                said.number(),
                said.at(),
                head.sequence(),
                rows.size(),
                isRow(head, rows),
                covered(document, rows, head.sequence()),
                reached.equals(Optional.of(said.root())),
                seal.type().equals(Optional.of(Batch.TYPE))
                        && Arrays.equals(seal.payload().orElse(new byte[0]), said.bytes()),
                seal.signature(),
                timestamp);
    }

    private static boolean isRow(ChainHead head, JsonNode rows) {
        JsonNode row = rows.path((int) Math.min(head.sequence() - 1, Integer.MAX_VALUE));
        return row.path("application").asText().equals(head.application().digits())
                && row.path("sequence").asLong() == head.sequence()
                && row.path("digest").asText().equals(head.digest().hex());
    }

    private static String document(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("document.") || file.getKey().startsWith("message."))
                .map(file -> Sha256.of(file.getValue()))
                .findFirst()
                .or(() -> AbsentDocument.of(files))
                .map(Sha256::hex)
                .orElse("none");
    }

    private static Covered covered(String document, JsonNode rows, long sealed) {
        Covered covered = Covered.NOWHERE;
        for (JsonNode row : rows) {
            if (row.path("detail").asText().contains(document)) {
                if (row.path("sequence").asLong() <= sealed) {
                    return Covered.SEALED;
                }
                covered = Covered.NOT_SEALED_YET;
            }
        }
        return covered;
    }

    /** The gateway's certificates are among the anchors; one of their keys, valid when it was sealed, has to have sealed. */
    private static JwsVerdict seal(byte[] jws, JsonNode root, Set<X509Certificate> anchors) {
        JwsVerifier verifier = ShippedTrust.jws();
        Instant at = Instant.parse(root.path("sealed").asText());
        String text = new String(jws, StandardCharsets.ISO_8859_1);
        return anchors.stream()
                .filter(anchor -> isValid(anchor, at))
                .map(anchor -> verifier.verify(text, new Trust.Key(anchor.getPublicKey()), at))
                .filter(JwsVerdict::accepted)
                .findFirst()
                .orElseGet(() -> new JwsVerdict(unsealed(at), Optional.empty(), Optional.empty()));
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !certificate.getNotBefore().after(Date.from(at))
                && !certificate.getNotAfter().before(Date.from(at));
    }

    private static SignatureVerdict unsealed(Instant at) {
        return new SignatureVerdict(SEAL, false, false, at, Revocation.NOT_CHECKED, Optional.empty(), List.of());
    }

    /** When the document was there already, by the word of the timestamp's authority and of nobody else. */
    Optional<Instant> proved() {
        return timestamp.filter(token -> good() && document == Covered.SEALED).flatMap(Timestamps.Verdict::at);
    }

    boolean good() {
        return leaf
                && document != Covered.NOWHERE
                && path
                && statement
                && seal.accepted()
                && timestamp.map(Timestamps.Verdict::accepted).orElse(true);
    }
}
