package io.renkei.connector.egov.internal;

import java.util.regex.Pattern;

/**
 * Which of our codes a line of e-Gov's report means. e-Gov gives no codes, only texts, so words decide; its text itself
 * goes no further, since it may repeat what the applicant wrote.
 */
final class EgovFaults {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._()（）-]{1,60}");

    private EgovFaults() {}

    /** The item decides before the text. */
    static EgovCode code(String item, String content) {
        return EgovWords.refusal(item).or(() -> EgovWords.refusal(content)).orElse(EgovCode.REFUSED);
    }

    /** File and item, where they look like names of e-Gov's forms; a hyphen stands for none. */
    static String place(String file, String item) {
        String known = name(file);
        String within = name(item);
        return known.isEmpty() || within.isEmpty() ? known + within : known + "/" + within;
    }

    private static String name(String text) {
        return text.equals("-") || !NAME.matcher(text).matches() ? "" : text;
    }
}
