package io.renkei.api.model;

import java.util.regex.Pattern;

/**
 * 特定個人情報名コード: what the information network calls a kind of personal information, such as {@code TM00000000000002} for local
 * tax. It is not the number of an item of self-information; which item has which code is data.
 *
 * @param value {@code TM} and 14 digits
 */
public record InformationCode(String value) {

    private static final Pattern FORM = Pattern.compile("TM[0-9]{14}");

    /** @throws IllegalArgumentException if the code has another form */
    public InformationCode {
        Names.require(FORM, value, "a code of personal information is TM and 14 digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
