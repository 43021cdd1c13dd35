package io.renkei.api.model;

import java.util.regex.Pattern;

/**
 * 申請先機関: a ministry system ({@code hello-work}), or one instance of a kind ({@code
 * health-insurance-society.06130012}). The id is part of a queue name and of configuration files, hence its narrow form.
 *
 * @param value lower-case words joined by hyphens; the instance after one dot; 64 characters at most
 */
public record DestinationId(String value) implements Comparable<DestinationId> {

    private static final Pattern FORM = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[A-Za-z0-9]+)?");

    /** @throws IllegalArgumentException if the id has another form */
    public DestinationId {
        Names.require(
                FORM, value, "a destination id is lower-case words joined by hyphens, with one instance after a dot");
    }

    /** The kind of system, without the instance. */
    public String kind() {
        int dot = value.indexOf('.');
        return dot < 0 ? value : value.substring(0, dot);
    }

    @Override
    public int compareTo(DestinationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
