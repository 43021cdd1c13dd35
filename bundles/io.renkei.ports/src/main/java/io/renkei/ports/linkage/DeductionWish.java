package io.renkei.ports.linkage;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The deduction certificates (控除証明書等) that a site asks for, from the private delivery services that the person linked.
 *
 * @param year which year they are about
 * @param kinds such as {@code TEG800}; 1 to 20
 * @param documents whether the documents are handed over as their issuers signed them, beside their values; the site's file says so
 */
public record DeductionWish(int year, Set<String> kinds, boolean documents) {

    private static final int MOST_KINDS = 20;
    private static final Pattern KIND = Pattern.compile("TEG8[0-9]{2}");

    public DeductionWish {
        kinds = Set.copyOf(kinds);
        if (year < 1900 || year > 2999) {
            throw new IllegalArgumentException("a year lies between 1900 and 2999");
        }
        if (kinds.isEmpty() || kinds.size() > MOST_KINDS || !kinds.stream().allMatch(DeductionWish::isKind)) {
            throw new IllegalArgumentException("1 to 20 kinds of deduction certificates, TEG8 and two digits each");
        }
    }

    /** Whether the text names a kind of deduction certificates, known or not. */
    public static boolean isKind(String text) {
        return KIND.matcher(text).matches();
    }
}
