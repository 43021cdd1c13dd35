package io.renkei.api.model;

import java.util.regex.Pattern;

/**
 * 手続: names one procedure of the catalogue ({@code 12}, 雇用保険 被保険者資格取得届).
 *
 * @param value letters, digits and hyphens, 1 to 32 characters
 */
public record ProcedureId(String value) implements Comparable<ProcedureId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

    /** @throws IllegalArgumentException if the id has another form */
    public ProcedureId {
        Names.require(FORM, value, "a procedure id is 1 to 32 letters, digits and hyphens");
    }

    @Override
    public int compareTo(ProcedureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
