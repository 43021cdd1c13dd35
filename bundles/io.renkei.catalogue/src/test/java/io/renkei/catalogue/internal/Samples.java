package io.renkei.catalogue.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.Attachment;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A company hires 山田 花子. */
final class Samples {

    static final Path SHIPPED = Path.of("../../config/catalogue");
    static final LocalDate DAY = LocalDate.of(2025, 4, 2);
    static final String HELLO_WORK = "49511000000010000003829";

    final Map<ItemId, ItemValue> common = new LinkedHashMap<>();
    final Map<String, Map<ItemId, ItemValue>> own = new LinkedHashMap<>();
    Optional<String> lifeEvent = Optional.of("hire");

    static Samples hire() {
        Samples hire = new Samples();
        hire.common("employer.corporate-number", new ItemValue.Corporate(new CorporateNumber("7000012050002")));
        hire.common("employer.name", text("株式会社髙𠮷商店"));
        hire.common("employer.name.kana", kana("カブシキガイシャタカヨシショウテン"));
        hire.common("employer.postal-code", text("1000013"));
        hire.common("employer.prefecture", code("jis-prefecture", "13"));
        hire.common("employer.address", text("千代田区霞が関３丁目１番１号"));
        hire.common("employer.address.kana", kana("チヨダクカスミガセキ"));
        hire.common("employer.phone", text("03-0000-0000"));
        hire.common("employer.representative", text("髙𠮷 一郎"));
        hire.common("employee.name", text("山田 花子"));
        hire.common("employee.name.kana", kana("ヤマダ　ハナコ"));
        hire.common("employee.birth-date", date("1990-04-01"));
        hire.common("employee.sex", code("sex", "female"));
        hire.common("employee.postal-code", text("1500001"));
        hire.common("employee.prefecture", code("jis-prefecture", "13"));
        hire.common("employee.address", text("渋谷区神宮前1-1-1"));
        hire.common("employee.address.kana", kana("シブヤクジングウマエ"));
        hire.common("employee.individual-number", new ItemValue.Individual(new IndividualNumber("123456789018")));
        hire.common("employment.start", date("2025-04-01"));
        hire.common("employment.monthly-wage", new ItemValue.Money(250_000));
        hire.own("1", "insurance.office-prefecture", code("jis-prefecture", "13"));
        hire.own("1", "insurance.office-region", text("01"));
        hire.own("1", "insurance.office-sign", text("イロハ"));
        hire.own("1", "insurance.office-number", text("12345"));
        hire.own("1", "insurance.basic-pension-number", text("1234-567890"));
        hire.own("1", "insurance.dependants", code("yes-no", "no"));
        hire.own("12", "employment-insurance.office-number", text("1301-123456-7"));
        hire.own("12", "employment-insurance.acquisition", code("acquisition", "new"));
        hire.own("12", "employment-insurance.contract", code("contract", "indefinite"));
        hire.own("12", "employment-insurance.weekly-hours", text("40:00"));
        hire.own("12", "hello-work.office", code("hello-work-office", HELLO_WORK));
        hire.own("18", "tax.office-code", code("tax-office", "01101"));
        hire.own("18", "tax.office-name", text("麹町"));
        hire.own("18", "tax.filer-id", text("1234567890123456"));
        hire.own("18", "tax.payroll-office.change", code("payroll-change", "open"));
        hire.own("18", "tax.payroll-office.start", date("2025-04-01"));
        hire.own("22", "local-tax.municipality", code("municipality", "131130"));
        hire.own("22", "local-tax.first-month", date("2025-06-01"));
        return hire;
    }

    void common(String item, ItemValue value) {
        common.put(new ItemId(item), value);
    }

    void own(String procedure, String item, ItemValue value) {
        own.computeIfAbsent(procedure, key -> new LinkedHashMap<>()).put(new ItemId(item), value);
    }

    ApplicationPackage toPackage() {
        Map<ProcedureId, ProcedurePart> procedures = new LinkedHashMap<>();
        own.forEach((id, items) ->
                procedures.put(new ProcedureId(id), new ProcedurePart(new FilingContent(items), List.of(), "")));
        return new ApplicationPackage(Optional.empty(), lifeEvent, new FilingContent(common), procedures, List.of());
    }

    static ApplicationPackage original(String officialId, Map<ItemId, ItemValue> items, List<Attachment> files) {
        return new ApplicationPackage(
                Optional.empty(),
                Optional.empty(),
                new FilingContent(Map.of()),
                Map.of(new ProcedureId(officialId), new ProcedurePart(new FilingContent(items), files, "egov")),
                files);
    }

    static ItemValue text(String value) {
        return new ItemValue.Text(value);
    }

    static ItemValue kana(String value) {
        return new ItemValue.Kana(value);
    }

    static ItemValue code(String list, String value) {
        return new ItemValue.Code(list, value);
    }

    static ItemValue date(String value) {
        return new ItemValue.Date(LocalDate.parse(value));
    }
}
