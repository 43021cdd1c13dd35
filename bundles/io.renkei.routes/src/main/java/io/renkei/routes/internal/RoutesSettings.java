package io.renkei.routes.internal;

import io.renkei.ports.state.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Checked settings of the route host; the sentences stand in {@link RoutesConfig}. */
record RoutesSettings(
        String node,
        Duration leaseMargin,
        Duration wakePause,
        Duration leasePause,
        Duration pollPause,
        Duration pollIdlePause,
        Pace statusPace,
        Duration noticeGrace,
        Duration messagePause,
        Duration paymentPause,
        Duration noticeDeadline,
        int pollParallel,
        int breakerFailures,
        Duration breakerFirstPause,
        Duration breakerLongestPause,
        int retrySharePercent,
        int retryReservePerMinute) {

    private static final int HOUR = 3_600_000;
    private static final int LONGEST_NAME = 100;

    /**
     * Checks all settings and reports all faults at once.
     *
     * @param usualNode the node's name where none is set
     * @throws IllegalArgumentException with one sentence per fault, in the terms of the file
     */
    static RoutesSettings of(RoutesConfig config, String usualNode) {
        List<String> faults = new ArrayList<>();
        String node =
                config.node_name().isBlank() ? usualNode : config.node_name().strip();
        if (node.length() > LONGEST_NAME) {
            faults.add("node.name has at most " + LONGEST_NAME + " characters.");
        }
        within("lease.margin.millis", config.lease_margin_millis(), 1_000, 600_000, faults);
        within("wake.pause.millis", config.wake_pause_millis(), 10, 60_000, faults);
        within("lease.pause.millis", config.lease_pause_millis(), 10, 60_000, faults);
        within("poll.pause.millis", config.poll_pause_millis(), 10, HOUR, faults);
        within("poll.idle.pause.millis", config.poll_idle_pause_millis(), config.poll_pause_millis(), HOUR, faults);
        long status = config.status_pause_millis();
        within("status.pause.millis", status, 10, 24 * HOUR, faults);
        within("status.longest.pause.millis", config.status_longest_pause_millis(), status, 24 * HOUR, faults);
        within("notice.grace.minutes", config.notice_grace_minutes(), 0, 1_440, faults);
        within("message.pause.millis", config.message_pause_millis(), 10, 24 * HOUR, faults);
        within("payment.pause.millis", config.payment_pause_millis(), 10, 24 * HOUR, faults);
        within("notice.deadline.days", config.notice_deadline_days(), 1, 365, faults);
        within("poll.parallel", config.poll_parallel(), 1, 64, faults);
        within("breaker.failures", config.breaker_failures(), 1, 1_000, faults);
        long first = config.breaker_first_pause_millis();
        within("breaker.first.pause.millis", first, 10, HOUR, faults);
        within("breaker.longest.pause.millis", config.breaker_longest_pause_millis(), first, HOUR, faults);
        within("retry.share.percent", config.retry_share_percent(), 0, 100, faults);
        within("retry.reserve.per.minute", config.retry_reserve_per_minute(), 0, 6_000, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(RoutesConfig.PID + ".cfg: " + String.join(" ", faults));
        }
        return new RoutesSettings(
                node,
                Duration.ofMillis(config.lease_margin_millis()),
                Duration.ofMillis(config.wake_pause_millis()),
                Duration.ofMillis(config.lease_pause_millis()),
                Duration.ofMillis(config.poll_pause_millis()),
                Duration.ofMillis(config.poll_idle_pause_millis()),
                new Pace(Duration.ofMillis(status), Duration.ofMillis(config.status_longest_pause_millis())),
                Duration.ofMinutes(config.notice_grace_minutes()),
                Duration.ofMillis(config.message_pause_millis()),
                Duration.ofMillis(config.payment_pause_millis()),
                Duration.ofDays(config.notice_deadline_days()),
                config.poll_parallel(),
                config.breaker_failures(),
                Duration.ofMillis(first),
                Duration.ofMillis(config.breaker_longest_pause_millis()),
                config.retry_share_percent(),
                config.retry_reserve_per_minute());
    }

    private static void within(String key, long value, long least, long most, List<String> faults) {
        if (value < least || value > most) {
            faults.add(key + " lies between " + least + " and " + most + ".");
        }
    }
}
