package io.renkei.connector.eltax.internal;

import java.time.LocalDate;

/** A day by the Japanese era, with the name of the era in Japanese. */
record Wareki(String era, int year, int month, int day) {

    private enum Era {
        令和(LocalDate.of(2019, 5, 1)),
        平成(LocalDate.of(1989, 1, 8)),
        昭和(LocalDate.of(1926, 12, 25)),
        大正(LocalDate.of(1912, 7, 30));

        private final LocalDate first;

        Era(LocalDate first) {
            this.first = first;
        }
    }

    /** @throws FormFault if the day lies before 大正 */
    static Wareki of(String item, LocalDate day) throws FormFault {
        for (Era era : Era.values()) {
            if (!day.isBefore(era.first)) {
                return new Wareki(
                        era.name(), day.getYear() - era.first.getYear() + 1, day.getMonthValue(), day.getDayOfMonth());
            }
        }
        throw new FormFault(EltaxCode.ERA, item);
    }
}
