package io.renkei.linkage.internal;

import io.renkei.ports.outgoing.OutgoingSettings;
import java.time.Duration;

/**
 * How long things last.
 *
 * @param idle a session without use
 * @param longest a session
 * @param ask a request of a site that nobody answered
 * @param collect the agencies
 * @param review the person's choice
 * @param lookPause between two looks at what waits
 */
record LinkageSettings(
        Duration idle, Duration longest, Duration ask, Duration collect, Duration review, Duration lookPause) {

    /** @throws IllegalArgumentException with one line per fault */
    static LinkageSettings of(LinkageConfig config) {
        OutgoingSettings read = new OutgoingSettings();
        read.within("session.idle.minutes", config.session_idle_minutes(), 5, 120);
        read.within("session.longest.minutes", config.session_longest_minutes(), 15, 1440);
        read.require(
                config.session_idle_minutes() <= config.session_longest_minutes(),
                "session.idle.minutes is no longer than session.longest.minutes");
        read.within("ask.minutes", config.ask_minutes(), 5, 1440);
        read.within("collect.minutes", config.collect_minutes(), 1, 1440);
        read.within("review.hours", config.review_hours(), 1, 168);
        read.require(
                config.collect_minutes() < config.review_hours() * 60L, "collect.minutes is shorter than review.hours");
        read.within("look.pause.millis", config.look_pause_millis(), 100, 60_000);
        read.finish();
        return new LinkageSettings(
                Duration.ofMinutes(config.session_idle_minutes()),
                Duration.ofMinutes(config.session_longest_minutes()),
                Duration.ofMinutes(config.ask_minutes()),
                Duration.ofMinutes(config.collect_minutes()),
                Duration.ofHours(config.review_hours()),
                Duration.ofMillis(config.look_pause_millis()));
    }
}
