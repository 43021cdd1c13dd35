package io.renkei.door.rest.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets named headers through and nothing else; names are compared without case. What would steer the inside of the
 * gateway, such as {@code CamelHttpUri} or {@code operationName}, cannot be named at all.
 */
final class HeaderFilter {

    private static final int MAX_VALUE_CHARS = 1024;
    private static final Set<String> STEERING =
            Set.of("operationname", "operationnamespace", "soapaction", "breadcrumbid");
    private static final Set<String> LISTS = Set.of("accept", "accept-language");

    private final Set<String> allowed;

    private HeaderFilter(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** @throws IllegalArgumentException if a name may never come from outside */
    static HeaderFilter only(String... names) {
        Set<String> allowed = Arrays.stream(names).map(HeaderFilter::key).collect(Collectors.toUnmodifiableSet());
        if (allowed.stream().anyMatch(HeaderFilter::steers)) {
            throw new IllegalArgumentException("a header that steers routes never comes from outside");
        }
        return new HeaderFilter(allowed);
    }

    /**
     * What passes, by lower-case name.
     *
     * @param headers each name as sent, with its values
     * @throws RefusedCall if a header that passes stands twice or holds other than visible ASCII and blanks
     */
    Map<String, String> pass(Map<String, List<String>> headers) throws RefusedCall {
        Map<String, String> passed = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            String name = key(header.getKey());
            if (!allowed.contains(name)) {
                continue;
            }
            String value = String.join(", ", header.getValue());
            boolean repeated = header.getValue().size() != 1 && !LISTS.contains(name);
            if (repeated || !isPlain(value) || passed.put(name, value) != null) {
                throw new RefusedCall(RestCode.HEADER, "header " + name);
            }
        }
        return passed;
    }

    private static boolean steers(String name) {
        return name.startsWith("camel") || name.startsWith("org.apache.camel") || STEERING.contains(name);
    }

    private static boolean isPlain(String value) {
        return value.length() <= MAX_VALUE_CHARS && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
