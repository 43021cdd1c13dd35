package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import io.renkei.ports.trust.XmlSignatures.Policy;
import io.renkei.ports.trust.XmlSignatures.XmlVerdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlSealsTest {

    private static GatewaySeal seal;

    private final XmlSignatureVerifier verifier = new XmlSignatureVerifier(XmlLimits.DEFAULT);

    @BeforeAll
    static void open(@TempDir Path directory) {
        seal = new GatewaySeal(
                SealKeys.open(directory, Duration.ofDays(730), Clock.fixed(TestPki.NOW, ZoneOffset.UTC)));
    }

    @Test
    void sealsAnEGovPackageThatBothVerifiersAccept() {
        Map<String, byte[]> files = new LinkedHashMap<>(Kousei.FILES);
        byte[] sealed = seal.sealXml(Kousei.UNSIGNED, new XmlSeal("ID", "構成情報", files, Placement.SIBLING));
        String text = new String(sealed, StandardCharsets.UTF_8);
        assertTrue(text.contains("URI=\"" + Kousei.URI + "\""));
        assertTrue(text.contains("URI=\"%E7%94%B3%E8%AB%8B%E6%9B%B8%20%E3%81%9D%E3%81%AE%EF%BC%91.xml\""));
        assertTrue(text.endsWith("</ds:Signature></DataRoot>\n"));
        assertTrue(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet"));
        assertTrue(JdkSignature.accepts(sealed, "ID", files, seal.certificate().getPublicKey()));
        XmlVerdict verdict =
                verifier.verify(sealed, Kousei.policy(files, files.keySet(), seal.certificate()), TestPki.NOW);
        assertEquals(Set.of(), Kousei.codes(verdict));
        assertTrue(verdict.accepted());
        XmlVerdict changed = verifier.verify(
                Kousei.replaced(sealed, "花子", "太郎"),
                Kousei.policy(files, files.keySet(), seal.certificate()),
                TestPki.NOW);
        XmlSignatureVerifierTest.refused(changed, TrustCode.CONTENT_CHANGED);
    }

    /** Each holds one element {@code b} with the ID t. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b ID='t'/></a>",
                "<a><b ID='t' /><c/></a>",
                "<a><b ID='t'></b></a>",
                "<a xmlns='urn:x' xmlns:p='urn:p' xml:lang='ja'><b ID='t'><p:c p:z='1' y='2'/></b></a>",
                "<a xmlns='urn:x'><b xmlns='' ID='t'><c xmlns='urn:y'><d xmlns=''/></c></b></a>",
                "<p:a xmlns:p='urn:p' xmlns:ds='urn:not-dsig'><p:b ID='t' xmlns:q='urn:q'><q:c q:x='>' p:y='&lt;&amp;&quot;'/></p:b></p:a>",
                "<a xml:base='http://例.invalid/' xml:lang='ja'><b xml:lang='ja' xml:id='t2' ID='t' z='1' a='2'>x</b></a>",
                "<a><b ID='t'>&#13;&#10;\ttab &gt; ]]&gt; <![CDATA[<c>&]]> 𠮷野家</b></a>",
                "<a><b ID='t' k='a&#9;b&#10;c&#13;d'\n  m=\"it's\">x</b></a>",
                "<a><!-- <b ID='t'> --><?p <b> ?><b ID='t'><!-- 注 --><?指示 値 ?><?q?>末</b><!-- </a> --></a><!-- </a> -->",
                "<a><c x='>'/><c y='/'/><b ID='t'><b><b/></b></b></a>",
                "<a xmlns:u='urn:u'><b ID='t' xmlns:u='urn:u'><u:c xmlns:u='urn:u'/><u:c xmlns:u='urn:v'/></b></a>",
                "<あ><い><b ID='t'><う/></b></い></あ>",
                "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'><b ID='t' xml:space='preserve'> </b></a>",
                "\uFEFF<a><b ID='t'><![CDATA[</b>]]></b></a >"
            })
    void canonicalizesAsTheJdkDoesInEitherPlace(String xml) {
        for (Placement placement : Placement.values()) {
            byte[] sealed = seal.sealXml(Xml.utf8(xml), XmlSeal.of("ID", "t", placement));
            assertTrue(
                    JdkSignature.accepts(
                            sealed, "ID", Map.of(), seal.certificate().getPublicKey()),
                    () -> placement + ": " + new String(sealed, StandardCharsets.UTF_8));
        }
    }

    @Test
    void sealsTheDocumentElementEnvelopedOnly() {
        byte[] document = Xml.utf8("<r:受領 xmlns:r='urn:受領' Id='R1'><r:到達番号>2026</r:到達番号></r:受領>");
        byte[] sealed = seal.sealXml(document, XmlSeal.of("Id", "R1", Placement.ENVELOPED));
        assertTrue(
                JdkSignature.accepts(sealed, "Id", Map.of(), seal.certificate().getPublicKey()));
        Policy policy =
                new Policy("{urn:受領}受領", Set.of("{urn:受領}受領"), "Id", Set.of(seal.certificate()), Map.of(), Set.of());
        assertTrue(verifier.verify(sealed, policy, TestPki.NOW).accepted());
        assertThrows(
                IllegalArgumentException.class,
                () -> seal.sealXml(document, XmlSeal.of("Id", "R1", Placement.SIBLING)));
    }

    @Test
    void addsASecondSignatureBesideTheFirst() {
        XmlSeal sibling = XmlSeal.of("ID", "構成情報", Placement.SIBLING);
        byte[] twice = seal.sealXml(seal.sealXml(Kousei.UNSIGNED, sibling), sibling);
        XmlVerdict verdict = verifier.verify(twice, Kousei.policy(Map.of(), Set.of(), seal.certificate()), TestPki.NOW);
        assertEquals(2, verdict.signatures().size());
        assertTrue(verdict.accepted());
        assertFalse(verdict.signatures()
                .get(0)
                .id()
                .equals(verdict.signatures().get(1).id()));
    }

    @Test
    void refusesWhatItCannotSeal() {
        XmlSeal what = XmlSeal.of("ID", "t", Placement.ENVELOPED);
        for (String bad : new String[] {
            "<a/>",
            "<a><b ID='t'/><b ID='t'/></a>",
            "<a ID='t'>",
            "<!DOCTYPE a><a ID='t'/>",
            "<?xml version='1.0' encoding='ISO-8859-1'?><a ID='t'/>",
            "<?xml version='1.1'?><a ID='t'/>",
            "<a xml:lang='ja'><b ID='t' xml:lang='en'/></a>"
        }) {
            assertThrows(IllegalArgumentException.class, () -> seal.sealXml(Xml.utf8(bad), what), bad);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new XmlSeal("ID", "t", Map.of("a/b.xml", new byte[0]), Placement.SIBLING));
    }
}
