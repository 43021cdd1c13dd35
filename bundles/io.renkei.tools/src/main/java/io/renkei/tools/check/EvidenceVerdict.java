package io.renkei.tools.check;

import io.renkei.api.model.Sha256;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.trust.internal.CadesVerifier;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an evidence container.
 *
 * @param seal of the gateway, over the manifest
 * @param files whether each file is there and is the one that was sealed
 * @param timeLine of the application
 * @param root that the time line is sealed into; empty where none is in the container
 * @param document the verdict on the sealed official document, where it is XML
 * @param absent the digest of the document where its time was over, so that it is not in the container
 */
record EvidenceVerdict(
        Instant at,
        Sha256 digest,
        SignatureVerdict seal,
        Map<String, Boolean> files,
        TimeLine timeLine,
        Optional<RootVerdict> root,
        Optional<OfficialVerdict> document,
        Optional<Sha256> absent) {

    private static final String DOCUMENT = "document.xml";
    private static final String JOURNAL = "journal.json";

    interface Documents {
        /**
         * Judges a document that stands in a container; empty if it is of no known format.
         *
         * @param proved when it was there already, as a timestamp proves
         */
        Optional<OfficialVerdict> judge(byte[] document, Optional<Instant> proved) throws IOException;
    }

    static EvidenceVerdict of(
            byte[] bytes, Container container, Set<X509Certificate> anchors, Instant at, Documents documents)
            throws IOException {
        Map<String, byte[]> files = container.files();
        Optional<RootVerdict> root = RootVerdict.of(files, anchors);
        Optional<OfficialVerdict> document = files.containsKey(DOCUMENT)
                ? documents.judge(files.get(DOCUMENT), root.flatMap(RootVerdict::proved))
                : Optional.empty();
        return new EvidenceVerdict(
                at,
                Sha256.of(bytes),
                new CadesVerifier().verify(container.manifest(), container.signature(), anchors, at, "signature"),
                sealed(container),
                TimeLine.of(files.getOrDefault(JOURNAL, new byte[0])),
                root,
                document,
                AbsentDocument.of(files));
    }

    /** Every file of the container has to be in the manifest, and every one of the manifest in the container. */
    private static Map<String, Boolean> sealed(Container container) {
        Set<String> names = new LinkedHashSet<>(container.files().keySet());
        names.addAll(container.digests().keySet());
        Map<String, Boolean> sealed = new LinkedHashMap<>();
        for (String name : names) {
            byte[] content = container.files().get(name);
            byte[] digest = container.digests().get(name);
            sealed.put(
                    name,
                    content != null
                            && digest != null
                            && Arrays.equals(Sha256.of(content).bytes(), digest));
        }
        return sealed;
    }

    /** An official document within has to be good too; one that is no XML is the sealed one, and no more is said of it. */
    boolean good() {
        boolean documentGood = files.containsKey(DOCUMENT)
                ? document.filter(OfficialVerdict::good).isPresent()
                : holds("document.") || isUnsealed() || absent.isPresent();
        boolean timeLineGood = timeLine.good() || (isUnsealed() || absent.isPresent()) && !hasTimeLine();
        boolean rootGood = root.map(RootVerdict::good).orElse(true);
        return seal.accepted() && !files.containsValue(false) && timeLineGood && rootGood && documentGood;
    }

    /** Whether it is of a message without a seal, for which the gateway alone vouches. It may belong to no application. */
    boolean isUnsealed() {
        return holds("message.") && !holds("document.");
    }

    boolean hasTimeLine() {
        return files.containsKey(JOURNAL);
    }

    private boolean holds(String name) {
        return files.keySet().stream().anyMatch(file -> file.startsWith(name));
    }
}
