package io.renkei.connector.healthsociety.internal;

import java.time.LocalDate;

/** The eras as the 年金機構 codes them: 5, 7, 9. JPKI and others use other digits. */
enum Era {
    REIWA("9", LocalDate.of(2019, 5, 1)),
    HEISEI("7", LocalDate.of(1989, 1, 8)),
    SHOWA("5", LocalDate.of(1926, 12, 25));

    private final String code;
    private final LocalDate first;

    Era(String code, LocalDate first) {
        this.code = code;
        this.first = first;
    }

    /** Of the day in Japan. */
    static Era of(String item, LocalDate day) throws FormFault {
        for (Era era : values()) {
            if (!day.isBefore(era.first)) {
                return era;
            }
        }
        throw new FormFault(SocietyCode.ERA, item);
    }

    String code() {
        return code;
    }

    /** YYMMDD with the year of the era. */
    String date(LocalDate day) {
        return String.format(
                "%02d%02d%02d", day.getYear() - first.getYear() + 1, day.getMonthValue(), day.getDayOfMonth());
    }
}
