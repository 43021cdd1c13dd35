package io.renkei.ports.trust;

import io.renkei.api.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks into a document that is not verified yet. Nothing that is found is believed: the name of its element only chooses
 * who verifies it, and a certificate counts only when it is the one with the digest that was verified.
 */
public final class DocumentLook {

    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";

    private final XmlSignatures.Source document;

    public DocumentLook(XmlSignatures.Source document) {
        this.document = document;
    }

    /** The document element, {@code {namespace}local}; empty if this is no XML, or has a DOCTYPE. */
    public Optional<String> root() throws IOException {
        return read(reader -> {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    return Optional.empty();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
                    return Optional.of("{" + namespace + "}" + reader.getLocalName());
                }
            }
            return Optional.empty();
        });
    }

    /** Whether a signature stands anywhere in it. */
    public boolean isSigned() throws IOException {
        return read(reader -> {
                    while (reader.hasNext()) {
                        if (reader.next() == XMLStreamConstants.START_ELEMENT
                                && reader.getLocalName().equals("Signature")
                                && SIGNATURES.equals(reader.getNamespaceURI())) {
                            return Optional.of(true);
                        }
                    }
                    return Optional.empty();
                })
                .isPresent();
    }

    /** The certificate in the document that has this digest. */
    public Optional<X509Certificate> certificate(String fingerprint) throws IOException {
        return read(reader -> {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("X509Certificate")
                        && SIGNATURES.equals(reader.getNamespaceURI())) {
                    Optional<X509Certificate> found = decode(reader.getElementText(), fingerprint);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<X509Certificate> decode(String text, String fingerprint) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            if (!Sha256.of(bytes).hex().equals(fingerprint)) {
                return Optional.empty();
            }
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (IllegalArgumentException | CertificateException e) {
            return Optional.empty();
        }
    }

    private interface Look<T> {
        Optional<T> at(XMLStreamReader reader) throws XMLStreamException;
    }

    private <T> Optional<T> read(Look<T> look) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try (InputStream input = document.open()) {
            XMLStreamReader reader = factory.createXMLStreamReader(input);
            try {
                return look.at(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }
}
