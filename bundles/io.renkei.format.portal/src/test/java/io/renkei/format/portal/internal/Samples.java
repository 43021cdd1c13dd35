package io.renkei.format.portal.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import io.renkei.api.spi.PackageReader.VerifiedDocument;
import io.renkei.format.portal.Applicant;
import io.renkei.format.portal.PortalWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** One hire: 試験株式会社 hires 試験　太郎 on 2026-04-01. All values are invented. */
final class Samples {

    static final byte[] WAGE_LEDGER = "賃金台帳（見本）".getBytes(StandardCharsets.UTF_8);

    private Samples() {}

    static ApplicationPackage hire() {
        Map<ProcedureId, ProcedurePart> procedures = new LinkedHashMap<>();
        procedures.put(
                new ProcedureId("1"),
                part(
                        "insurance.office-prefecture",
                        new ItemValue.Code("jis-prefecture", "13"),
                        "insurance.office-sign",
                        new ItemValue.Text("ｹｲﾄ"),
                        "insurance.dependants",
                        new ItemValue.Code("yes-no", "yes"),
                        "insurance.dependant",
                        new ItemValue.Group(List.of(
                                content(
                                        "name",
                                        new ItemValue.Text("試験　一郎"),
                                        "birth-date",
                                        new ItemValue.Date(LocalDate.of(2020, 2, 29))),
                                content("name", new ItemValue.Text("試験　𠮷子"))))));
        procedures.put(
                new ProcedureId("12"),
                part(
                        "employment-insurance.office-number",
                        new ItemValue.Text("1301-123456-7"),
                        "employment-insurance.wage-ledger",
                        new ItemValue.AttachmentRef("ledger"),
                        "hello-work.office",
                        new ItemValue.Code("hello-work-office", "49511000000010000003829")));
        return new ApplicationPackage(
                Optional.of(new SenderNumber("ACME-2026-0001")),
                Optional.of("hire"),
                content(
                        "employer.corporate-number",
                        new ItemValue.Corporate(new CorporateNumber("7000012050002")),
                        "employer.name",
                        new ItemValue.Text("試験株式会社"),
                        "employee.name",
                        new ItemValue.Text("試験　太郎"),
                        "employee.name.kana",
                        new ItemValue.Kana("シケン　タロウ"),
                        "employee.birth-date",
                        new ItemValue.Date(LocalDate.of(1995, 7, 8)),
                        "employee.individual-number",
                        new ItemValue.Individual(new IndividualNumber("123456789018")),
                        "employment.start",
                        new ItemValue.Date(LocalDate.of(2026, 4, 1)),
                        "employment.monthly-wage",
                        new ItemValue.Money(300_000)),
                procedures,
                List.of(new Attachment(
                        "ledger", "添付/賃金台帳.txt", "text/plain", WAGE_LEDGER.length, Sha256.of(WAGE_LEDGER))));
    }

    static Applicant applicant() {
        return new Applicant(
                new Applicant.Party(
                        "試験株式会社",
                        Optional.of("シケンカブシキガイシャ"),
                        Optional.of(new CorporateNumber("7000012050002")),
                        Optional.of("1000001"),
                        Optional.of("東京都千代田区千代田１－１"),
                        Optional.of("03-0000-0000")),
                Optional.of(Applicant.named("代理　花子").self()));
    }

    static byte[] document() {
        return new PortalWriter().write(hire(), applicant());
    }

    static PackageFiles files(byte[] document) {
        return new Files(Map.of(PackageFiles.DOCUMENT, document, "添付/賃金台帳.txt", WAGE_LEDGER));
    }

    /** As the verifier hands it on. */
    static List<VerifiedDocument> verified(String document) throws SAXException, IOException {
        return List.of(new VerifiedDocument(PackageFiles.DOCUMENT, Map.of(PortalWriter.SIGNED, content(document))));
    }

    private static Element content(String document) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            return Xml.child(root, "content").orElseThrow();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProcedurePart part(Object... pairs) {
        return new ProcedurePart(content(pairs), List.of(), "");
    }

    private static FilingContent content(Object... pairs) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            items.put(new ItemId((String) pairs[i]), (ItemValue) pairs[i + 1]);
        }
        return new FilingContent(items);
    }

    record Files(Map<String, byte[]> all) implements PackageFiles {

        @Override
        public List<String> names() {
            return all.keySet().stream().sorted().toList();
        }

        @Override
        public Optional<byte[]> bytes(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public boolean isSingleDocument() {
            return all.size() == 1;
        }
    }
}
