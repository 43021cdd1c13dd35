package io.renkei.connector.etax.internal;

import io.renkei.api.model.FilingContent;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** What procedure 18 (給与支払事務所等の開設・移転・廃止届出書) says, checked and in e-Tax's own writing. */
record PayrollOffice(
        String officeCode,
        String officeName,
        String filerId,
        String corporateNumber,
        String nameKana,
        String name,
        String zip,
        String addressKana,
        String address,
        String phone,
        String representative,
        String change,
        EtaxEra start) {

    static final String FILER_ID = "tax.filer-id";

    private static final Pattern FIVE_DIGITS = Pattern.compile("[0-9]{5}");
    private static final Pattern FILER = Pattern.compile("[0-9]{16}");
    private static final Pattern ZIP = Pattern.compile("[0-9]{7}");
    private static final Pattern PHONE = Pattern.compile("[0-9]{2,5}-[0-9]{1,4}-[0-9]{3,4}");
    private static final Map<String, String> CHANGES = Map.of("open", "1", "move", "2", "close", "3");

    /** @throws ItemRefused for the first item that e-Tax would not take */
    static PayrollOffice of(FilingContent content) throws ItemRefused {
        XtxItems items = new XtxItems(content);
        String start = "tax.payroll-office.start";
        return new PayrollOffice(
                items.text("tax.office-code", FIVE_DIGITS),
                items.text("tax.office-name"),
                items.text(FILER_ID, FILER),
                items.text("employer.corporate-number"),
                items.text("employer.name.kana"),
                items.text("employer.name"),
                items.text("employer.postal-code", ZIP),
                items.text("employer.address.kana"),
                items.code("employer.prefecture", Prefectures.NAMES) + items.text("employer.address"),
                items.text("employer.phone", PHONE),
                items.text("employer.representative"),
                items.code("tax.payroll-office.change", CHANGES),
                era(items.date(start), start));
    }

    private static EtaxEra era(LocalDate date, String item) throws ItemRefused {
        return EtaxEra.of(date).orElseThrow(() -> ItemRefused.wrong(item));
    }

    /** No value: they are a person's or a company's data. */
    @Override
    public String toString() {
        return "PayrollOffice";
    }
}
