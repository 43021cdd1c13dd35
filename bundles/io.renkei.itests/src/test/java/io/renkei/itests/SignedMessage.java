package io.renkei.itests;

import io.renkei.tools.pki.Pem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/** Signs a SOAP message as a ministry's WSS4J does. */
final class SignedMessage {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

    private SignedMessage() {}

    /** @param identity key and certificate in PEM */
    static byte[] of(String envelope, Path identity) throws Exception {
        WSSConfig.init();
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)));
        WSSecHeader header = new WSSecHeader(document);
        header.insertSecurityHeader();
        WSSecTimestamp time = new WSSecTimestamp(header);
        time.setTimeToLive(300);
        time.build();
        PrivateKey key = Pem.privateKey(identity);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        store.setKeyEntry("own", key, "x".toCharArray(), new X509Certificate[] {
            Pem.certificates(identity).get(0)
        });
        Merlin crypto = new Merlin();
        crypto.setKeyStore(store);
        WSSecSignature signature = new WSSecSignature(header);
        signature.setUserInfo("own", "x");
        signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signature.setSignatureAlgorithm(MORE + (key.getAlgorithm().equals("RSA") ? "rsa-sha256" : "ecdsa-sha256"));
        signature.setDigestAlgo(WSConstants.SHA256);
        signature
                .getParts()
                .addAll(List.of(
                        new WSEncryptionPart("Body", "http://schemas.xmlsoap.org/soap/envelope/", "Element"),
                        new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, "Element")));
        signature.build(crypto);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(bytes));
        return bytes.toByteArray();
    }
}
