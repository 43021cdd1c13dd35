package io.renkei.tools.sample;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.FilingContent;
import io.renkei.api.model.IndividualNumber;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PackageReader.ApplicationPackage;
import io.renkei.api.spi.PackageReader.ProcedurePart;
import io.renkei.format.portal.Applicant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life event "hire" for one invented company and one invented person: four procedures that reach five destinations.
 * Common items stand once.
 */
public final class HireSample {

    /** The society that the sample company belongs to. */
    public static final String SOCIETY = "06130012";

    private static final String EMPLOYER = "試験商事株式会社";
    private static final String EMPLOYER_NUMBER = "7010001000000";

    private HireSample() {}

    /** Who applies. */
    public static Applicant applicant() {
        return new Applicant(
                new Applicant.Party(
                        EMPLOYER,
                        Optional.of("シケンショウジ"),
                        Optional.of(new CorporateNumber(EMPLOYER_NUMBER)),
                        Optional.of("1000001"),
                        Optional.of("東京都千代田区千代田１－１"),
                        Optional.of("03-0000-0000")),
                Optional.empty());
    }

    /**
     * @param number the sender's own number
     * @param start the day of employment
     */
    public static ApplicationPackage of(SenderNumber number, LocalDate start) {
        Map<ProcedureId, ProcedurePart> procedures = new LinkedHashMap<>();
        procedures.put(new ProcedureId("1"), part(socialInsurance()));
        procedures.put(new ProcedureId("12"), part(employmentInsurance()));
        procedures.put(new ProcedureId("18"), part(taxOffice(start)));
        procedures.put(new ProcedureId("22"), part(localTax(start)));
        return new ApplicationPackage(
                Optional.of(number), Optional.of("hire"), new FilingContent(common(start)), procedures, List.of());
    }

    private static Map<ItemId, ItemValue> common(LocalDate start) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        put(items, "employer.corporate-number", new ItemValue.Corporate(new CorporateNumber(EMPLOYER_NUMBER)));
        text(items, "employer.name", EMPLOYER);
        kana(items, "employer.name.kana", "シケンショウジ");
        text(items, "employer.postal-code", "1000001");
        code(items, "employer.prefecture", "jis-prefecture", "13");
        text(items, "employer.address", "千代田区千代田１－１");
        kana(items, "employer.address.kana", "チヨダクチヨダ");
        text(items, "employer.phone", "03-0000-0000");
        text(items, "employer.representative", "試験　花子");
        text(items, "employee.name", "見本　太郎");
        kana(items, "employee.name.kana", "ミホン　タロウ");
        put(items, "employee.birth-date", new ItemValue.Date(LocalDate.of(1995, 4, 1)));
        code(items, "employee.sex", "sex", "male");
        text(items, "employee.postal-code", "1500002");
        code(items, "employee.prefecture", "jis-prefecture", "13");
        text(items, "employee.address", "渋谷区渋谷２－２－２");
        kana(items, "employee.address.kana", "シブヤクシブヤ");
        put(items, "employee.individual-number", new ItemValue.Individual(new IndividualNumber("123456789018")));
        put(items, "employment.start", new ItemValue.Date(start));
        put(items, "employment.monthly-wage", new ItemValue.Money(300_000));
        return items;
    }

    private static Map<ItemId, ItemValue> socialInsurance() {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        code(items, "insurance.office-prefecture", "jis-prefecture", "13");
        text(items, "insurance.office-region", "01");
        text(items, "insurance.office-sign", "ケイト");
        text(items, "insurance.office-number", "123");
        text(items, "insurance.basic-pension-number", "1234-567890");
        code(items, "insurance.dependants", "yes-no", "no");
        text(items, "insurance.society-number", SOCIETY);
        return items;
    }

    private static Map<ItemId, ItemValue> employmentInsurance() {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        text(items, "employment-insurance.office-number", "1301-123456-7");
        code(items, "employment-insurance.acquisition", "acquisition", "new");
        code(items, "employment-insurance.contract", "contract", "indefinite");
        text(items, "employment-insurance.weekly-hours", "40:00");
        code(items, "hello-work.office", "hello-work-office", "49511000000010000003829");
        return items;
    }

    private static Map<ItemId, ItemValue> taxOffice(LocalDate start) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        code(items, "tax.office-code", "tax-office", "01101");
        text(items, "tax.office-name", "麹町");
        text(items, "tax.filer-id", "0000000000000000");
        code(items, "tax.payroll-office.change", "payroll-change", "open");
        put(items, "tax.payroll-office.start", new ItemValue.Date(start));
        return items;
    }

    private static Map<ItemId, ItemValue> localTax(LocalDate start) {
        Map<ItemId, ItemValue> items = new LinkedHashMap<>();
        code(items, "local-tax.municipality", "municipality", "131130");
        text(items, "local-tax.designation-number", "0000123");
        put(items, "local-tax.first-month", new ItemValue.Date(start.withDayOfMonth(1)));
        return items;
    }

    private static ProcedurePart part(Map<ItemId, ItemValue> items) {
        return new ProcedurePart(new FilingContent(items), List.of(), "");
    }

    private static void text(Map<ItemId, ItemValue> items, String id, String value) {
        put(items, id, new ItemValue.Text(value));
    }

    private static void kana(Map<ItemId, ItemValue> items, String id, String value) {
        put(items, id, new ItemValue.Kana(value));
    }

    private static void code(Map<ItemId, ItemValue> items, String id, String list, String value) {
        put(items, id, new ItemValue.Code(list, value));
    }

    private static void put(Map<ItemId, ItemValue> items, String id, ItemValue value) {
        items.put(new ItemId(id), value);
    }
}
