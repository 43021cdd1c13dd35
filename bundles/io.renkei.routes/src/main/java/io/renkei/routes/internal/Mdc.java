package io.renkei.routes.internal;

import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Keys for the log lines of one piece of work. */
final class Mdc {

    private Mdc() {}

    /** The keys of this thread, for work on another one. */
    static Map<String, String> keys() {
        Map<String, String> keys = MDC.getCopyOfContextMap();
        return keys == null ? Map.of() : keys;
    }

    /** Runs with these keys beside those that are set, and leaves the thread as it was. */
    static <T> T with(Map<String, String> keys, Supplier<T> work) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        keys.forEach(MDC::put);
        try {
            return work.get();
        } finally {
            if (before == null) {
                MDC.clear();
            } else {
                MDC.setContextMap(before);
            }
        }
    }
}
