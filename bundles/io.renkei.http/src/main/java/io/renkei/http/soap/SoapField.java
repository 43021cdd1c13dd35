package io.renkei.http.soap;

import java.util.List;

/**
 * One element below an operation: a text, or others. It prints nothing of them.
 *
 * @param text of an element without children, else empty
 */
public record SoapField(String name, String text, List<SoapField> children) {

    public SoapField {
        children = List.copyOf(children);
    }

    /** An element with a text. */
    public static SoapField of(String name, String text) {
        return new SoapField(name, text, List.of());
    }

    /** An element with others in it. */
    public static SoapField of(String name, List<SoapField> children) {
        return new SoapField(name, "", children);
    }

    @Override
    public String toString() {
        return "SoapField[" + name + "]";
    }
}
