package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.XmlSignatures.Policy;
import io.renkei.ports.trust.XmlSignatures.XmlVerdict;
import io.renkei.trust.internal.TestPki.Issued;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlSignatureVerifierTest {

    private static final Issued ROOT = TestPki.root("CN=試験認証局,C=JP");
    private static final Issued SIGNER = TestPki.of(ROOT).issue();
    private static final Issued RSA_SIGNER = TestPki.of(ROOT).pair(TestPki.RSA).issue();
    private static final X509Certificate ANCHOR = ROOT.certificate();

    private final XmlSignatureVerifier verifier = new XmlSignatureVerifier(XmlLimits.DEFAULT);

    @Test
    void acceptsAGoodSignatureAndHandsOnExactlyTheVerifiedElement() {
        XmlVerdict verdict = verify(Kousei.signature(RSA_SIGNER).sign(Kousei.UNSIGNED));
        assertEquals(Set.of(), Kousei.codes(verdict));
        assertTrue(verdict.accepted());
        assertEquals(Set.of("構成情報"), verdict.verified().keySet());
        Element element = verdict.verified().get("構成情報");
        assertEquals("構成情報", element.getLocalName());
        assertTrue(element.getTextContent().contains("𠮷田　花子"));
        SignatureVerdict signature = verdict.signatures().get(0);
        assertEquals("20260401090000", signature.id());
        assertEquals(Revocation.NOT_CHECKED, signature.revocation());
        assertEquals(TestPki.NOW, signature.at());
        assertEquals(
                HexFormat.of().formatHex(Digests.sha256(RSA_SIGNER.certificate())),
                signature.signerFingerprint().orElseThrow());
    }

    @Test
    void acceptsEllipticCurvesAndJapaneseFileNamesAndExclusiveCanonicalization() {
        byte[] signed = new JdkSignature(SIGNER)
                .canonicalization("http://www.w3.org/2001/10/xml-exc-c14n#")
                .reference(Kousei.URI, "http://www.w3.org/2001/10/xml-exc-c14n#")
                .reference("%E7%94%B3%E8%AB%8B%E6%9B%B8%20%E3%81%9D%E3%81%AE%EF%BC%91.xml")
                .files(Kousei.FILES)
                .sign(Kousei.UNSIGNED);
        assertTrue(verify(signed, Kousei.policy(Kousei.FILES, Set.of(Kousei.JAPANESE_FORM), ANCHOR))
                .accepted());
    }

    @Test
    void acceptsTheShapeOfAnOfficialDocument() {
        byte[] document = Xml.utf8("<DOC><BODY ID=\"DOCBODY\"><!-- 注記 -->決定<!-- x -->通知</BODY><FRONT/></DOC>");
        byte[] signed = new JdkSignature(SIGNER)
                .canonicalization("http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments")
                .reference("#DOCBODY", Transform.ENVELOPED)
                .certificates(ROOT.certificate(), SIGNER.certificate())
                .into("DOC")
                .sign(document);
        XmlVerdict verdict =
                verify(signed, new Policy("DOC", Set.of("BODY"), "ID", Set.of(ANCHOR), Map.of(), Set.of()));
        assertTrue(verdict.accepted());
        Element body = verdict.verified().get("BODY");
        assertEquals("決定通知", body.getFirstChild().getNodeValue());
    }

    @Test
    void handsOnNothingOfASignatureThatStandsInTheVerifiedElement() {
        byte[] signed = new JdkSignature(SIGNER)
                .reference("", Transform.ENVELOPED, JdkSignature.C14N)
                .into("DataRoot")
                .sign(Kousei.UNSIGNED);
        XmlVerdict verdict =
                verify(signed, new Policy("DataRoot", Set.of("DataRoot"), "ID", Set.of(ANCHOR), Map.of(), Set.of()));
        assertEquals(Set.of(), Kousei.codes(verdict));
        Element root = verdict.verified().get("DataRoot");
        assertEquals(0, root.getElementsByTagNameNS(Dom.DSIG, "*").getLength());
    }

    @Test
    void takesTheSignersCertificateByItsKeyAndNotByItsOrder() {
        Issued another = TestPki.of(ROOT).name("CN=別人,C=JP").issue();
        byte[] signed = Kousei.signature(SIGNER)
                .certificates(ROOT.certificate(), another.certificate(), SIGNER.certificate())
                .sign(Kousei.UNSIGNED);
        XmlVerdict verdict = verify(signed);
        assertTrue(verdict.accepted());
        assertEquals(
                HexFormat.of().formatHex(Digests.sha256(SIGNER.certificate())),
                verdict.signatures().get(0).signerFingerprint().orElseThrow());
    }

    @Test
    void judgesEachOfSeveralSignersAndRefusesAllWhenOneIsBad() {
        Issued second = TestPki.of(ROOT).name("CN=連署人,C=JP").issue();
        byte[] both = Kousei.signature(second).sign(Kousei.signature(SIGNER).sign(Kousei.UNSIGNED));
        assertEquals(2, verify(both).signatures().size());
        assertTrue(verify(both).accepted());

        Issued stranger = TestPki.of(TestPki.root("CN=他所,C=JP")).issue();
        byte[] oneBad = Kousei.signature(stranger).sign(Kousei.signature(SIGNER).sign(Kousei.UNSIGNED));
        XmlVerdict verdict = verify(oneBad);
        assertTrue(verdict.signatures().get(0).accepted());
        assertFalse(verdict.signatures().get(1).accepted());
        assertTrue(verdict.signatures().get(1).coreValid());
        refused(verdict, TrustCode.UNKNOWN_ROOT);
    }

    @Test
    void refusesSha1InDigestAndInSignature() {
        refused(
                verify(Kousei.signature(SIGNER).digest(DigestMethod.SHA1).sign(Kousei.UNSIGNED)),
                TrustCode.DIGEST_ALGORITHM);
        refused(
                verify(Kousei.signature(RSA_SIGNER)
                        .method("http://www.w3.org/2000/09/xmldsig#rsa-sha1")
                        .sign(Kousei.UNSIGNED)),
                TrustCode.SIGNATURE_ALGORITHM);
    }

    @Test
    void refusesAnHmac() {
        byte[] signed = Kousei.replaced(
                Kousei.signature(SIGNER).sign(Kousei.UNSIGNED),
                "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256");
        refused(verify(signed), TrustCode.HMAC);
    }

    @Test
    void refusesADoctypeAndAnExternalEntity() {
        byte[] signed = Kousei.signature(SIGNER).sign(Kousei.UNSIGNED);
        refused(verify(Kousei.replaced(signed, "<DataRoot>", "<!DOCTYPE DataRoot><DataRoot>")), TrustCode.DOCTYPE);
        String external = "<!DOCTYPE DataRoot [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><DataRoot>&e;";
        refused(verify(Kousei.replaced(signed, "<DataRoot>", external)), TrustCode.DOCTYPE);
        String parameter = "<!DOCTYPE DataRoot [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/e\"> %e;]><DataRoot>";
        refused(verify(Kousei.replaced(signed, "<DataRoot>", parameter)), TrustCode.DOCTYPE);
    }

    @Test
    void refusesXsltAndXpath() {
        TransformParameterSpec xpath = new XPathFilterParameterSpec("true()");
        refused(
                verify(new JdkSignature(SIGNER)
                        .reference(Kousei.URI, Transform.XPATH, xpath)
                        .reference(Kousei.FORM)
                        .files(Kousei.FILES)
                        .sign(Kousei.UNSIGNED)),
                TrustCode.TRANSFORM);
        Element sheet = Xml.parse(Xml.utf8("""
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                <xsl:template match="/"><a/></xsl:template></xsl:stylesheet>""")).getDocumentElement();
        TransformParameterSpec xslt = new XSLTTransformParameterSpec(new DOMStructure(sheet));
        refused(
                verify(new JdkSignature(SIGNER)
                        .reference(Kousei.URI, Transform.XSLT, xslt)
                        .reference(Kousei.FORM)
                        .files(Kousei.FILES)
                        .sign(Kousei.UNSIGNED)),
                TrustCode.TRANSFORM);
        refused(
                verify(new JdkSignature(SIGNER)
                        .reference(Kousei.URI, JdkSignature.C14N)
                        .reference(Kousei.FORM, JdkSignature.C14N)
                        .files(Kousei.FILES)
                        .sign(Kousei.UNSIGNED)),
                TrustCode.TRANSFORM);
    }

    @Test
    void refusesChangedContent() {
        byte[] signed = Kousei.signature(SIGNER).sign(Kousei.UNSIGNED);
        XmlVerdict verdict = verify(Kousei.replaced(signed, "4950008680033000", "4950008680033001"));
        refused(verdict, TrustCode.CONTENT_CHANGED);
        assertFalse(verdict.signatures().get(0).coreValid());
        assertTrue(verdict.signatures().get(0).pathValid());
        assertTrue(verdict.signatures().get(0).faults().get(0).place().endsWith("Reference[1]"));
    }

    @Test
    void acceptsAChangeOutsideWhatIsSignedButHandsNoneOfItOn() {
        byte[] signed = Kousei.signature(SIGNER).sign(Kousei.UNSIGNED);
        XmlVerdict verdict = verify(Kousei.replaced(signed, "<納付方法/>", "<納付方法>現金</納付方法>"));
        assertTrue(verdict.accepted());
        assertEquals(Set.of("構成情報"), verdict.verified().keySet());
    }

    @Test
    void refusesAChangedFile() {
        byte[] signed = Kousei.signature(SIGNER).sign(Kousei.UNSIGNED);
        Policy changed = Kousei.policy(Map.of(Kousei.FORM, Xml.utf8("<様式/>")), Set.of(Kousei.FORM), ANCHOR);
        refused(verify(signed, changed), TrustCode.CONTENT_CHANGED);
    }

    @Test
    void refusesAChangedSignedInfo() {
        byte[] signed = Kousei.signature(SIGNER).sign(Kousei.UNSIGNED);
        refused(
                verify(Kousei.replaced(
                        signed,
                        "<ds:Reference URI=\"" + Kousei.FORM + "\"",
                        "<ds:Reference Id=\"x\" URI=\"" + Kousei.FORM + "\"")),
                TrustCode.VALUE_WRONG);
    }

    @Test
    void opensNothingOutsideTheGivenFiles() {
        for (String outside : List.of(
                "file:///etc/hostname", "../secret.xml", "http://example.invalid/a.xml", "a%2Fb.xml", "%2E%2E")) {
            refused(verify(signedWith(outside)), TrustCode.REFERENCE_OUTSIDE);
        }
        refused(verify(signedWith("other.xml")), TrustCode.REFERENCE_UNKNOWN);
        refused(verify(signedWith("#other")), TrustCode.REFERENCE_UNKNOWN);
        refused(verify(signedWith("%E6%A7.xml")), TrustCode.REFERENCE_OUTSIDE);
    }

    private byte[] signedWith(String uri) {
        return Kousei.signature(SIGNER).reference(uri).sign(Kousei.UNSIGNED);
    }

    @Test
    void refusesASignatureThatDoesNotCoverWhatThePolicyDemands() {
        byte[] onlyFile = new JdkSignature(SIGNER)
                .reference(Kousei.FORM)
                .files(Kousei.FILES)
                .sign(Kousei.UNSIGNED);
        refused(verify(onlyFile), TrustCode.ELEMENT_NOT_COVERED);
        byte[] onlyElement = new JdkSignature(SIGNER)
                .reference(Kousei.URI, JdkSignature.C14N)
                .sign(Kousei.UNSIGNED);
        refused(verify(onlyElement), TrustCode.FILE_NOT_COVERED);
        byte[] twice = Kousei.signature(SIGNER)
                .reference(Kousei.URI, JdkSignature.C14N)
                .sign(Kousei.UNSIGNED);
        refused(verify(twice), TrustCode.REFERENCE_REPEATED);
    }

    @Test
    void refusesADocumentWithoutSignature() {
        refused(verify(Kousei.UNSIGNED), TrustCode.UNSIGNED);
    }

    @Test
    void refusesASignatureWithoutCertificate() {
        refused(verify(Kousei.signature(SIGNER).certificates().sign(Kousei.UNSIGNED)), TrustCode.NO_CERTIFICATE);
    }

    @Test
    void refusesACertificateThatIsNotForSignatures() {
        Issued forKeys = TestPki.of(ROOT).usage(KeyUsage.keyEncipherment).issue();
        refused(verify(Kousei.signature(forKeys).sign(Kousei.UNSIGNED)), TrustCode.KEY_USAGE);
    }

    @Test
    void refusesAWeakKey() {
        Issued weak = TestPki.of(ROOT).pair(TestPki.pair("RSA", 1024)).issue();
        refused(verify(Kousei.signature(weak).sign(Kousei.UNSIGNED)), TrustCode.KEY_WEAK);
    }

    @Test
    void refusesWhatIsTooDeepTooLargeTooManyOrMalformed() {
        String deep =
                String.join("", Collections.nCopies(70, "<深>")) + String.join("", Collections.nCopies(70, "</深>"));
        refused(verify(Kousei.replaced(Kousei.UNSIGNED, "<納付方法/>", deep)), TrustCode.TOO_DEEP);
        XmlLimits small = new XmlLimits(Kousei.UNSIGNED.length - 1, 64, 64, 1_000);
        refused(
                new XmlSignatureVerifier(small).verify(Kousei.UNSIGNED, Kousei.policy(ANCHOR), TestPki.NOW),
                TrustCode.TOO_LARGE);
        XmlLimits few = new XmlLimits(1_000_000, 64, 64, 10);
        refused(
                new XmlSignatureVerifier(few).verify(Kousei.UNSIGNED, Kousei.policy(ANCHOR), TestPki.NOW),
                TrustCode.TOO_MANY_PARTS);
        refused(verify(Xml.utf8("<DataRoot>")), TrustCode.MALFORMED);
        refused(verify(new byte[] {'<', 'a', '>', (byte) 0xC3, '<', '/', 'a', '>'}), TrustCode.MALFORMED);
        refused(verify(Xml.utf8("<別/>")), TrustCode.WRONG_ROOT);
    }

    @Test
    void staysUsableAfterAMalformedDocument() {
        byte[] signed = Kousei.signature(SIGNER).sign(Kousei.UNSIGNED);
        for (int i = 0; i < 3; i++) {
            verify(Xml.utf8("<DataRoot><a></b>"));
            assertTrue(verify(signed).accepted());
        }
    }

    private XmlVerdict verify(byte[] document) {
        return verify(document, Kousei.policy(ANCHOR));
    }

    private XmlVerdict verify(byte[] document, Policy policy) {
        return verifier.verify(document, policy, TestPki.NOW);
    }

    static void refused(XmlVerdict verdict, TrustCode code) {
        assertFalse(verdict.accepted());
        assertEquals(Map.of(), verdict.verified());
        Set<String> codes = Kousei.codes(verdict);
        assertTrue(codes.contains(code.code()), () -> code + " expected among " + codes);
    }
}
