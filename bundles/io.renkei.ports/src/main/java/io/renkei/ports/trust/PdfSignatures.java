package io.renkei.ports.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Verifies signed PDF documents (ISO 32000-1, 12.8; PAdES, ETSI EN 319 142). Safe for use by several threads. */
@ProviderType
public interface PdfSignatures {

    /**
     * Verifies each signature of a document. One of them covers the whole file, from its first byte to its last, except
     * its own value; whatever was added behind it, a revision of a later time too, is refused. Nothing of the file is
     * parsed as PDF before that signature was found good.
     *
     * @param document the bytes as received; not changed and not copied
     * @param anchors trusted roots; an empty set trusts nobody
     * @param at the time for which certificate paths are judged
     */
    PdfVerdict verify(byte[] document, Set<X509Certificate> anchors, Instant at);

    /** Whether a file carries anything that has the form of a signature; of which nothing is verified. */
    boolean isSigned(byte[] document);

    /**
     * The verdict on a whole document.
     *
     * @param signatures one per signature, in the order of their revisions; empty when there is none
     * @param faults what is wrong with the document itself
     * @param signers the signers' certificates, by {@link SignatureVerdict#signerFingerprint()}
     * @param contents what the document says of itself; empty unless the whole verdict is good
     */
    record PdfVerdict(
            List<SignatureVerdict> signatures,
            List<TrustFault> faults,
            Map<String, X509Certificate> signers,
            Optional<Contents> contents) {

        public PdfVerdict {
            signatures = List.copyOf(signatures);
            faults = List.copyOf(faults);
            signers = Map.copyOf(signers);
        }

        /** At least one signature, all of them accepted, and nothing wrong with the document. */
        public boolean accepted() {
            return !signatures.isEmpty()
                    && faults.isEmpty()
                    && signatures.stream().allMatch(SignatureVerdict::accepted);
        }

        @Override
        public String toString() {
            return "PdfVerdict[" + signatures + " " + faults + "]";
        }
    }

    /**
     * What a signed document says of itself.
     *
     * @param title from its information dictionary, or empty text
     * @param signedAt when it was signed, as the signer of the whole file claims
     */
    record Contents(String title, Optional<Instant> signedAt) {

        @Override
        public String toString() {
            return "Contents";
        }
    }
}
