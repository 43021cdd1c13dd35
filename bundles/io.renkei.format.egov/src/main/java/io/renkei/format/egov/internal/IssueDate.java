package io.renkei.format.egov.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of issue, which official documents write as free text: the forms that were seen, in either width. */
final class IssueDate {

    private static final Pattern ERA =
            Pattern.compile("(明治|大正|昭和|平成|令和)\\s*(元|[0-9]{1,2})\\s*年\\s*([0-9]{1,2})\\s*月\\s*([0-9]{1,2})\\s*日");
    private static final Pattern WESTERN = Pattern.compile("([0-9]{4})[年/-]([0-9]{1,2})[月/-]([0-9]{1,2})日?");
    private static final Pattern SHORT = Pattern.compile("([0-9]{2})/([0-9]{2})/([0-9]{2})");

    private IssueDate() {}

    /** {@code 令和8年1月1日}, {@code 2015年03月09日}, {@code 2015-03-09}, or {@code 15/02/26} of this century. */
    static Optional<LocalDate> parse(String text) {
        if (text.length() > 32) {
            return Optional.empty();
        }
        String half = Widths.half(text);
        Matcher era = ERA.matcher(half);
        if (era.matches()) {
            return Era.day(era.group(1), era.group(2), era.group(3), era.group(4));
        }
        Matcher western = WESTERN.matcher(half);
        if (western.matches()) {
            return Era.date(Integer.parseInt(western.group(1)), western.group(2), western.group(3));
        }
        Matcher brief = SHORT.matcher(half);
        return brief.matches()
                ? Era.date(2000 + Integer.parseInt(brief.group(1)), brief.group(2), brief.group(3))
                : Optional.empty();
    }
}
