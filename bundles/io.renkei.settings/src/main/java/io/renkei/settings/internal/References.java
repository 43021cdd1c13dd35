package io.renkei.settings.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills references such as {@code ${renkei.pki}} in, as file install does: from the properties of the container and, after
 * {@code env:}, from the environment. What refers to another key of its file, or has a default, is not known here.
 */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]+|env:[^}:]+)}");
    private static final String ENVIRONMENT = "env:";

    private final UnaryOperator<String> properties;

    /** @param properties null for one that is not there */
    References(UnaryOperator<String> properties) {
        this.properties = properties;
    }

    /** Empty if it has a reference that is not known. */
    Optional<String> filled(String written) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = REFERENCE.matcher(written);
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = name.startsWith(ENVIRONMENT)
                    ? System.getenv(name.substring(ENVIRONMENT.length()))
                    : properties.apply(name);
            if (value == null) {
                return Optional.empty();
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        matcher.appendTail(filled);
        return filled.indexOf("${") < 0 ? Optional.of(filled.toString()) : Optional.empty();
    }

    /** Whether a file says just these values. One with a plain secret does not, since that is masked among the values. */
    boolean says(FileText file, Map<String, String> values) {
        Map<String, String> written = file.values();
        return written.keySet().equals(values.keySet())
                && written.entrySet().stream()
                        .allMatch(each -> filled(each.getValue())
                                .filter(values.get(each.getKey())::equals)
                                .isPresent());
    }
}
