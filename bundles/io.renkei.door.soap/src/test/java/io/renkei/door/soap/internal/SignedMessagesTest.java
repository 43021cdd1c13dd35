package io.renkei.door.soap.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.Sha256;
import io.renkei.testkit.TestAuthority;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A ministry that has to sign its messages, with a plain WSS4J client of its own. */
class SignedMessagesTest extends DoorTest {

    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final String SHA256 = WSConstants.SHA256;
    private static final WSEncryptionPart BODY = new WSEncryptionPart("Body", FaultXml.ENVELOPE, "Element");
    private static final WSEncryptionPart TIME = new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, "Element");
    private static final String MESSAGE = envelope(delivery("hello-work", "<DOC>通知</DOC>"));

    /** What a client signs, and how. */
    private record Signing(String who, int seconds, String algorithm, String digest, List<WSEncryptionPart> parts) {

        static final Signing USUAL = new Signing("seal", 300, ECDSA, SHA256, List.of(BODY, TIME));

        Signing by(String other) {
            return new Signing(other, seconds, algorithm, digest, parts);
        }

        Signing over(WSEncryptionPart... other) {
            return new Signing(who, seconds, algorithm, digest, List.of(other));
        }

        Signing digest(String other) {
            return new Signing(who, seconds, algorithm, other, parts);
        }

        Signing living(int other) {
            return new Signing(who, other, algorithm, digest, parts);
        }

        String sign(String envelope) {
            return sign(envelope, document -> {});
        }

        String sign(String envelope, Consumer<Document> afterwards) {
            try {
                WSSConfig.init();
                Document document = parse(envelope.getBytes(StandardCharsets.UTF_8));
                WSSecHeader header = new WSSecHeader(document);
                header.insertSecurityHeader();
                WSSecTimestamp time = new WSSecTimestamp(header);
                time.setTimeToLive(seconds);
                time.build();
                Merlin crypto = new Merlin();
                crypto.setKeyStore(TestAuthority.store(Door.identity(who)));
                WSSecSignature signature = new WSSecSignature(header);
                signature.setUserInfo("own", TestAuthority.PASSWORD);
                signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
                signature.setSignatureAlgorithm(algorithm);
                signature.setDigestAlgo(digest);
                signature.getParts().addAll(parts);
                signature.build(crypto);
                afterwards.accept(document);
                return write(document);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeEach
    void theMinistryHasToSign() {
        door.signers = new MessageSigners(Map.of("ministry", Set.of(fingerprint("seal"))));
    }

    private static String fingerprint(String who) {
        try {
            return Sha256.of(Door.identity(who).certificate().getEncoded()).hex();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refused(String message) {
        refused(500, "SOAP-043", call("ministry", NOTICES, message));
        assertEquals(List.of(), door.kernel.notices.taken);
    }

    @Test
    void aSignedMessageIsTaken() {
        good(call("ministry", NOTICES, Signing.USUAL.sign(MESSAGE)));
        assertEquals(List.of("hello-work soap K-1 <DOC>通知</DOC>"), door.kernel.notices.taken);
    }

    @Test
    void aPaymentRequestHasToBeSignedToo() {
        PaymentRequestsTest.know(door);
        String message = envelope(PaymentRequestsTest.request("N-1"));
        refused(500, "SOAP-043", call("ministry", PAYMENTS, message));
        assertEquals(0, door.kernel.payments.memory.size());
        good(call("ministry", PAYMENTS, Signing.USUAL.sign(message)));
        assertEquals(1, door.kernel.payments.memory.size());
    }

    @Test
    void whoNeedNotSignIsTakenUnsigned() {
        door.signers = MessageSigners.NONE;
        good(call("ministry", NOTICES, MESSAGE));
    }

    @Test
    void anUnsignedMessageAndOneOfAnotherCertificateAreRefused() {
        refused(MESSAGE);
        refused(Signing.USUAL.by("ministry").sign(MESSAGE));
        door.signers = new MessageSigners(Map.of("ministry", Set.of(fingerprint("ministry"))));
        refused(Signing.USUAL.sign(MESSAGE));
    }

    @Test
    void theSameMessageAgainIsRefused() {
        String message = Signing.USUAL.sign(MESSAGE);
        good(call("ministry", NOTICES, message));
        refused(500, "SOAP-043", call("ministry", NOTICES, message));
        assertEquals(1, door.kernel.notices.taken.size());
        good(call("ministry", NOTICES, Signing.USUAL.sign(MESSAGE)));
    }

    @Test
    void aChangedBodyIsRefused() {
        refused(Signing.USUAL.sign(MESSAGE).replace("K-1", "K-2"));
    }

    @Test
    void bodyAndTimeHaveBothToBeSigned() {
        refused(Signing.USUAL.over(TIME).sign(MESSAGE));
        refused(Signing.USUAL.over(BODY).sign(MESSAGE));
    }

    @Test
    void aTimeThatIsOverIsRefused() {
        refused(Signing.USUAL.living(-60).sign(MESSAGE));
    }

    @Test
    void sha1IsRefused() {
        refused(Signing.USUAL.digest(WSConstants.SHA1).sign(MESSAGE));
    }

    /** The signed body moves into the header, where the signature still finds it, and another takes its place. */
    @Test
    void aWrappedBodyIsRefused() {
        String message = Signing.USUAL.sign(MESSAGE, document -> {
            Element envelope = document.getDocumentElement();
            Element body = (Element)
                    document.getElementsByTagNameNS(FaultXml.ENVELOPE, "Body").item(0);
            Element other = (Element) body.cloneNode(true);
            other.removeAttributeNS(WSConstants.WSU_NS, "Id");
            other.getElementsByTagNameNS(DELIVERY, "noticeId").item(0).setTextContent("K-9");
            Element wrapper = document.createElementNS("urn:x", "x:wrapper");
            document.getElementsByTagNameNS(FaultXml.ENVELOPE, "Header").item(0).appendChild(wrapper);
            wrapper.appendChild(body);
            envelope.appendChild(other);
        });
        assertTrue(call("ministry", NOTICES, message).statusCode() >= 400);
        assertEquals(List.of(), door.kernel.notices.taken);
    }

    /** As above, with an element of another name that keeps the signed ID, which the reader would let pass. */
    @Test
    void aBodyWhoseIdAnotherElementTookIsRefused() {
        String message = Signing.USUAL.sign(MESSAGE, document -> {
            Element body = (Element)
                    document.getElementsByTagNameNS(FaultXml.ENVELOPE, "Body").item(0);
            String id = body.getAttributeNS(WSConstants.WSU_NS, "Id");
            Element wrapper = document.createElementNS("urn:x", "x:wrapper");
            wrapper.setAttributeNS(WSConstants.WSU_NS, "wsu:Id", id);
            document.getElementsByTagNameNS(FaultXml.ENVELOPE, "Header").item(0).appendChild(wrapper);
            body.getElementsByTagNameNS(DELIVERY, "noticeId").item(0).setTextContent("K-9");
        });
        refused(message);
    }

    private static String write(Document document) throws Exception {
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
