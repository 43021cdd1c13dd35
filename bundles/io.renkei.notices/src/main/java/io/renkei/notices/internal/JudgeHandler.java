package io.renkei.notices.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.state.StateUnavailable;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Judges what the queue points to. While the database cannot be had it waits, so that no pointer dies of an outage. */
final class JudgeHandler implements Bus.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeHandler.class);
    private static final long PAUSE_MILLIS = 500;

    private final Judge judge;
    private volatile boolean closing;

    JudgeHandler(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void handle(Pointer pointer) throws Exception {
        MDC.put("notice", pointer.key());
        try {
            judge(new NoticeId(UUID.fromString(pointer.key())));
        } finally {
            MDC.remove("notice");
        }
    }

    private void judge(NoticeId id) throws Exception {
        boolean told = false;
        while (true) {
            try {
                judge.judge(id);
                return;
            } catch (StateUnavailable e) {
                if (closing) {
                    throw e;
                }
                if (!told) {
                    LOG.warn("Judging waits and goes on by itself: {}", e.getMessage());
                    told = true;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** What waits for the database gives its pointer back. */
    void closing() {
        closing = true;
    }
}
