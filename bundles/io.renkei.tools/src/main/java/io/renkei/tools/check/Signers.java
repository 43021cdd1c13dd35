package io.renkei.tools.check;

import io.renkei.api.model.Sha256;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a document says of itself before anything is verified: its document element, and the certificates beside its
 * signatures. A certificate is told only where a verdict names its fingerprint.
 */
final class Signers {

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final int MOST = 64;

    private final String root;
    private final Map<String, X509Certificate> certificates = new HashMap<>();

    private Signers(String root) {
        this.root = root;
    }

    /** Empty when the bytes are no XML. */
    static Optional<Signers> read(byte[] bytes) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            reader.nextTag();
            Signers signers = new Signers(
                    "{" + Optional.ofNullable(reader.getNamespaceURI()).orElse("") + "}" + reader.getLocalName());
            while (reader.hasNext()) {
                boolean certificate = reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("X509Certificate")
                        && DSIG.equals(reader.getNamespaceURI());
                if (certificate && signers.certificates.size() < MOST) {
                    signers.add(reader.getElementText());
                }
            }
            return Optional.of(signers);
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** The name of the document element, {@code {namespace}local}. */
    String root() {
        return root;
    }

    /** @param fingerprint SHA-256 in lower-case hexadecimal */
    Optional<X509Certificate> certificate(String fingerprint) {
        return Optional.ofNullable(certificates.get(fingerprint));
    }

    private void add(String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            certificates.put(Sha256.of(certificate.getEncoded()).hex(), certificate);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The verdict tells that this certificate cannot be read.
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
