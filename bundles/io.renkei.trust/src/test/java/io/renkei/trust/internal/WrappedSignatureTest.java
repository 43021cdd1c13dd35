package io.renkei.trust.internal;

import static io.renkei.trust.internal.XmlSignatureVerifierTest.refused;

import io.renkei.trust.internal.TestPki.Issued;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The classic wrappings: the signature stays valid for the old element while a reader would find the new one. */
class WrappedSignatureTest {

    private static final Issued ROOT = TestPki.root("CN=試験認証局,C=JP");
    private static final byte[] SIGNED =
            Kousei.signature(TestPki.of(ROOT).issue()).sign(Kousei.UNSIGNED);

    private final XmlSignatureVerifier verifier = new XmlSignatureVerifier(XmlLimits.DEFAULT);

    @Test
    void refusesAForgedElementBeforeTheSignedOneWithItsId() {
        wrapped(TrustCode.DUPLICATE_ID, document -> forgedBefore(document, "構成情報"));
    }

    @Test
    void refusesAForgedElementBeforeTheSignedOneWithAnotherId() {
        wrapped(TrustCode.ELEMENT_REPEATED, document -> forgedBefore(document, "forged"));
    }

    @Test
    void refusesAForgedElementAfterTheSignedOne() {
        wrapped(
                TrustCode.ELEMENT_REPEATED,
                document -> document.getDocumentElement().appendChild(forged(document, "")));
    }

    @Test
    void refusesTheSignedElementMovedIntoAnObjectOfTheSignature() {
        wrapped(TrustCode.SIGNATURE_FORM, document -> {
            Element object = document.createElementNS(Dom.DSIG, "ds:Object");
            Xml.first(document, "Signature").appendChild(object);
            moveInto(document, object);
        });
    }

    @Test
    void refusesTheSignedElementMovedIntoKeyInfo() {
        wrapped(TrustCode.ELEMENT_REPEATED, document -> {
            Element value = document.createElementNS(Dom.DSIG, "ds:KeyValue");
            Xml.first(document, "KeyInfo").appendChild(value);
            moveInto(document, value);
        });
    }

    @Test
    void refusesTheSignedElementMovedIntoTheForgedOne() {
        wrapped(TrustCode.ELEMENT_REPEATED, document -> {
            Element signed = Xml.first(document, "構成情報");
            Element forged = forged(document, "forged");
            signed.getParentNode().replaceChild(forged, signed);
            forged.appendChild(signed);
        });
    }

    @Test
    void refusesTheSignedElementMovedElsewhereWithNothingInItsPlace() {
        wrapped(
                TrustCode.ELEMENT_MISPLACED,
                document -> Xml.first(document, "その他").appendChild(Xml.first(document, "構成情報")));
    }

    @Test
    void refusesTheWholeDocumentWrappedIntoANewOne() {
        wrapped(TrustCode.ELEMENT_REPEATED, document -> {
            Element old = document.getDocumentElement();
            Element root = document.createElementNS(null, "DataRoot");
            document.replaceChild(root, old);
            root.appendChild(forged(document, "forged"));
            root.appendChild(old);
        });
    }

    @Test
    void refusesASignatureThatCoversAnotherElementOfTheSameId() {
        Issued signer = TestPki.of(ROOT).issue();
        byte[] document = Kousei.replaced(Kousei.UNSIGNED, "<構成情報 ID=\"構成情報\">", "<構成情報 ID=\"x\">");
        document = Kousei.replaced(document, "<その他 ID=\"other\">", "<その他 ID=\"構成情報\">");
        byte[] signed = Kousei.signature(signer).sign(document);
        refused(verifier.verify(signed, Kousei.policy(ROOT.certificate()), TestPki.NOW), TrustCode.ELEMENT_NOT_COVERED);
    }

    @Test
    void refusesAnAttributeThatOnlyLooksLikeTheId() {
        wrapped(TrustCode.DUPLICATE_ID, document -> Xml.first(document, "その他").setAttributeNS(null, "Id", "構成情報"));
        wrapped(
                TrustCode.DUPLICATE_ID,
                document -> Xml.first(document, "その他")
                        .setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:id", "構成情報"));
    }

    @Test
    void refusesASignatureInAnUnexpectedPlace() {
        wrapped(
                TrustCode.SIGNATURE_MISPLACED,
                document -> Xml.first(document, "納付方法").appendChild(Xml.first(document, "Signature")));
    }

    @Test
    void refusesTheSignedElementUnderAnotherNamespace() {
        wrapped(
                TrustCode.ELEMENT_MISSING,
                document -> document.renameNode(Xml.first(document, "構成情報"), "urn:forged", "構成情報"));
    }

    private void wrapped(TrustCode code, Consumer<Document> change) {
        Document document = Xml.parse(SIGNED);
        change.accept(document);
        refused(verifier.verify(Xml.write(document), Kousei.policy(ROOT.certificate()), TestPki.NOW), code);
    }

    private static void forgedBefore(Document document, String id) {
        Element signed = Xml.first(document, "構成情報");
        signed.getParentNode().insertBefore(forged(document, id), signed);
        if (id.equals("構成情報")) {
            document.renameNode(signed, null, "旧構成情報"); // so that its name is not what is found
        }
    }

    private static void moveInto(Document document, Element place) {
        Element signed = Xml.first(document, "構成情報");
        signed.getParentNode().replaceChild(forged(document, "forged"), signed);
        place.appendChild(signed);
    }

    private static Element forged(Document document, String id) {
        Element forged = document.createElementNS(null, "構成情報");
        if (!id.isEmpty()) {
            forged.setAttributeNS(null, "ID", id);
        }
        forged.appendChild(document.createElementNS(null, "管理情報")).setTextContent("偽造");
        return forged;
    }
}
