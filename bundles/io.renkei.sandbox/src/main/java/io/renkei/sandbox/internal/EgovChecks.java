package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingKey;
import io.renkei.format.egov.CaseMark;
import io.renkei.format.egov.EgovPackageWriter;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The formal check (形式チェック) of a sent file. */
final class EgovChecks {

    private static final String CONFIGURATION = EgovPackageWriter.ID;
    private static final String KOUSEI = EgovPackageWriter.KOUSEI;
    private static final String SIGNATURES = "署名情報";
    private static final String REMARK = "通信欄";
    private static final String GATEWAY = "gateway";

    private final GatewaySeals gateway;
    private final List<X509Certificate> applicants;

    EgovChecks(GatewaySeals gateway, List<X509Certificate> applicants) {
        this.gateway = gateway;
        this.applicants = applicants;
    }

    /**
     * What passed.
     *
     * @param filing the gateway's key, from the name of the file
     * @param digest of the sent ZIP
     * @param proof {@code signer}: gateway or applicant; with the gateway {@code package}: the digest of the applicant's
     *     signed package, as the mark in the remark (通信欄) has it
     */
    record Taken(String filing, String digest, Map<String, String> proof) {}

    /** One line of e-Gov's report of errors. */
    static final class Report extends Exception {

        private static final long serialVersionUID = 1L;

        private final String file;
        private final String item;

        Report(String file, String item, String content) {
            super(content);
            this.file = file;
            this.item = item;
        }

        Map<String, String> line() {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("form_name", "-");
            line.put("attached_file_name", "-");
            line.put("file_name", file);
            line.put("item", item);
            line.put("content", getMessage());
            return line;
        }
    }

    /** @throws Report with the first thing that is wrong */
    Taken check(String procedure, JsonNode sendFile) throws Report {
        String name = sendFile.path("file_name").asText();
        byte[] zip = decoded(sendFile.path("file_data").asText());
        Map<String, byte[]> files = caseFiles(procedure, Zips.read(zip));
        byte[] kousei = files.get(KOUSEI);
        if (kousei == null) {
            throw new Report("-", "-", "構成管理XMLファイルが添付されていません");
        }
        Document document = Xml.parse(kousei);
        Element configuration = Xml.byId(document, EgovPackageWriter.ID_ATTRIBUTE, CONFIGURATION);
        if (!procedure.equals(Xml.text(configuration, "手続ID").orElse(""))) {
            throw new Report(KOUSEI, "手続ID", "構成管理XML.手続IDに誤りがあります");
        }
        requireFiles(configuration, files);
        FilingKey filing = filing(name);
        Map<String, String> proof = new LinkedHashMap<>();
        proof.put("signer", signer(document, configuration, files));
        proof.put("kind", Xml.text(configuration, "申請種別").orElse(""));
        proof.put("first", Xml.text(configuration, "初回受付番号").orElse(""));
        if (proof.get("signer").equals(GATEWAY)) {
            proof.put("package", mark(configuration, filing).packageDigest().toString());
        }
        return new Taken(filing.toString(), Digests.sha256(zip), proof);
    }

    /** What the gateway says inside the element that it sealed: which filing this is, for which package. */
    private static CaseMark mark(Element configuration, FilingKey filing) throws Report {
        CaseMark mark = CaseMark.parse(Xml.text(configuration, REMARK).orElse(""))
                .orElseThrow(() -> new Report(KOUSEI, REMARK, "申請者の電子署名付き原本のハッシュ値がありません"));
        if (!mark.filing().equals(filing)) {
            throw new Report(KOUSEI, REMARK, "通信欄の届出番号がファイル名と一致しません");
        }
        return mark;
    }

    private String signer(Document document, Element configuration, Map<String, byte[]> files) throws Report {
        requirePlace(document);
        List<Signatures.Good> good = Signatures.verify(document, EgovPackageWriter.ID_ATTRIBUTE, files);
        if (good.isEmpty()) {
            throw new Report(KOUSEI, SIGNATURES, "電子署名がありません");
        }
        String form = Xml.text(configuration, "申請書ファイル名称").orElse("");
        String signer = GATEWAY;
        for (Signatures.Good one : good) {
            if (!one.elements().contains(CONFIGURATION)
                    || !form.isEmpty() && !one.files().contains(form)) {
                throw new Report(KOUSEI, SIGNATURES, "電子署名の対象に誤りがあります");
            }
            if (!gateway.isGateway(one.signer())) {
                requireApplicant(one.signer());
                signer = "applicant";
            }
        }
        return signer;
    }

    /** A signature counts inside 署名情報 only, which stands beside what it covers. */
    private static void requirePlace(Document document) throws Report {
        NodeList found = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        for (int i = 0; i < found.getLength(); i++) {
            Node place = found.item(i).getParentNode();
            if (!SIGNATURES.equals(place.getLocalName()) || place.getParentNode() != document.getDocumentElement()) {
                throw new Report(KOUSEI, SIGNATURES, "電子署名の位置に誤りがあります");
            }
        }
    }

    private void requireApplicant(X509Certificate signer) throws Report {
        for (X509Certificate authority : applicants) {
            try {
                signer.verify(authority.getPublicKey());
                return;
            } catch (GeneralSecurityException e) {
                // Another authority may have issued it.
            }
        }
        throw new Report(KOUSEI, SIGNATURES, "電子証明書が認められていません");
    }

    private static void requireFiles(Element configuration, Map<String, byte[]> files) throws Report {
        for (String element : List.of("申請書ファイル名称", "添付書類ファイル名称")) {
            NodeList names = configuration.getElementsByTagNameNS("*", element);
            for (int i = 0; i < names.getLength(); i++) {
                String name = names.item(i).getTextContent();
                if (!name.isEmpty() && !files.containsKey(name)) {
                    throw new Report(KOUSEI, element, "添付必須のファイルが添付されていません");
                }
            }
        }
    }

    private static Map<String, byte[]> caseFiles(String procedure, Map<String, byte[]> entries) throws Report {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            int slash = entry.getKey().indexOf('/');
            String folder = slash < 0 ? "" : entry.getKey().substring(0, slash);
            if (!folder.replaceFirst("\\(\\d+\\)$", "").equals(procedure)) {
                throw new Report("-", "-", "フォルダ名が手続識別子と一致しません");
            }
            files.put(entry.getKey().substring(slash + 1), entry.getValue());
        }
        return files;
    }

    private static FilingKey filing(String name) throws Report {
        try {
            return FilingKey.parse(name.replaceFirst("\\.zip$", ""));
        } catch (IllegalArgumentException e) {
            throw new Report("-", "file_name", "ファイル名に誤りがあります");
        }
    }

    private static byte[] decoded(String base64) throws Report {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Report("-", "file_data", "Base64でデコードできません");
        }
    }
}
