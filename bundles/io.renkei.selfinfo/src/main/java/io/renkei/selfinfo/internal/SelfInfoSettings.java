package io.renkei.selfinfo.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How agencies are asked.
 *
 * @param asking for how long after a question
 * @param kept for how long answers are kept at most
 * @param parallel most calls at once
 * @param parallelAgency most calls to one agency at once
 * @param itemsCall most items in one call
 * @param recordYears for how many years access records are kept
 */
record SelfInfoSettings(
        Duration asking,
        Duration kept,
        int parallel,
        int parallelAgency,
        int itemsCall,
        Duration firstPause,
        Duration longestPause,
        int recordYears) {

    /** @throws IllegalArgumentException with one line per fault */
    static SelfInfoSettings of(SelfInfoConfig config) {
        List<String> faults = new ArrayList<>();
        within(faults, "asking.longest.minutes", config.asking_longest_minutes(), 1, 10_080);
        within(faults, "answers.longest.hours", config.answers_longest_hours(), 1, 720);
        within(faults, "parallel.calls", config.parallel_calls(), 1, 256);
        within(faults, "parallel.calls.agency", config.parallel_calls_agency(), 1, 64);
        within(faults, "items.call.max", config.items_call_max(), 1, 100);
        within(faults, "pause.first.millis", config.pause_first_millis(), 10, 60_000);
        within(faults, "pause.longest.millis", config.pause_longest_millis(), 10, 3_600_000);
        within(faults, "access.records.years", config.access_records_years(), 1, 100);
        if (config.pause_longest_millis() < config.pause_first_millis()) {
            faults.add("pause.longest.millis is at least pause.first.millis");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new SelfInfoSettings(
                Duration.ofMinutes(config.asking_longest_minutes()),
                Duration.ofHours(config.answers_longest_hours()),
                config.parallel_calls(),
                config.parallel_calls_agency(),
                config.items_call_max(),
                Duration.ofMillis(config.pause_first_millis()),
                Duration.ofMillis(config.pause_longest_millis()),
                config.access_records_years());
    }

    private static void within(List<String> faults, String key, long value, long least, long most) {
        if (value < least || value > most) {
            faults.add(key + " lies between " + least + " and " + most);
        }
    }
}
