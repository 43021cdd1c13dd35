package io.renkei.holdings.internal;

import io.renkei.ports.sites.SiteId;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checked settings; the sentences stand in {@link HoldingsConfig}. */
record HoldingsSettings(
        Set<SiteId> services,
        Duration answer,
        int parallel,
        int mostBytes,
        Duration giveUp,
        Duration longestPause,
        Duration keep,
        Duration receiptGiveUp,
        Period records,
        AllowedIssuers issuers) {

    /**
     * Checks all settings and reports all faults at once.
     *
     * @param all every key of the file, for those that name an issuer
     * @throws IllegalArgumentException with one line per fault, in the terms of the file
     */
    static HoldingsSettings of(HoldingsConfig config, Map<String, ?> all) {
        List<String> faults = new ArrayList<>();
        Set<SiteId> services = services(config.services(), faults);
        within("answer.timeout.millis", config.answer_timeout_millis(), 100, 60_000, faults);
        within("parallel.calls", config.parallel_calls(), 1, 32, faults);
        within("certificate.max.bytes", config.certificate_max_bytes(), 1_024, 16_777_216, faults);
        within("collect.give.up.minutes", config.collect_give_up_minutes(), 1, 1_440, faults);
        within("longest.pause.millis", config.longest_pause_millis(), 100, 3_600_000, faults);
        within("bundle.keep.hours", config.bundle_keep_hours(), 1, 2_160, faults);
        within("receipt.give.up.days", config.receipt_give_up_days(), 1, 365, faults);
        within("record.years", config.record_years(), 1, 30, faults);
        AllowedIssuers issuers = AllowedIssuers.read(all, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new HoldingsSettings(
                services,
                Duration.ofMillis(config.answer_timeout_millis()),
                config.parallel_calls(),
                Math.toIntExact(config.certificate_max_bytes()),
                Duration.ofMinutes(config.collect_give_up_minutes()),
                Duration.ofMillis(config.longest_pause_millis()),
                Duration.ofHours(config.bundle_keep_hours()),
                Duration.ofDays(config.receipt_give_up_days()),
                Period.ofYears(config.record_years()),
                issuers);
    }

    private static Set<SiteId> services(String text, List<String> faults) {
        Set<SiteId> services = new LinkedHashSet<>();
        for (String each : text.split(",")) {
            if (!each.isBlank()) {
                Optional<SiteId> site = SiteId.parse(each.strip());
                site.ifPresentOrElse(
                        services::add, () -> faults.add("services: " + each.strip() + " is no id of a site"));
            }
        }
        return Set.copyOf(services);
    }

    private static void within(String key, long value, long least, long most, List<String> faults) {
        if (value < least || value > most) {
            faults.add(key + " lies between " + least + " and " + most);
        }
    }
}
