package io.renkei.format.egov;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingContent;
import io.renkei.format.egov.internal.Samples;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class EgovPackageWriterTest {

    private final EgovPackageWriter writer = new EgovPackageWriter();

    @Test
    void writesTheGoldenFiles() throws Exception {
        golden("kousei-12.xml", writer.write(Samples.employment()).get("kousei.xml"));
        golden("form-12.xml", writer.write(Samples.employment()).get("495000868003300001_01.xml"));
        golden("form-1.xml", writer.write(Samples.insurance()).get("495001352071100001_01.xml"));
    }

    @Test
    void theRemarkNamesFilingAndPackage() throws Exception {
        Document kousei = Samples.parse(writer.write(Samples.insurance()).get("kousei.xml"));
        String remark = kousei.getElementsByTagName("通信欄").item(0).getTextContent();
        assertEquals(Samples.KEY, CaseMark.parse(remark).orElseThrow().filing());
        assertEquals(remark, CaseMark.parse(remark).orElseThrow().text());
        assertEquals(Optional.empty(), CaseMark.parse("至急お願いします " + remark));
    }

    @Test
    void aCaseWithoutOfficeOrFormIsNotWritten() {
        EgovCase whole = Samples.employment();
        EgovCase homeless =
                new EgovCase(whole.mark(), whole.procedure(), Optional.empty(), new FilingContent(Map.of()), List.of());
        assertThrows(IllegalArgumentException.class, () -> writer.write(homeless));
        EgovCase unknown = new EgovCase(
                whole.mark(),
                new EgovProcedure("950A010002010000", "手続", "950A01000201000001", 1, "様式"),
                Optional.empty(),
                whole.content(),
                List.of());
        assertThrows(IllegalArgumentException.class, () -> writer.write(unknown));
    }

    @Test
    void aSignatureStaysValidWhenItIsMovedToItsPlace() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        KeyPair key = keys.generateKeyPair();
        Map<String, byte[]> files = writer.write(Samples.employment());
        String form = Samples.employment().procedure().formFile();
        URIDereferencer forms = (reference, context) -> reference.getURI().equals(form)
                ? new OctetStreamData(new ByteArrayInputStream(files.get(form)))
                : XMLSignatureFactory.getInstance("DOM").getURIDereferencer().dereference(reference, context);

        byte[] placed = EgovPackageWriter.signatureInPlace(sealed(files.get("kousei.xml"), form, key, forms));

        Document document = Samples.parse(placed);
        Element signature = (Element)
                document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
        assertEquals("署名情報", signature.getParentNode().getNodeName());
        DOMValidateContext context = new DOMValidateContext(key.getPublic(), signature);
        context.setURIDereferencer(forms);
        context.setIdAttributeNS(signed(document), null, "ID");
        assertTrue(XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context));
    }

    @Test
    void onlyASignatureThatStandsLastIsMoved() {
        byte[] kousei = writer.write(Samples.employment()).get("kousei.xml");
        assertThrows(IllegalArgumentException.class, () -> EgovPackageWriter.signatureInPlace(kousei));
        assertThrows(IllegalArgumentException.class, () -> EgovPackageWriter.signatureInPlace(new byte[3]));
    }

    private static byte[] sealed(byte[] kousei, String form, KeyPair key, URIDereferencer forms) throws Exception {
        Document document = Samples.parse(kousei);
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        var sha256 = factory.newDigestMethod(DigestMethod.SHA256, null);
        var canonical = factory.newTransform(CanonicalizationMethod.INCLUSIVE, (TransformParameterSpec) null);
        var info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
                List.of(
                        factory.newReference("#構成情報", sha256, List.of(canonical), null, null),
                        factory.newReference(form, sha256)));
        DOMSignContext context = new DOMSignContext(key.getPrivate(), document.getDocumentElement());
        context.setURIDereferencer(forms);
        context.setIdAttributeNS(signed(document), null, "ID");
        factory.newXMLSignature(info, null).sign(context);
        Transformer copy = TransformerFactory.newDefaultInstance().newTransformer();
        copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter signature = new StringWriter();
        copy.transform(new DOMSource(document.getDocumentElement().getLastChild()), new StreamResult(signature));
        return new String(kousei, StandardCharsets.UTF_8)
                .replace("</DataRoot>", signature + "</DataRoot>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Element signed(Document document) {
        return (Element) document.getElementsByTagName("構成情報").item(0);
    }

    private static void golden(String name, byte[] written) throws Exception {
        try (InputStream golden = EgovPackageWriterTest.class.getResourceAsStream("/" + name)) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                    new String(written, StandardCharsets.UTF_8));
        }
    }
}
