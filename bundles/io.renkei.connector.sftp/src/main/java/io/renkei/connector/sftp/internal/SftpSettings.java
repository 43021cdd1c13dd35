package io.renkei.connector.sftp.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.NoticeFolder.Visiting;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One folder.
 *
 * @param key that the gateway logs in with
 * @param folder on the server, without a slash at its end
 * @param marker ending of marker files; empty where files are complete once they stay the same
 * @param settle for how long a file stays the same until it is taken
 * @param response longest wait for one answer
 */
record SftpSettings(
        DestinationId destination,
        String host,
        int port,
        HostKeys hostKeys,
        String user,
        KeyPair key,
        String folder,
        Optional<String> marker,
        Duration settle,
        Visiting visiting,
        Duration connect,
        Duration response,
        long fileMaxBytes,
        int filesMax,
        int listMax) {

    /**
     * Reads the configuration, and the key file with it.
     *
     * @throws IllegalArgumentException with one line per fault
     */
    static SftpSettings of(SftpConfig config) {
        List<String> faults = new ArrayList<>();
        Optional<DestinationId> destination =
                read(faults, "destination", () -> new DestinationId(config.destination()));
        Optional<HostKeys> hostKeys = read(faults, "host.keys", () -> HostKeys.of(config.host_keys()));
        Optional<KeyPair> key = read(faults, "key.file", () -> KeyFile.read(config.key_file()));
        Optional<String> folder = read(faults, "folder", () -> folder(config.folder()));
        Optional<Optional<String>> marker = read(faults, "marker.suffix", () -> marker(config.marker_suffix()));
        Optional<Visiting> visiting = read(
                faults,
                "poll.pause.millis, total.timeout.millis",
                () -> new Visiting(
                        Duration.ofMillis(config.poll_pause_millis()),
                        Duration.ofMillis(config.total_timeout_millis())));
        require(faults, config.host().matches("[A-Za-z0-9._:-]{1,253}"), "host is a name or an address");
        require(faults, config.user().matches("[^\\p{Cntrl}\\s]{1,100}"), "user is missing or has a space");
        within(faults, "port", config.port(), 1, 65_535);
        within(faults, "settle.millis", config.settle_millis(), 0, 86_400_000);
        within(faults, "connect.timeout.millis", config.connect_timeout_millis(), 10, 60_000);
        within(faults, "response.timeout.millis", config.response_timeout_millis(), 10, 300_000);
        within(faults, "file.max.bytes", config.file_max_bytes(), 1, 1 << 30);
        within(faults, "files.max", config.files_max(), 1, 1_000);
        within(faults, "list.max", config.list_max(), 1, 100_000);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new SftpSettings(
                destination.orElseThrow(),
                config.host(),
                config.port(),
                hostKeys.orElseThrow(),
                config.user(),
                key.orElseThrow(),
                folder.orElseThrow(),
                marker.orElseThrow(),
                Duration.ofMillis(config.settle_millis()),
                visiting.orElseThrow(),
                Duration.ofMillis(config.connect_timeout_millis()),
                Duration.ofMillis(config.response_timeout_millis()),
                config.file_max_bytes(),
                config.files_max(),
                config.list_max());
    }

    private static String folder(String text) {
        String folder = text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        boolean plain = Arrays.stream(folder.split("/", -1))
                .skip(folder.startsWith("/") ? 1 : 0)
                .allMatch(part -> FileNames.isPlain(part));
        if (!plain) {
            throw new IllegalArgumentException(
                    "name a folder by its path, without empty parts and parts that begin with a dot");
        }
        return folder;
    }

    private static Optional<String> marker(String text) {
        if (!text.matches("|\\.[A-Za-z0-9]{1,20}")) {
            throw new IllegalArgumentException("is a dot and 1 to 20 letters and digits, such as .done");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static <T> Optional<T> read(List<String> faults, String key, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            faults.add(key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void within(List<String> faults, String key, long value, long least, long most) {
        require(faults, value >= least && value <= most, key + " lies between " + least + " and " + most);
    }

    private static void require(List<String> faults, boolean holds, String sentence) {
        if (!holds) {
            faults.add(sentence);
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "SftpSettings[" + destination + "]";
    }
}
