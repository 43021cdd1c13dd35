package io.renkei.ports.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.w3c.dom.Element;

/** Verifies XML signatures (XML Signature Syntax and Processing 1.1). Safe for use by several threads. */
@ProviderType
public interface XmlSignatures {

    /**
     * Parses the document (no DOCTYPE, nothing external, bounded depth and size) and verifies each of its signatures.
     *
     * @param document the bytes as received
     * @param policy what must be covered, and by what
     * @param at the time for which certificate paths are judged
     */
    default XmlVerdict verify(byte[] document, Policy policy, Instant at) {
        try {
            return verify(() -> new ByteArrayInputStream(document), policy, at);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be read", e);
        }
    }

    /**
     * As above, for a document that need not stand in memory: it is read once, as a stream, and the tree that is built
     * of it is the only copy.
     *
     * @throws IOException if the document cannot be read; a verdict is given on a document only
     */
    XmlVerdict verify(Source document, Policy policy, Instant at) throws IOException;

    /** A stored document. */
    @FunctionalInterface
    interface Source {

        /** Opens it from its first byte, as often as asked. */
        InputStream open() throws IOException;
    }

    /**
     * What a document's signatures have to be.
     *
     * @param root the name of the document element, {@code {namespace}local}
     * @param signed the elements that every signature must cover, {@code {namespace}local}; exactly one of each stands
     *     in the document
     * @param idAttribute the attribute of those elements that is their XML ID, without namespace
     * @param anchors trusted roots; an empty set trusts nobody
     * @param files what a reference that names a file may resolve to, by plain name; nothing else is ever opened
     * @param filesSigned the files that every signature must cover too
     */
    record Policy(
            String root,
            Set<String> signed,
            String idAttribute,
            Set<X509Certificate> anchors,
            Map<String, byte[]> files,
            Set<String> filesSigned) {

        public Policy {
            signed = Set.copyOf(signed);
            anchors = Set.copyOf(anchors);
            files = Map.copyOf(files);
            filesSigned = Set.copyOf(filesSigned);
        }
    }

    /**
     * The verdict on a whole document.
     *
     * @param signatures one per signature, in document order; empty when there is none
     * @param faults what is wrong with the document itself
     * @param verified the elements of {@link Policy#signed} that every signature covers, taken from the very nodes that
     *     were digested; empty unless the whole verdict is good
     */
    record XmlVerdict(List<SignatureVerdict> signatures, List<TrustFault> faults, Map<String, Element> verified) {

        public XmlVerdict {
            signatures = List.copyOf(signatures);
            faults = List.copyOf(faults);
            verified = Map.copyOf(verified);
        }

        /** At least one signature, all of them accepted, and nothing wrong with the document. */
        public boolean accepted() {
            return !signatures.isEmpty()
                    && faults.isEmpty()
                    && signatures.stream().allMatch(SignatureVerdict::accepted);
        }
    }
}
