package io.renkei.routes.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;

/** Tells a condition once when it begins, and once when it ends. */
final class Steady {

    private final Logger log;
    private final String what;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    /** @param what works or not, as the start of a sentence */
    Steady(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** It does not work now. @param why a code or a sentence without personal data */
    void bad(String why) {
        if (trouble.getAndSet(why).isEmpty()) {
            log.warn("{} waits and goes on by itself: {}", what, why);
        }
    }

    /** It works. */
    void good() {
        if (!trouble.getAndSet("").isEmpty()) {
            log.info("{} goes on.", what);
        }
    }
}
