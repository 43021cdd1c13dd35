package io.renkei.format.deduction.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.AttributeNode;
import io.renkei.api.spi.CertificateReader.Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class DeductionReaderTest {

    private final DeductionReader reader = new DeductionReader();

    @Test
    void readsWhatStandsThereInItsOrder() throws Exception {
        Certificate read = read(file("TEG800.xml")).orElseThrow();
        String told = read.kind() + " " + read.issuer() + " " + read.year() + " " + read.issued() + "\n"
                + told(read.values(), "");
        assertEquals(file("TEG800.txt"), told);
    }

    @ParameterizedTest
    @CsvSource({
        "TEG810,WD",
        "TEG820,WJ",
        "TEG821,WK",
        "TEG822,WL",
        "TEG830,WM",
        "TEG840,WO",
        "TEG850,WP",
    })
    void readsTheOtherKindsInTheSameShape(String kind, String prefix) throws Exception {
        Certificate read = read(file("TEG800.xml").replace("TEG800", kind).replaceAll("WC([A-E])", prefix + "$1"))
                .orElseThrow();
        assertEquals(kind, read.kind());
        assertEquals(2026, read.year());
        assertTrue(reader.roots().contains("{http://xml.e-tax.nta.go.jp/XSD/kyotsu}" + kind));
    }

    @Test
    void aSignatureIsNoItem() throws Exception {
        String signed = file("TEG800.xml")
                .replace("</TEG800>", "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">x</Signature></TEG800>");
        assertFalse(told(read(signed).orElseThrow().values(), "").contains("Signature"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<WCB00000>8999999999901</WCB00000> -> <WCB00000>8999999999902</WCB00000>",
                "<WCB00000>8999999999901</WCB00000> -> ",
                "<WCD00000>試験　花子</WCD00000> -> <WCD00000> </WCD00000>",
                "<WCD00000>試験　花子</WCD00000> -> <WCD00000>a</WCD00000><WCD00000>b</WCD00000>",
                "<gen:mm>10</gen:mm> -> <gen:mm>13</gen:mm>",
                "<gen:mm>10</gen:mm> -> <gen:mm>+1</gen:mm>",
                "<WCE00010><gen:yyyy>2026 -> <WCE00010><gen:yyyy>令和8",
                "</WCE00000> -> </WCE00000><WCE00000><WCE00010><gen:yyyy>2025</gen:yyyy></WCE00010></WCE00000>",
                "<WCE00190> -> <WCE00190>48000",
                "XSD/kyotsu -> XSD/other",
                "TEG800 -> TEG899",
            })
    void whatIsNotAsAgreedIsNotRead(String change) throws Exception {
        String[] both = (change + " ").split(" -> ");
        String changed = file("TEG800.xml").replace(both[0], both[1].strip());
        assertEquals(Optional.empty(), read(changed));
    }

    @Test
    void itIsBounded() throws Exception {
        String one = "<WCE00040>0123-456</WCE00040>";
        assertEquals(Optional.empty(), read(file("TEG800.xml").replace(one, one.repeat(20_001))));
        assertEquals(Optional.empty(), read(file("TEG800.xml").replace("0123-456", "1".repeat(1_001))));
        assertEquals(
                Optional.empty(), read(file("TEG800.xml").replace("0123-456", "<x>".repeat(20) + "</x>".repeat(20))));
    }

    private Optional<Certificate> read(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        return reader.read(root);
    }

    private static String told(List<AttributeNode> nodes, String indent) {
        StringBuilder told = new StringBuilder();
        for (AttributeNode node : nodes) {
            told.append(indent).append(node.code()).append(' ').append(node.name());
            node.value().ifPresent(value -> told.append(" = ").append(value));
            told.append('\n').append(told(node.children(), indent + "  "));
        }
        return told.toString();
    }

    private static String file(String name) throws IOException {
        try (InputStream in = DeductionReaderTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
