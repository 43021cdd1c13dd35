package io.renkei.catalogue.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One code list: closed, with all its values, or open, with a form alone.
 *
 * @param values code to Japanese name; empty for an open list
 * @param form of an open list
 */
record CodeList(
        String id, String nameJa, Map<String, String> values, Optional<Pattern> form, Optional<CheckDigit> checkDigit) {

    boolean has(String code) {
        return form.map(open -> open.matcher(code).matches()).orElseGet(() -> values.containsKey(code));
    }
}
