package io.renkei.connector.yaml.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.spi.LaneSettings;
import io.renkei.http.HttpSettings;
import io.renkei.http.SettingsCheck;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The head of a file.
 *
 * @param connector the kind, as operators see it
 * @param procedures that it can file; never empty
 * @param probePath answers a GET without effect
 * @param settle after the longest dispatch, when a filing that is not known there has never arrived
 */
record FileSettings(
        String connector,
        DestinationId destination,
        List<ProcedureId> procedures,
        HttpSettings http,
        LaneSettings lane,
        String probePath,
        Duration settle) {

    /** The keys of the head, as the other connectors name them. */
    static final List<String> KEYS = List.of(
            "connector",
            "destination",
            "procedures",
            "endpoint.url",
            "tls.trust",
            "tls.identity",
            "connect.timeout.millis",
            "response.timeout.millis",
            "total.timeout.millis",
            "concurrency",
            "attempts",
            "backoff.first.millis",
            "backoff.longest.millis",
            "reconcile.pause.millis",
            "settle.millis",
            "probe.path");

    private static final Pattern CONNECTOR = Pattern.compile("[a-z][a-z0-9]{0,31}");
    private static final long HOUR = 3_600_000;
    private static final long DAY = 86_400_000;

    /**
     * Reads the head; what is wrong is a fault at its key.
     *
     * @param fill puts the gateway's own values in the place of their names
     */
    static Optional<FileSettings> read(Tree file, AllowList allowed, UnaryOperator<String> fill) {
        SettingsCheck check = new SettingsCheck();
        Optional<String> connector =
                file.at("connector").form(CONNECTOR, "is a lower-case word of letters and digits.");
        Optional<DestinationId> destination =
                file.at("destination").text().flatMap(text -> check.read("destination", () -> new DestinationId(text)));
        Set<ProcedureId> procedures = procedures(file.at("procedures"), check);
        String url = fill.apply(file.text("endpoint.url", ""));
        long total = file.number("total.timeout.millis", 60_000);
        Optional<HttpSettings> http = HttpSettings.read(
                check,
                url,
                fill.apply(file.text("tls.trust", "")),
                fill.apply(file.text("tls.identity", "")),
                file.number("connect.timeout.millis", 5_000),
                file.number("response.timeout.millis", 30_000),
                total);
        http.filter(found -> !allowed.allows(found.endpoint()))
                .ifPresent(found -> file.at("endpoint.url")
                        .fault("the host " + found.endpoint().getAuthority() + " is not allowed; add it to hosts in "
                                + YamlConfig.PID + ".cfg, or correct it."));
        Optional<LaneSettings> lane = lane(file, total, check);
        String probe = file.text("probe.path", "");
        if (!probe.isEmpty() && !probe.matches("(/[A-Za-z0-9_~-]+){1,16}")) {
            file.at("probe.path").fault("is a path like /health.");
        }
        long settle = file.number("settle.millis", 600_000);
        check.within("settle.millis", settle, 0, DAY);
        tell(file, check);
        return connector.isEmpty() || destination.isEmpty() || http.isEmpty() || lane.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileSettings(
                        connector.get(),
                        destination.get(),
                        List.copyOf(procedures),
                        http.get(),
                        lane.get(),
                        probe,
                        Duration.ofMillis(settle)));
    }

    private static Set<ProcedureId> procedures(Tree list, SettingsCheck check) {
        Set<ProcedureId> procedures = new LinkedHashSet<>();
        list.list()
                .forEach(each -> each.text()
                        .flatMap(text -> check.read("procedures", () -> new ProcedureId(text)))
                        .ifPresent(procedures::add));
        if (list.list().isEmpty()) {
            list.fault("names at least one procedure of the catalogue.");
        }
        return procedures;
    }

    /** The ranges are those of {@link LaneSettings}, which would name the first fault only. */
    private static Optional<LaneSettings> lane(Tree file, long total, SettingsCheck check) {
        long concurrency = within(file, "concurrency", 2, 1, 64, check);
        long attempts = within(file, "attempts", 50, 1, 1_000, check);
        long first = within(file, "backoff.first.millis", 1_000, 10, HOUR, check);
        long longest = within(file, "backoff.longest.millis", 900_000, first, DAY, check);
        long pause = within(file, "reconcile.pause.millis", 15_000, 10, HOUR, check);
        check.within("total.timeout.millis", total, 1_000, 600_000);
        return total < 1_000 || total > 600_000
                ? Optional.empty()
                : Optional.of(new LaneSettings(
                        (int) concurrency,
                        Duration.ofMillis(total),
                        (int) attempts,
                        Duration.ofMillis(first),
                        Duration.ofMillis(longest),
                        Duration.ofMillis(pause)));
    }

    /** The value of a key, or its default where it is out of its range, which is told. */
    private static long within(Tree file, String key, long standard, long least, long most, SettingsCheck check) {
        long value = file.number(key, standard);
        check.within(key, value, least, most);
        return value >= least && value <= most ? value : Math.max(standard, least);
    }

    /** Gives each fault that the common checks found the place of its key. */
    private static void tell(Tree file, SettingsCheck check) {
        try {
            check.finish();
        } catch (IllegalArgumentException e) {
            e.getMessage()
                    .lines()
                    .forEach(fault -> KEYS.stream()
                            .filter(fault::startsWith)
                            .map(file::at)
                            .findFirst()
                            .orElse(file)
                            .fault(fault.endsWith(".") ? fault : fault + "."));
        }
    }
}
