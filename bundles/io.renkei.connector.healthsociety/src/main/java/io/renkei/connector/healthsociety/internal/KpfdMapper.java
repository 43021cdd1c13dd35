package io.renkei.connector.healthsociety.internal;

import io.renkei.api.model.FilingContent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Writes KPFD0006.CSV with one 被保険者資格取得届 (form 2200700): media record, {@code [kanri]}, count record, office record,
 * {@code [data]}, one line of 31 columns. Pure: the same items give the same bytes.
 */
final class KpfdMapper {

    static final String FILE = "KPFD0006.CSV";

    private static final String MEDIA = "22223";
    private static final String ACQUISITION = "2200700";
    private static final int ADDRESS_BYTES = 75;
    private static final int OFFICE_NAME_BYTES = 50;
    private static final int OWNER_BYTES = 25;
    private static final int NAME_BYTES = 24;
    private static final int READING_BYTES = 25;
    private static final int SIGN_BYTES = 4;
    private static final int SEVENTY = 70;
    private static final String POSTAL_CODE = "[0-9]{7}";
    private static final String PHONE = "[0-9]{1,5}-[0-9]{1,4}-[0-9]{1,4}";

    private final Items items;
    private final KpfdText csv;

    private KpfdMapper(Items items) {
        this.items = items;
        this.csv = new KpfdText(items);
    }

    /**
     * @param made the day of the file in Japan
     * @throws FormFault with the first item that the file cannot carry
     */
    static byte[] write(FilingContent content, LocalDate made) throws FormFault {
        return new KpfdMapper(new Items(content)).write(made);
    }

    private byte[] write(LocalDate made) throws FormFault {
        String prefecture = Prefectures.of("insurance.office-prefecture", items.text("insurance.office-prefecture"))
                .pension();
        String region = items.form("insurance.office-region", "[0-9]{2}");
        String sign = csv.half("insurance.office-sign", SIGN_BYTES);
        csv.line(prefecture, region, sign, "001", made.format(DateTimeFormatter.BASIC_ISO_DATE), MEDIA);
        csv.line("[kanri]");
        csv.line("", "001");
        office(prefecture, region, sign);
        csv.line("[data]");
        person(prefecture, region, sign);
        return csv.bytes();
    }

    private void office(String prefecture, String region, String sign) throws FormFault {
        String postal = items.form("employer.postal-code", POSTAL_CODE);
        String[] phone = items.form("employer.phone", PHONE).split("-");
        csv.line(
                prefecture,
                region,
                sign,
                items.form("insurance.office-number", "[0-9]{1,5}"),
                postal.substring(0, 3),
                postal.substring(3),
                address("employer"),
                csv.full("employer.name", "", OFFICE_NAME_BYTES),
                csv.full("employer.representative", "", OWNER_BYTES),
                phone[0],
                phone[1],
                phone[2]);
    }

    private void person(String prefecture, String region, String sign) throws FormFault {
        LocalDate birth = items.date("employee.birth-date");
        LocalDate start = items.date("employment.start");
        Era born = Era.of("employee.birth-date", birth);
        Era started = Era.of("employment.start", start);
        Optional<String> individual = items.individualNumber("employee.individual-number");
        String[] pension = individual.isPresent()
                ? new String[] {"", ""}
                : items.form("insurance.basic-pension-number", "[0-9]{4}-[0-9]{6}")
                        .split("-");
        String postal = items.form("employee.postal-code", POSTAL_CODE);
        String wage = csv.amount("employment.monthly-wage");
        csv.line(
                ACQUISITION,
                prefecture,
                region,
                sign,
                "",
                csv.reading("employee.name.kana", READING_BYTES),
                csv.name("employee.name", NAME_BYTES),
                born.code(),
                born.date(birth),
                items.form("employee.sex", "male|female").equals("male") ? "1" : "2",
                "1",
                individual.orElse(""),
                pension[0],
                pension[1],
                started.code(),
                started.date(start),
                items.form("insurance.dependants", "yes|no").equals("yes") ? "1" : "0",
                wage,
                "0000000",
                wage,
                isSeventy(birth, start) ? "1" : "",
                "",
                "",
                "",
                "",
                postal.substring(0, 3),
                postal.substring(3),
                csv.half("employee.address.kana", ADDRESS_BYTES),
                address("employee"),
                "",
                "");
    }

    private String address(String whose) throws FormFault {
        String prefecture = whose + ".prefecture";
        return csv.full(
                whose + ".address",
                Prefectures.of(prefecture, items.text(prefecture)).name(),
                ADDRESS_BYTES);
    }

    /** An age is reached on the day before the birthday (年齢計算ニ関スル法律). */
    private static boolean isSeventy(LocalDate birth, LocalDate day) {
        return !birth.plusYears(SEVENTY).minusDays(1).isAfter(day);
    }
}
