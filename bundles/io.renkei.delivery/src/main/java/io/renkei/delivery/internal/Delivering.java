package io.renkei.delivery.internal;

import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.DeliveryStore.Due;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One try with one notice, and what is written down of it. If nothing can be written, the notice is tried again once its
 * lease is over, with the same key. Safe for use by several threads.
 */
final class Delivering {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

    private final String service;
    private final DeliveryStore list;
    private final NoticeStore notices;
    private final Carrier carrier;
    private final Standing standing;
    private final Backoff backoff;
    private final Clock clock;
    private final BooleanSupplier closing;

    /** @param closing whether calls are given up, which says nothing about the service */
    Delivering(
            String service,
            DeliveryStore list,
            NoticeStore notices,
            Carrier carrier,
            Standing standing,
            Backoff backoff,
            Clock clock,
            BooleanSupplier closing) {
        this.service = service;
        this.list = list;
        this.notices = notices;
        this.carrier = carrier;
        this.standing = standing;
        this.backoff = backoff;
        this.clock = clock;
        this.closing = closing;
    }

    @SuppressWarnings("try") // the key of the log is held, not called
    void deliver(Due due) {
        NoticeView notice = due.notice();
        try (MDC.MDCCloseable key = MDC.putCloseable("notice", notice.id().toString())) {
            if (notice.facts().isOver(clock.instant())) {
                end(notice, DeliveryCode.OVER.code());
            } else {
                carrier.carry(notice)
                        .tell(
                                taken -> taken(notice, taken.reference()),
                                refused -> refused(notice, refused.status()),
                                later -> later(due, later));
            }
        } catch (IOException e) {
            if (due.tries() == 0) {
                LOG.error("{} (notice {})", DeliveryCode.UNREADABLE.line(), notice.id(), e);
            }
            list.again(service, notice.id(), backoff.after(due.tries()));
        }
    }

    private void taken(NoticeView notice, String reference) {
        answered();
        if (reference.isEmpty()) {
            notices.delivered(service, Set.of(notice.id()), clock.instant());
        } else {
            notices.placed(service, notice.id(), reference, clock.instant());
        }
        LOG.info("Notice {} was delivered to {}", notice.id(), service);
    }

    private void refused(NoticeView notice, int status) {
        answered();
        end(notice, DeliveryCode.REFUSED.code() + " " + status);
    }

    private void end(NoticeView notice, String code) {
        notices.failed(service, notice.id(), code, clock.instant());
        LOG.warn("Notice {} was not delivered to {} and is not tried again ({})", notice.id(), service, code);
    }

    private void answered() {
        if (standing.answered()) {
            LOG.info("The delivery service {} takes notices again.", service);
        }
    }

    private void later(Due due, Outcome.Later later) {
        if (closing.getAsBoolean()) {
            list.again(service, due.notice().id(), Duration.ZERO);
            return;
        }
        if (standing.failed(later.why(), later.pause())) {
            LOG.warn("{} ({}: {})", DeliveryCode.NOT_TAKEN.line(), service, later.why());
        }
        Duration pause = backoff.after(due.tries());
        Duration asked = later.pause().orElse(pause);
        list.again(service, due.notice().id(), asked.compareTo(pause) > 0 ? asked : pause);
    }
}
