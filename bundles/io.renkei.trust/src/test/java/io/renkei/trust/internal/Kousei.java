package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;
import io.renkei.ports.trust.XmlSignatures.Policy;
import io.renkei.ports.trust.XmlSignatures.XmlVerdict;
import io.renkei.trust.internal.TestPki.Issued;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A package as e-Gov has it: a signed element with a Japanese ID, a place for signatures, and the form as a file. */
final class Kousei {

    static final String URI = "#%E6%A7%8B%E6%88%90%E6%83%85%E5%A0%B1";
    static final String FORM = "495000000000000001_01.xml";
    static final String JAPANESE_FORM = "申請書 その１.xml";
    static final byte[] FORM_BYTES = Xml.utf8("<様式><氏名>試験　花子</氏名></様式>");
    static final Map<String, byte[]> FILES = Map.of(FORM, FORM_BYTES, JAPANESE_FORM, Xml.utf8("<様式/>"));
    static final byte[] UNSIGNED = Xml.utf8("""
            <?xml version="1.0" encoding="UTF-8"?>
            <?xml-stylesheet href="999000000000000001.xsl" type="text/xsl"?>
            <DataRoot>
              <様式ID>999000000000000001</様式ID>
              <構成情報 ID="構成情報">
                <管理情報><手続ID>4950008680033000</手続ID><氏名>𠮷田　花子</氏名></管理情報>
                <申請書属性情報><申請書ファイル名称>495000000000000001_01.xml</申請書ファイル名称></申請書属性情報>
              </構成情報>
              <署名情報/>
              <その他 ID="other"><納付方法/></その他>
            </DataRoot>
            """);

    private Kousei() {}

    static JdkSignature signature(Issued signer) {
        return new JdkSignature(signer)
                .reference(URI, JdkSignature.C14N)
                .reference(FORM)
                .files(FILES);
    }

    static Policy policy(X509Certificate... anchors) {
        return policy(FILES, Set.of(FORM), anchors);
    }

    static Policy policy(Map<String, byte[]> files, Set<String> filesSigned, X509Certificate... anchors) {
        return new Policy("DataRoot", Set.of("構成情報"), "ID", Set.copyOf(Arrays.asList(anchors)), files, filesSigned);
    }

    /** All codes of a verdict, and nothing but codes with a sentence in both languages. */
    static Set<String> codes(XmlVerdict verdict) {
        List<TrustFault> all = Stream.concat(
                        verdict.faults().stream(),
                        verdict.signatures().stream().flatMap(signature -> signature.faults().stream()))
                .toList();
        for (TrustFault fault : all) {
            if (fault.sentence().isBlank()
                    || !fault.sentenceJa().endsWith("。")
                    || fault.place().isBlank()) {
                throw new AssertionError("no sentence for " + fault.code());
            }
        }
        return all.stream().map(TrustFault::code).collect(Collectors.toSet());
    }

    static byte[] replaced(byte[] xml, String from, String to) {
        String text = new String(xml, StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new AssertionError("not in the document: " + from);
        }
        return Xml.utf8(text.replace(from, to));
    }
}
