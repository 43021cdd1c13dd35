package io.renkei.ports.payments;

import java.util.Objects;

/**
 * What a person types into a bank's machine to pay public money over Pay-easy (ペイジー). It prints nothing of itself.
 *
 * <p>Lengths: e-Gov's API has 5, 16 and 6 digits (facility_number, pay_number, confirm_number). Other public bodies have
 * longer or shorter numbers; the bounds of the payment number (20), the confirmation number (6) and the category (16)
 * are unconfirmed [?] and wide on purpose.
 *
 * @param facility 収納機関番号, 5 digits
 * @param number 納付番号, 1 to 20 digits
 * @param confirmation 確認番号, 1 to 6 digits
 * @param category 納付区分, to 16 digits; empty text where there is none
 */
public record PayEasyNumber(String facility, String number, String confirmation, String category) {

    public PayEasyNumber {
        require("the facility number", facility, 5, 5);
        require("the payment number", number, 1, 20);
        require("the confirmation number", confirmation, 1, 6);
        require("the payment category", category, 0, 16);
    }

    private static void require(String name, String digits, int least, int most) {
        Objects.requireNonNull(digits, name);
        if (!digits.matches("[0-9]{" + least + "," + most + "}")) {
            throw new IllegalArgumentException(name + " has " + least + " to " + most + " digits");
        }
    }

    @Override
    public String toString() {
        return "PayEasyNumber";
    }
}
