package io.renkei.notices.internal;

import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges the notices that wait, again and again, until their filing appears or their time is over. */
final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 20;

    private final NoticeStore notices;
    private final Judge judge;
    private final Supplier<NoticesSettings> settings;
    private final Clock clock;

    Orphans(NoticeStore notices, Judge judge, Supplier<NoticesSettings> settings, Clock clock) {
        this.notices = notices;
        this.judge = judge;
        this.settings = settings;
        this.clock = clock;
    }

    void judgeAll() throws IOException, InterruptedException {
        Instant since = clock.instant().minus(settings.get().orphanLife());
        for (int i = 0; i < MOST_BATCHES; i++) {
            List<NoticeView> batch = notices.orphans(since, BATCH);
            for (NoticeView orphan : batch) {
                judge(orphan);
            }
            if (batch.size() < BATCH) {
                return;
            }
            Instant last = batch.get(batch.size() - 1).received();
            since = last.isAfter(since) ? last : since.plus(Duration.ofMillis(1));
        }
    }

    /** One that cannot be read holds up no other. */
    private void judge(NoticeView orphan) throws InterruptedException {
        try {
            judge.judge(orphan.id());
        } catch (StateUnavailable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warn("Notice {} could not be judged and is tried again: {}", orphan.id(), e.toString());
        }
    }
}
