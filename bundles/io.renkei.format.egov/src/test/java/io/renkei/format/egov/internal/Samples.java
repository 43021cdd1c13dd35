package io.renkei.format.egov.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader.VerifiedDocument;
import io.renkei.format.egov.CaseMark;
import io.renkei.format.egov.EgovCase;
import io.renkei.format.egov.EgovCase.CaseFile;
import io.renkei.format.egov.EgovOffice;
import io.renkei.format.egov.EgovProcedure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One hire as two cases: 試験株式会社 hires 髙﨑　太郎 on 2026-04-01. All values are invented. */
public final class Samples {

    public static final String INSURANCE = "4950013520711000";
    public static final String EMPLOYMENT = "4950008680033000";
    public static final FilingKey KEY = FilingKey.parse("202604011234567898-02");
    static final CaseMark MARK = new CaseMark(KEY, Sha256.of(new byte[] {1}));

    private Samples() {}

    public static EgovCase employment() {
        Map<ItemId, ItemValue> items = person();
        put(items, "employment-insurance.office-number", new ItemValue.Text("1301-123456-7"));
        put(items, "employment-insurance.acquisition", new ItemValue.Code("acquisition", "new"));
        put(items, "employment-insurance.contract", new ItemValue.Code("contract", "indefinite"));
        put(items, "employment-insurance.weekly-hours", new ItemValue.Text("40:00"));
        put(items, "hello-work.office", new ItemValue.Code("hello-work-office", "49511000000010000003829"));
        return new EgovCase(
                MARK,
                new EgovProcedure(EMPLOYMENT, "雇用保険被保険者資格取得届／電子申請", "495000868003300001", 1, "雇用保険被保険者資格取得届"),
                Optional.empty(),
                new FilingContent(items),
                List.of(new CaseFile("賃金台帳の写し", "賃金台帳.txt", utf8("賃金台帳（見本）"))));
    }

    public static EgovCase insurance() {
        Map<ItemId, ItemValue> items = person();
        put(items, "insurance.office-prefecture", new ItemValue.Code("jis-prefecture", "13"));
        put(items, "insurance.office-region", new ItemValue.Text("01"));
        put(items, "insurance.office-sign", new ItemValue.Text("ケイト"));
        put(items, "insurance.office-number", new ItemValue.Text("123"));
        put(items, "insurance.basic-pension-number", new ItemValue.Text("1234-567890"));
        put(items, "insurance.dependants", new ItemValue.Code("yes-no", "no"));
        put(items, "insurance.society-number", new ItemValue.Text("06130012"));
        return new EgovCase(
                MARK,
                new EgovProcedure(INSURANCE, "健康保険・厚生年金保険被保険者資格取得届／電子申請", "495001352071100001", 1, "資格取得届"),
                Optional.of(new EgovOffice("950API00000000001001001", "総務省,行政管理局,API")),
                new FilingContent(items),
                List.of());
    }

    private static Map<ItemId, ItemValue> person() {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        put(items, "employer.corporate-number", new ItemValue.Corporate(new CorporateNumber("7000012050002")));
        put(items, "employer.name", new ItemValue.Text("試験株式会社"));
        put(items, "employer.name.kana", new ItemValue.Kana("シケンカブシキガイシャ"));
        put(items, "employer.postal-code", new ItemValue.Text("1000001"));
        put(items, "employer.prefecture", new ItemValue.Code("jis-prefecture", "13"));
        put(items, "employer.address", new ItemValue.Text("千代田区千代田１－１"));
        put(items, "employer.address.kana", new ItemValue.Kana("チヨダクチヨダ"));
        put(items, "employer.phone", new ItemValue.Text("03-0000-0000"));
        put(items, "employer.representative", new ItemValue.Text("試験　花子"));
        put(items, "employee.name", new ItemValue.Text("髙﨑　太郎"));
        put(items, "employee.name.kana", new ItemValue.Kana("タカサキ　タロウ"));
        put(items, "employee.birth-date", new ItemValue.Date(LocalDate.of(1989, 1, 7)));
        put(items, "employee.sex", new ItemValue.Code("sex", "male"));
        put(items, "employee.postal-code", new ItemValue.Text("5300001"));
        put(items, "employee.prefecture", new ItemValue.Code("jis-prefecture", "27"));
        put(items, "employee.address", new ItemValue.Text("大阪市北区梅田１－２－３　ガーデン𠮷"));
        put(items, "employee.address.kana", new ItemValue.Kana("オオサカシキタクウメダ"));
        put(items, "employee.individual-number", new ItemValue.Individual(new IndividualNumber("123456789018")));
        put(items, "employment.start", new ItemValue.Date(LocalDate.of(2026, 4, 1)));
        put(items, "employment.monthly-wage", new ItemValue.Money(300_000));
        return items;
    }

    private static void put(Map<ItemId, ItemValue> items, String id, ItemValue value) {
        items.put(new ItemId(id), value);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static VerifiedDocument verified(String place, byte[] document, String element) throws Exception {
        return new VerifiedDocument(place, Map.of("{}" + element, element(document, element)));
    }

    static Element element(byte[] document, String element) throws Exception {
        return (Element) parse(document).getElementsByTagNameNS("*", element).item(0);
    }

    public static Document parse(byte[] document) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    }

    record Files(Map<String, byte[]> all) implements PackageFiles {

        @Override
        public List<String> names() {
            return List.copyOf(all.keySet());
        }

        @Override
        public Optional<byte[]> bytes(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public boolean isSingleDocument() {
            return false;
        }
    }
}
