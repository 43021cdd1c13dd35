package io.renkei.notices.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.state.Patience;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Judges what the queue points to. While the database cannot be had it waits, so that no pointer dies of an outage. */
final class JudgeHandler implements Bus.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeHandler.class);

    private final Judge judge;
    private final Patience patience =
            new Patience(outage -> LOG.warn("Judging waits and goes on by itself: {}", outage.getMessage()));

    JudgeHandler(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void handle(Pointer pointer) throws Exception {
        MDC.put("notice", pointer.key());
        try {
            NoticeId id = new NoticeId(UUID.fromString(pointer.key()));
            patience.whenThere(() -> {
                judge.judge(id);
                return null;
            });
        } finally {
            MDC.remove("notice");
        }
    }

    /** What waits for the database gives its pointer back. */
    void closing() {
        patience.end();
    }
}
