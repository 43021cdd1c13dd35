package io.renkei.notices.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checked settings; the sentences stand in {@link NoticesConfig}. */
record NoticesSettings(
        long maxBytes,
        int judgeParallel,
        Duration orphanPause,
        Duration orphanLife,
        AllowedSigners signers,
        PeriodSettings periods,
        Duration deadlinePause,
        Effect.Settings effects,
        ByDestination<Boolean> unsealed) {

    /** Followed by a destination. */
    static final String UNSEALED = "unsealed.";

    /**
     * Checks all settings and reports all faults at once.
     *
     * @param all every key of the file, for those that name a destination
     * @throws IllegalArgumentException with one sentence per fault, in the terms of the file
     */
    static NoticesSettings of(NoticesConfig config, Map<String, ?> all) {
        List<String> faults = new ArrayList<>();
        within("document.max.bytes", config.document_max_bytes(), 1_024, 268_435_456, faults);
        within("judge.parallel", config.judge_parallel(), 1, 16, faults);
        within("orphan.pause.millis", config.orphan_pause_millis(), 10, 3_600_000, faults);
        within("orphan.days", config.orphan_days(), 1, 365, faults);
        within("deadline.pause.millis", config.deadline_pause_millis(), 10, 3_600_000, faults);
        AllowedSigners signers = AllowedSigners.read(all, faults);
        PeriodSettings periods = PeriodSettings.read(config, all, faults);
        Effect.Settings effects = Effect.Settings.read(all, faults);
        ByDestination<Boolean> unsealed = ByDestination.read(all, UNSEALED, false, NoticesSettings::isAllowed, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(NoticesConfig.PID + ".cfg: " + String.join(" ", faults));
        }
        return new NoticesSettings(
                config.document_max_bytes(),
                config.judge_parallel(),
                Duration.ofMillis(config.orphan_pause_millis()),
                Duration.ofDays(config.orphan_days()),
                signers,
                periods,
                Duration.ofMillis(config.deadline_pause_millis()),
                effects,
                unsealed);
    }

    private static boolean isAllowed(String word) {
        if (!word.strip().equals("allowed") && !word.strip().equals("refused")) {
            throw new IllegalArgumentException("it is allowed or refused");
        }
        return word.strip().equals("allowed");
    }

    private static void within(String key, long value, long least, long most, List<String> faults) {
        if (value < least || value > most) {
            faults.add(key + " lies between " + least + " and " + most + ".");
        }
    }
}
