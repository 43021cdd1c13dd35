package io.renkei.bus.artemis.internal;

import io.renkei.ports.config.SecretReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Checked settings of the bus.
 *
 * @param broker where the broker is
 * @param deliveryAttempts deliveries before a message is dead
 * @param redeliveryDelay between two deliveries of one message
 * @param callTimeout that a call to the broker may take
 */
record BusSettings(Broker broker, int deliveryAttempts, Duration redeliveryDelay, Duration callTimeout) {

    /** Where the broker is. */
    sealed interface Broker {}

    /**
     * Inside this process.
     *
     * @param journal the folder of its journal
     * @param diskUsageMaxPercent of the folder's disk, from which it takes nothing more
     * @param memoryMaxBytes of all messages in memory, from which it pages to disk
     */
    record Embedded(Path journal, int diskUsageMaxPercent, long memoryMaxBytes) implements Broker {}

    /** In another process. */
    record External(String url, String user, String password) implements Broker {
        @Override
        public String toString() {
            return "External[" + place() + "]";
        }

        /** The address without its parameters, which may name passwords. */
        String place() {
            return url.replaceAll("\\?[^,)]*", "");
        }
    }

    /**
     * Checks all settings and reports all faults at once.
     *
     * @param dataDirectory the container's data folder
     * @throws IllegalArgumentException with one sentence per fault, in the terms of the file
     */
    static BusSettings of(BusConfig config, Path dataDirectory) {
        List<String> faults = new ArrayList<>();
        within("delivery.attempts", config.delivery_attempts(), 1, 100, faults);
        within("redelivery.delay.millis", config.redelivery_delay_millis(), 0, 600_000, faults);
        within("call.timeout.millis", config.call_timeout_millis(), 100, 60_000, faults);
        Broker broker = broker(config, dataDirectory, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("io.renkei.bus.artemis.cfg: " + String.join(" ", faults));
        }
        return new BusSettings(
                broker,
                config.delivery_attempts(),
                Duration.ofMillis(config.redelivery_delay_millis()),
                Duration.ofMillis(config.call_timeout_millis()));
    }

    private static Broker broker(BusConfig config, Path dataDirectory, List<String> faults) {
        if (config.mode().equals("embedded")) {
            within("disk.usage.max.percent", config.disk_usage_max_percent(), 1, 99, faults);
            within("memory.max.bytes", config.memory_max_bytes(), 1 << 20, Long.MAX_VALUE, faults);
            boolean usual = config.journal_directory().isBlank();
            return new Embedded(
                    usual ? dataDirectory.resolve("broker") : Path.of(config.journal_directory()),
                    config.disk_usage_max_percent(),
                    config.memory_max_bytes());
        }
        if (!config.mode().equals("external")) {
            faults.add("mode is embedded or external.");
            return null;
        }
        if (!config.external_url().matches("\\(?tcp://.+")) {
            faults.add("external.url is no address: write it as tcp://HOST:PORT.");
        }
        if (config.external_user().isBlank()) {
            faults.add("external.user is empty: the gateway does not connect without a name.");
        }
        try {
            return new External(
                    config.external_url(), config.external_user(), SecretReference.resolve(config.external_password()));
        } catch (IllegalArgumentException e) {
            faults.add("external.password: " + e.getMessage());
            return null;
        }
    }

    private static void within(String key, long value, long least, long most, List<String> faults) {
        if (value < least || value > most) {
            faults.add(key + " lies between " + least + " and " + most + ".");
        }
    }
}
