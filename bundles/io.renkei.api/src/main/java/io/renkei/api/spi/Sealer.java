package io.renkei.api.spi;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The gateway's own seal, for whoever speaks to the outside in its name: connectors and doors. ECDSA with P-256 and
 * SHA-256, always with the present key. Safe for use by several threads; nothing is read or looked up on a call.
 *
 * <p>A seal says "this gateway said these bytes". It says nothing of what they mean, so seal only what was made here.
 */
@ProviderType
public interface Sealer {

    /**
     * Signs bytes that travel on their own, such as the body of a request: a detached compact JWS (RFC 7515, appendix
     * F), {@code header..signature}. The header carries {@code alg} ES256, {@code typ}, {@code kid}, {@code x5t#S256}
     * and {@code x5c}.
     *
     * @param type the media type without {@code application/}, such as {@code renkei-event+jws}
     * @param payload the exact bytes that travel beside the signature
     * @throws IllegalArgumentException if the type is no media type in ASCII of at most 100 characters
     */
    String sealDetached(String type, byte[] payload);

    /**
     * Adds one XML signature (XML Signature 1.1: ecdsa-sha256, SHA-256 digests, Canonical XML 1.0 without comments,
     * KeyInfo with the certificate) to a document that was made here. All other bytes stay as they are.
     *
     * @param document XML 1.0 in UTF-8, without DOCTYPE
     * @param seal what the signature covers and where it goes
     * @return the document with its signature
     * @throws IllegalArgumentException if the document is no such XML, or not exactly one element carries the ID
     */
    byte[] sealXml(byte[] document, XmlSeal seal);

    /** The certificate of the present key. */
    X509Certificate certificate();

    /** The certificates of all keys, the present one first, then the past ones from new to old. */
    List<X509Certificate> certificates();

    /** Where a signature goes. Neither adds white space. */
    enum Placement {
        /** Last child of the element it covers; its reference has the enveloped-signature transform. */
        ENVELOPED,
        /** Last child of the document element, which must not be the element it covers. */
        SIBLING
    }

    /**
     * What one XML signature covers.
     *
     * @param idAttribute the attribute, without namespace, that holds the ID, such as {@code ID}
     * @param id of the element to cover; may be Japanese, and is percent-encoded in the reference
     * @param files what travels beside the document and is covered too, by plain name (no path); one reference each, in
     *     the order of the map, with the name percent-encoded and without transforms
     * @param placement where the signature goes
     */
    record XmlSeal(String idAttribute, String id, Map<String, byte[]> files, Placement placement) {

        public XmlSeal {
            if (idAttribute.isEmpty() || id.isEmpty()) {
                throw new IllegalArgumentException("a seal needs the name of the ID attribute and an ID");
            }
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
            for (String name : files.keySet()) {
                if (name.isEmpty() || name.matches("\\.\\.?|.*[/\\\\:].*")) {
                    throw new IllegalArgumentException("a sealed file is referred to by its plain name");
                }
            }
            Objects.requireNonNull(placement, "placement");
        }

        /** Covers one element and no file. */
        public static XmlSeal of(String idAttribute, String id, Placement placement) {
            return new XmlSeal(idAttribute, id, Map.of(), placement);
        }

        @Override
        public String toString() {
            return "XmlSeal[" + placement + ", " + files.size() + " files]";
        }
    }
}
