package io.renkei.delivery.internal;

import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the list of one service: what is new goes on it, and what was tried for long enough comes off it. The first look
 * goes as far back as a notice is tried; a later one as far as the last, and a little more, for what was committed late or by
 * a node whose clock goes differently. For one thread.
 */
final class ListKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ListKeeper.class);
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final int LIMIT = 100;

    private final DeliverySettings settings;
    private final DeliveryStore list;
    private final NoticeStore notices;
    private final Clock clock;
    private Instant looked = Instant.MIN;

    ListKeeper(DeliverySettings settings, DeliveryStore list, NoticeStore notices, Clock clock) {
        this.settings = settings;
        this.list = list;
        this.notices = notices;
        this.clock = clock;
    }

    void look(BooleanSupplier ends) {
        Instant now = clock.instant();
        Instant oldest = now.minus(settings.giveUp());
        enlist(looked.isBefore(oldest.plus(OVERLAP)) ? oldest : looked.minus(OVERLAP), ends);
        giveUp(oldest, ends);
        if (!ends.getAsBoolean()) {
            looked = now;
        }
    }

    private void enlist(Instant since, BooleanSupplier ends) {
        while (!ends.getAsBoolean() && list.enlist(settings.service(), settings.partners(), since, LIMIT) == LIMIT) {
            // A full page: there may be more.
        }
    }

    private void giveUp(Instant oldest, BooleanSupplier ends) {
        List<NoticeId> overdue = overdue(oldest);
        while (!ends.getAsBoolean() && !overdue.isEmpty()) {
            for (NoticeId id : overdue) {
                notices.failed(settings.service(), id, DeliveryCode.GIVEN_UP.code(), clock.instant());
                LOG.warn("Notice {} was given up for {} ({})", id, settings.service(), DeliveryCode.GIVEN_UP.code());
            }
            overdue = overdue(oldest);
        }
    }

    private List<NoticeId> overdue(Instant oldest) {
        return list.overdue(settings.service(), settings.partners(), oldest, LIMIT);
    }
}
