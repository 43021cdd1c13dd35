package io.renkei.door.soap.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Receipts as XML, for whoever verifies XML signatures: the content of the sealed receipt, the compact JWS itself, and an XML
 * signature over both. The content is the same at each repetition; the signature over it is made anew.
 */
final class ReceiptDocuments {

    private static final String NAMESPACE = SoapService.APPLICATIONS.namespace();
    private static final String ID = "receipt";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();

    private final Supplier<Sealer> sealer;

    ReceiptDocuments(Supplier<Sealer> sealer) {
        this.sealer = sealer;
    }

    /** @param jws the gateway's own receipt, as intake sealed it */
    byte[] of(byte[] jws) {
        String compact = new String(jws, StandardCharsets.US_ASCII);
        return sealer.get().sealXml(document(compact), XmlSeal.of("id", ID, Placement.SIBLING));
    }

    private static byte[] document(String jws) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonNode receipt = JSON.readTree(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]));
            XMLStreamWriter xml = OUT.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("receiptDocument");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("content");
            xml.writeAttribute("id", ID);
            write(xml, receipt, jws);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException("a receipt of the gateway cannot be written as XML", e);
        }
        return bytes.toByteArray();
    }

    private static void write(XMLStreamWriter xml, JsonNode receipt, String jws) throws XMLStreamException {
        text(xml, "number", receipt, "number");
        text(xml, "arrived", receipt, "arrived");
        text(xml, "sender", receipt, "sender");
        text(xml, "senderNumber", receipt, "senderNumber");
        element(xml, "packageSha256", digest(receipt.required("packageDigest")));
        for (JsonNode file : receipt.required("attachments")) {
            xml.writeStartElement("attachment");
            text(xml, "file", file, "file");
            text(xml, "size", file, "size");
            element(xml, "sha256", digest(file.required("digest")));
            xml.writeEndElement();
        }
        for (JsonNode filing : receipt.required("filings")) {
            xml.writeStartElement("filing");
            text(xml, "key", filing, "filing");
            text(xml, "procedure", filing, "procedure");
            text(xml, "destination", filing, "destination");
            if (filing.has("corrects")) {
                text(xml, "corrects", filing, "corrects");
            }
            xml.writeEndElement();
        }
        text(xml, "revocation", receipt, "revocation");
        element(xml, "jws", jws);
    }

    private static String digest(JsonNode digest) {
        String text = digest.asText();
        return text.substring(text.indexOf(':') + 1);
    }

    private static void text(XMLStreamWriter xml, String name, JsonNode object, String member)
            throws XMLStreamException {
        element(xml, name, object.required(member).asText());
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
