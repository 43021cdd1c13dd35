package io.renkei.intake.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import io.renkei.format.portal.PortalWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A company hires 試験 花子 and opens its payroll office. */
final class Samples {

    private Samples() {}

    static byte[] document(Optional<String> senderNumber, LocalDate birth, String phone) {
        Map<ItemId, ItemValue> common = common(birth, phone);
        Map<ItemId, ItemValue> helloWork = helloWork();
        Map<ItemId, ItemValue> tax = new LinkedHashMap<>();
        code(tax, "tax.office-code", "tax-office", "01101");
        text(tax, "tax.office-name", "麹町");
        text(tax, "tax.filer-id", "1234567890123456");
        code(tax, "tax.payroll-office.change", "payroll-change", "open");
        tax.put(new ItemId("tax.payroll-office.start"), new ItemValue.Date(LocalDate.of(2026, 4, 1)));
        Map<ProcedureId, ProcedurePart> procedures = new LinkedHashMap<>();
        procedures.put(new ProcedureId("12"), new ProcedurePart(new FilingContent(helloWork), List.of(), ""));
        procedures.put(new ProcedureId("18"), new ProcedurePart(new FilingContent(tax), List.of(), ""));
        return new PortalWriter()
                .write(
                        new ApplicationPackage(
                                senderNumber.map(SenderNumber::new),
                                Optional.of("hire"),
                                new FilingContent(common),
                                procedures,
                                List.of()),
                        io.renkei.format.portal.Applicant.named("試験株式会社"));
    }

    /** Procedure 12 alone: what corrects a filing at Hello Work. */
    static byte[] helloWork(Optional<String> senderNumber, String phone) {
        return one(senderNumber, "12", helloWork(), phone);
    }

    /** Procedure 18 alone. */
    static byte[] tax(String senderNumber) {
        Map<ItemId, ItemValue> tax = new LinkedHashMap<>();
        code(tax, "tax.office-code", "tax-office", "01101");
        text(tax, "tax.office-name", "麹町");
        text(tax, "tax.filer-id", "1234567890123456");
        code(tax, "tax.payroll-office.change", "payroll-change", "open");
        tax.put(new ItemId("tax.payroll-office.start"), new ItemValue.Date(LocalDate.of(2026, 4, 1)));
        return one(Optional.of(senderNumber), "18", tax, "03-0000-0000");
    }

    private static byte[] one(
            Optional<String> senderNumber, String procedure, Map<ItemId, ItemValue> items, String phone) {
        return new PortalWriter()
                .write(
                        new ApplicationPackage(
                                senderNumber.map(SenderNumber::new),
                                Optional.of("hire"),
                                new FilingContent(common(LocalDate.of(1995, 7, 8), phone)),
                                Map.of(
                                        new ProcedureId(procedure),
                                        new ProcedurePart(new FilingContent(items), List.of(), "")),
                                List.of()),
                        io.renkei.format.portal.Applicant.named("試験株式会社"));
    }

    /** All items of procedures 1 and 12. */
    static FilingContent hire() {
        Map<ItemId, ItemValue> items = common(LocalDate.of(1995, 7, 8), "03-0000-0000");
        items.putAll(helloWork());
        code(items, "insurance.office-prefecture", "jis-prefecture", "13");
        text(items, "insurance.office-region", "01");
        text(items, "insurance.office-sign", "ケイト");
        text(items, "insurance.office-number", "123");
        text(items, "insurance.basic-pension-number", "1234-567890");
        code(items, "insurance.dependants", "yes-no", "no");
        return new FilingContent(items);
    }

    private static Map<ItemId, ItemValue> common(LocalDate birth, String phone) {
        Map<ItemId, ItemValue> common = new LinkedHashMap<>();
        common.put(
                new ItemId("employer.corporate-number"), new ItemValue.Corporate(new CorporateNumber("7000012050002")));
        text(common, "employer.name", "試験株式会社");
        kana(common, "employer.name.kana", "シケンカブシキガイシャ");
        text(common, "employer.postal-code", "1000013");
        code(common, "employer.prefecture", "jis-prefecture", "13");
        text(common, "employer.address", "千代田区霞が関３丁目１番１号");
        kana(common, "employer.address.kana", "チヨダクカスミガセキ");
        text(common, "employer.phone", phone);
        text(common, "employer.representative", "試験 一郎");
        text(common, "employee.name", "𠮷田 花子");
        kana(common, "employee.name.kana", "ヨシダ　ハナコ");
        common.put(new ItemId("employee.birth-date"), new ItemValue.Date(birth));
        code(common, "employee.sex", "sex", "female");
        text(common, "employee.postal-code", "1500001");
        code(common, "employee.prefecture", "jis-prefecture", "13");
        text(common, "employee.address", "渋谷区神宮前１－１－１");
        kana(common, "employee.address.kana", "シブヤクジングウマエ");
        common.put(new ItemId("employment.start"), new ItemValue.Date(LocalDate.of(2026, 4, 1)));
        common.put(new ItemId("employment.monthly-wage"), new ItemValue.Money(250_000));
        return common;
    }

    private static Map<ItemId, ItemValue> helloWork() {
        Map<ItemId, ItemValue> helloWork = new LinkedHashMap<>();
        text(helloWork, "employment-insurance.office-number", "1301-123456-7");
        code(helloWork, "employment-insurance.acquisition", "acquisition", "new");
        code(helloWork, "employment-insurance.contract", "contract", "indefinite");
        text(helloWork, "employment-insurance.weekly-hours", "40:00");
        code(helloWork, "hello-work.office", "hello-work-office", "49511000000010000003829");
        return helloWork;
    }

    static byte[] good(String senderNumber) {
        return document(Optional.of(senderNumber), LocalDate.of(1995, 7, 8), "03-0000-0000");
    }

    private static void text(Map<ItemId, ItemValue> items, String item, String value) {
        items.put(new ItemId(item), new ItemValue.Text(value));
    }

    private static void kana(Map<ItemId, ItemValue> items, String item, String value) {
        items.put(new ItemId(item), new ItemValue.Kana(value));
    }

    private static void code(Map<ItemId, ItemValue> items, String item, String list, String value) {
        items.put(new ItemId(item), new ItemValue.Code(list, value));
    }
}
