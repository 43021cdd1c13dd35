package io.renkei.connector.egov.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which of our codes a line of e-Gov's report means. e-Gov gives no codes, only texts, so words decide; its text itself
 * goes no further, since it may repeat what the applicant wrote.
 */
final class EgovFaults {

    private static final Map<String, EgovCode> WORDS = new LinkedHashMap<>();
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._()（）-]{1,60}");

    static {
        WORDS.put("初回受付番号", EgovCode.REFUSED_FIRST_NUMBER);
        WORDS.put("提出先", EgovCode.REFUSED_OFFICE);
        WORDS.put("署名", EgovCode.REFUSED_SIGNATURE);
        WORDS.put("証明書", EgovCode.REFUSED_SIGNATURE);
        WORDS.put("添付", EgovCode.REFUSED_ATTACHMENT);
        WORDS.put("手続ID", EgovCode.REFUSED_PROCEDURE);
        WORDS.put("手続識別子", EgovCode.REFUSED_PROCEDURE);
        WORDS.put("様式", EgovCode.REFUSED_PROCEDURE);
    }

    private EgovFaults() {}

    /** The item decides before the text. */
    static EgovCode code(String item, String content) {
        for (String text : new String[] {item, content}) {
            for (Map.Entry<String, EgovCode> word : WORDS.entrySet()) {
                if (text.contains(word.getKey())) {
                    return word.getValue();
                }
            }
        }
        return EgovCode.REFUSED;
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
